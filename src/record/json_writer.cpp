#include "record/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>

#include "base/command_guard.h"
#include "base/text.h"

namespace martech_audit::record {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

// By octet, whether it stands for itself in a JSON string.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (unsigned char c = ' '; c < 0x7F; ++c) table[c] = c != '"' && c != '\\';
  return table;
}();

bool is_plain(char c) { return plain[static_cast<unsigned char>(c)]; }

constexpr std::uint64_t in_every_byte(std::uint8_t value) { return 0x0101'0101'0101'0101U * value; }

// Whether all eight bytes are: each test raises the highest bit of bytes that fail it, and a carry into
// another byte only comes from one that fails.
constexpr bool all_plain(std::uint64_t word) {
  const std::uint64_t control = (word - in_every_byte(' ')) | (word + in_every_byte(1));
  const std::uint64_t quote = (word ^ in_every_byte('"')) - in_every_byte(1);
  const std::uint64_t backslash = (word ^ in_every_byte('\\')) - in_every_byte(1);
  return ((word | control | quote | backslash) & in_every_byte(0x80)) == 0;
}

// The first byte from `at` on that is not plain, or the end.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (!all_plain(word)) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_utf16(std::string& out, char32_t code_point) {
  const auto unit = [&out](char32_t value) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(value));
  };
  if (code_point < 0x10000) return unit(code_point);
  unit(0xD800U + ((code_point - 0x10000U) >> 10U));
  unit(0xDC00U + ((code_point - 0x10000U) & 0x3FFU));
}

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      append_utf16(out, static_cast<unsigned char>(c));
  }
}

// Appends the code point at `at`, which is not plain, and moves past it.
void append_special(std::string& out, std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  const char32_t code_point = next_code_point(text, at);
  const std::string_view bytes = text.substr(start, at - start);
  if (code_point < 0x80) return append_ascii(out, bytes.front());
  if (bytes.size() == 1) return append_utf16(out, 0xFFFD);
  if (escape_controls(bytes) == bytes) {
    out += bytes;
  } else {
    append_utf16(out, code_point);
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  CommandGuard guard = CommandGuard::within_line(CommandGuard::Spelling::json);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_plain(text, at);
    guard.append(out, text.substr(at, end - at));
    at = end;
    if (at < text.size()) append_special(out, text, at);
  }
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  separate();
  buffer_ += '"';
  buffer_ += name;
  buffer_ += '"';
  end_key();
}

void JsonWriter::any_key(std::string_view text) {
  separate();
  append_json_string(buffer_, text);
  end_key();
}

void JsonWriter::end_key() {
  buffer_ += levels_.back().layout == Layout::compact ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(buffer_, text);
  flush_when_full();
}

void JsonWriter::integer(std::int64_t value) { put(fmt::format_int(value).c_str()); }
void JsonWriter::unsigned_integer(std::uint64_t value) { put(fmt::format_int(value).c_str()); }
void JsonWriter::real(double value) { put(std::isfinite(value) ? fmt::format("{}", value) : "null"); }

void JsonWriter::billionths(std::int64_t value) {
  constexpr std::uint64_t unit = 1'000'000'000;
  const auto bits = static_cast<std::uint64_t>(value);
  const std::uint64_t magnitude = value < 0 ? 0U - bits : bits;
  separate();
  if (value < 0) buffer_ += '-';
  buffer_ += fmt::format_int(magnitude / unit).c_str();
  if (magnitude % unit == 0) return;
  std::string fraction = fmt::format_int(unit + magnitude % unit).str();  // "1" and nine digits
  fraction.front() = '.';
  buffer_ += fraction.substr(0, fraction.find_last_not_of('0') + 1);
}

void JsonWriter::begin(char bracket, Layout layout) {
  separate();
  buffer_ += bracket;
  levels_.push_back({std::max(layout, widest_)});
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.layout == Layout::lines && !level.empty) new_line();
  buffer_ += bracket;
  flush_when_full();
}

void JsonWriter::put(std::string_view text) {
  separate();
  buffer_ += text;
}

void JsonWriter::separate() {
  if (after_key_ || levels_.empty()) {
    after_key_ = false;
    return;
  }
  Level& level = levels_.back();
  if (!level.empty) buffer_ += level.layout == Layout::inlined ? ", " : ",";
  level.empty = false;
  if (level.layout == Layout::lines) new_line();
}

void JsonWriter::new_line() {
  buffer_ += '\n';
  buffer_.append(2 * levels_.size(), ' ');
}

void JsonWriter::flush_when_full() {
  if (buffer_.size() >= buffer_size) flush();
}

void JsonWriter::flush() {
  sink_(buffer_);
  buffer_.clear();
}

void JsonWriter::finish() {
  buffer_ += '\n';
  flush();
}

}  // namespace martech_audit::record
