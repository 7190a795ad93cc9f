#include "document/text_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "document/foreign.h"

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

std::string_view hint_for(Foreign::Kind kind) {
  switch (kind) {
    case Foreign::Kind::encoding:
      return "save it as UTF-8";
    case Foreign::Kind::workbook:
      return "save the sheet as CSV, then use `martech-audit import`";
    case Foreign::Kind::document:
      return "write the inventory as YAML; `martech-audit init` creates a starter";
    case Foreign::Kind::archive:
      break;
  }
  return "unpack it first";
}

Location at(const SourcePtr& source, std::size_t offset) {
  return {source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + 1)};
}

void report_control(const SourcePtr& source, std::size_t offset, Diagnostics& diagnostics) {
  const auto byte = static_cast<unsigned char>(source->text()[offset]);
  if (byte == '\r') {
    diagnostics.error(at(source, offset), "carriage return without a line feed",
                      "end lines with a line feed");
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
  if (const auto foreign = foreign_kind(text)) {
    const bool is_encoding = foreign->kind == Foreign::Kind::encoding;
    diagnostics.error({source, 0, 0},
                      is_encoding ? fmt::format("the file is encoded as {}", foreign->what)
                                  : fmt::format("this is {}, not a text file", foreign->what),
                      std::string(hint_for(foreign->kind)));
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
