#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/command_guard.h"

namespace martech_audit {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t joiner = 0x200D;

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

struct Decoded {
  char32_t code_point = replacement;
  std::size_t length = 0;  // 0: not UTF-8
};

Decoded decode_at(std::string_view text, std::size_t at) {
  if (byte_at(text, at) < 0x80) return {byte_at(text, at), 1};
  const std::string_view rest = text.substr(at);
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                                   static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
  if (length <= 0) return {};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(length)};
}

// Characters that draw nothing, or change how others are drawn. Tags and interlinear marks can hide whole
// texts.
struct Range {
  char32_t first;
  char32_t last;
};
constexpr std::array hidden{
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},     Range{0x34F, 0x34F},
    Range{0x61C, 0x61C},   Range{0x115F, 0x1160}, Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
    Range{0x200B, 0x200F}, Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0x3164, 0x3164},
    Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F},
};

bool is_hidden(char32_t code_point) {
  const auto* range = std::lower_bound(hidden.begin(), hidden.end(), code_point,
                                       [](const Range& r, char32_t c) { return r.last < c; });
  return range != hidden.end() && range->first <= code_point;
}

// Selects how the emoji before it is drawn, or tells its skin tone.
bool is_emoji_style(char32_t code_point) {
  return code_point == 0xFE0F || (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
}

void append_escape(std::string& out, char32_t code_point) {
  if (code_point == '\n') {
    out += "\\n";
  } else if (code_point == '\r') {
    out += "\\r";
  } else if (code_point == '\t') {
    out += "\\t";
  } else if (code_point < 0x80) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned>(code_point));
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<unsigned>(code_point));
  }
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode_at(text, offset);
  offset += std::max<std::size_t>(1, decoded.length);
  return decoded.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  auto value = static_cast<utf8proc_int32_t>(code_point);
  if (!utf8proc_codepoint_valid(value)) value = replacement;
  std::array<utf8proc_uint8_t, 4> octets{};
  const utf8proc_ssize_t length = utf8proc_encode_char(value, octets.data());
  out.append(reinterpret_cast<const char*>(octets.data()), static_cast<std::size_t>(length));
}

std::string with_plain_breaks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_at(text, at).length;
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string escape_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t base = 0;  // what a selector or a skin tone belongs to
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_at(text, at);
    if (decoded.length == 0) {
      fmt::format_to(std::back_inserter(out), "\\x{:02x}", byte_at(text, at++));
      base = 0;
      continue;
    }
    const bool is_joiner = decoded.code_point == joiner && is_pictograph(base) &&
                           is_pictograph(decode_at(text, at + decoded.length).code_point);
    if (!is_emoji_style(decoded.code_point)) base = decoded.code_point;
    if (is_hidden(decoded.code_point) && !is_joiner) {
      append_escape(out, decoded.code_point);
    } else {
      out += text.substr(at, decoded.length);
    }
    at += decoded.length;
  }
  return without_commands(std::move(out));
}

std::string grouped(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  if (number == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", grouped(number), one)
                      : fmt::format("{} {}", grouped(number), many);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace martech_audit
