#include "report/brief/logo.h"

#include <fmt/format.h>

#include <array>

#include "base/base64.h"
#include "base/text.h"

namespace martech_audit::report {
namespace {

constexpr std::string_view png_mark = "\x89PNG\r\n\x1a\n";
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

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
         text.find(svg_namespace) != text.npos;
}

}  // namespace

std::string_view image_type(std::string_view bytes) {
  if (bytes.starts_with(png_mark)) return "image/png";
  return is_svg(bytes) ? "image/svg+xml" : "";
}

std::string data_address(std::string_view bytes) {
  const std::string_view type = image_type(bytes);
  return type.empty() ? std::string() : fmt::format("data:{};base64,{}", type, base64(bytes));
}

}  // namespace martech_audit::report
