#include "report/brief/logo.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "base/base64.h"
#include "base/text.h"

namespace martech_audit::report {
namespace {

constexpr std::string_view png_mark = "\x89PNG\r\n\x1a\n";
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

std::uint32_t big_endian(std::string_view four) {
  std::uint32_t number = 0;
  for (const char byte : four) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// Whether its chunks (PNG, section 5) are whole: a header with a size, data, and the end.
bool is_png(std::string_view bytes) {
  constexpr std::size_t around = 12;  // length, name and checksum of a chunk
  if (!bytes.starts_with(png_mark)) return false;
  bool has_data = false, is_first = true;
  for (bytes.remove_prefix(png_mark.size()); bytes.size() >= around; is_first = false) {
    const std::size_t length = big_endian(bytes.substr(0, 4));
    const std::string_view name = bytes.substr(4, 4);
    if (length > bytes.size() - around || is_first != (name == "IHDR")) return false;
    if (is_first &&
        (length != 13 || big_endian(bytes.substr(8, 4)) == 0 || big_endian(bytes.substr(12, 4)) == 0))
      return false;
    has_data = has_data || name == "IDAT";
    if (name == "IEND") return has_data;
    bytes.remove_prefix(length + around);
  }
  return false;
}

struct Preamble {
  std::string_view begin, end;
};
constexpr std::array preambles{Preamble{"\xEF\xBB\xBF", ""}, Preamble{"<?", "?>"}, Preamble{"<!--", "-->"},
                               Preamble{"<!DOCTYPE", ">"}};

// Past what may stand before the first element; nothing where that does not end.
std::string_view without_preamble(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    text = trim(text);
    for (const Preamble& preamble : preambles) {
      if (!text.starts_with(preamble.begin)) continue;
      const std::size_t end = text.find(preamble.end, preamble.begin.size());
      if (end == text.npos) return {};
      text.remove_prefix(end + preamble.end.size());
      found = true;
    }
  }
  return text;
}

bool is_svg(std::string_view bytes) {
  const std::string_view text = without_preamble(bytes);
  return text.starts_with("<svg") && text.size() > 4 && (trim(text.substr(4, 1)).empty() || text[4] == '>') &&
         text.find(svg_namespace) != text.npos &&
         (text.ends_with("</svg>") || text.ends_with("/>") || text.ends_with("-->"));
}

}  // namespace

std::string_view image_type(std::string_view bytes) {
  if (is_png(bytes)) return "image/png";
  return is_svg(bytes) ? "image/svg+xml" : "";
}

std::string data_address(std::string_view bytes) {
  const std::string_view type = image_type(bytes);
  return type.empty() ? std::string() : fmt::format("data:{};base64,{}", type, base64(bytes));
}

}  // namespace martech_audit::report
