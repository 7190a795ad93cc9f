#include "base/text.h"

#include <fmt/format.h>

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

std::size_t sequence_length(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;  // 0xC0 and 0xC1 start overlong forms only
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_valid(char32_t code_point, std::size_t length) {
  if (length == 3) return code_point >= 0x800 && (code_point < 0xD800 || code_point > 0xDFFF);
  if (length == 4) return code_point >= 0x10000 && code_point <= 0x10FFFF;
  return true;
}

struct Decoded {
  char32_t code_point = replacement;
  std::size_t length = 0;  // 0: not UTF-8
};

Decoded decode_at(std::string_view text, std::size_t at) {
  constexpr std::array<unsigned, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
  const std::size_t length = sequence_length(byte_at(text, at));
  if (length == 0) return {};
  char32_t code_point = byte_at(text, at) & lead_bits[length];
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) return {};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  return is_valid(code_point, length) ? Decoded{code_point, length} : Decoded{};
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
  const auto put = [&out](char32_t octet) { out += static_cast<char>(static_cast<unsigned char>(octet)); };
  const auto put_continuation = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement;
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put_continuation(6);
  } else {
    put(0xF0U | (code_point >> 18U));
    put_continuation(12);
    put_continuation(6);
  }
  put_continuation(0);
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = byte_at(text, at) < 0x80 ? 1 : decode_at(text, at).length;
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
