#include "document/text_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace martech_audit {
namespace {

// Every byte of the word is printable ASCII.
bool is_printable(std::uint64_t word) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t high = word & (ones * 0x80);
  const std::uint64_t below_space = (word - ones * 0x20) & ~word & (ones * 0x80);
  return (high | below_space) == 0;
}

bool is_control(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  return byte < 0x20 && byte != '\n' && byte != '\t';
}

std::size_t skip_printable(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  for (; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (!is_printable(word)) break;
  }
  return at;
}

// The first control character, or the size of the text; `ascii` tells whether all before it is ASCII.
std::size_t find_control(std::string_view text, bool& ascii) {
  ascii = true;
  std::size_t at = 0;
  while ((at = skip_printable(text, at)) < text.size()) {
    const std::size_t end = std::min(at + sizeof(std::uint64_t), text.size());
    for (; at < end; ++at) {
      if (is_control(text, at)) return at;
      if (static_cast<unsigned char>(text[at]) >= 0x80) ascii = false;
    }
  }
  return at;
}

std::string_view other_encoding(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
  if (text.size() < 4) return {};
  const int zeros = (text[0] == 0) + (text[1] == 0) + (text[2] == 0) + (text[3] == 0);
  if (zeros == 3) return "UTF-32";
  const bool alternate = (text[0] == 0) != (text[1] == 0) && (text[0] == 0) == (text[2] == 0);
  return zeros == 2 && alternate ? "UTF-16" : std::string_view();
}

struct Signature {
  std::string_view bytes;
  std::string_view what;
  std::string_view hint;
};
// Files that people take for a text because a program shows them as one.
constexpr std::array signatures{
    Signature{"PK\x03\x04", "an Excel workbook or another ZIP archive",
              "save the sheet as CSV, then `martech-audit import` makes an inventory of it"},
    Signature{"\xD0\xCF\x11\xE0", "an old Excel workbook or another Office file",
              "save the sheet as CSV, then `martech-audit import` makes an inventory of it"},
    Signature{"%PDF-", "a PDF", "write the inventory as YAML; `martech-audit init` makes one to start from"},
    Signature{"\x1F\x8B", "a gzip archive", "unpack it first"},
};

const Signature* signature_of(std::string_view text) {
  const auto found = std::find_if(signatures.begin(), signatures.end(), [&](const Signature& signature) {
    return text.starts_with(signature.bytes);
  });
  return found == signatures.end() ? nullptr : &*found;
}

Location at(const SourcePtr& source, std::size_t offset) {
  return {source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
}

void report_control(const SourcePtr& source, std::size_t offset, Diagnostics& diagnostics) {
  const auto byte = static_cast<unsigned char>(source->text()[offset]);
  if (byte == '\r') {
    diagnostics.error(at(source, offset), "carriage return without a line feed",
                      "end lines with a line feed, as editors on any system can");
  } else if (byte == 0) {
    diagnostics.error(at(source, offset),
                      fmt::format("NUL byte at offset {}: this is not a text file", offset),
                      "save the file as UTF-8 text");
  } else {
    diagnostics.error(at(source, offset), fmt::format("control character U+{:04X} is not allowed", byte),
                      fmt::format("remove it, or write it as \"\\x{:02x}\" in double quotes", byte));
  }
}

}  // namespace

bool check_text(const SourcePtr& source, Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  if (const auto encoding = other_encoding(text); !encoding.empty()) {
    diagnostics.error({source, 0, 0}, fmt::format("the file is encoded as {}", encoding), "save it as UTF-8");
    return false;
  }
  if (const Signature* other = signature_of(text)) {
    diagnostics.error({source, 0, 0}, fmt::format("this is {}, not a text file", other->what),
                      std::string(other->hint));
    return false;
  }
  bool ascii = true;
  const std::size_t control = find_control(text, ascii);
  const auto invalid = ascii ? std::nullopt : first_invalid_utf8(text);
  if (invalid && *invalid < control) {
    diagnostics.error(at(source, *invalid),
                      fmt::format("byte 0x{:02x} at offset {} is not UTF-8",
                                  static_cast<unsigned char>(text[*invalid]), *invalid),
                      "save the file as UTF-8");
    return false;
  }
  if (control < text.size()) report_control(source, control, diagnostics);
  return control == text.size();
}

}  // namespace martech_audit
