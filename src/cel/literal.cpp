#include "cel/literal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/text.h"

namespace martech_audit::cel {

namespace {

bool is_hex(std::string_view digits) { return digits.starts_with("0x") || digits.starts_with("0X"); }

std::optional<std::uint64_t> magnitude(std::string_view digits) {
  const int base = is_hex(digits) ? 16 : 10;
  if (base == 16) digits.remove_prefix(2);
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// By the power of ten of its first digit; of a number other than zero.
bool is_below_one(std::string_view digits) {
  const std::size_t letter = std::min(digits.find_first_of("eE"), digits.size());
  const std::string_view mantissa = digits.substr(0, letter);
  std::string_view exponent = digits.substr(std::min(letter + 1, digits.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  std::int64_t power = 0;
  const auto fault = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power).ec;
  if (fault == std::errc::result_out_of_range) return exponent.starts_with('-');
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::size_t first = mantissa.find_first_of("123456789");
  return power + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) <= 0;
}

struct Reader {
  std::string_view body;
  std::size_t at = 0;
  bool bytes = false;
  std::string out;
  std::string_view fault;

  void put(std::uint32_t code) {
    if (bytes) {
      out.push_back(static_cast<char>(code));
    } else {
      append_utf8(out, code);
    }
  }

  std::optional<std::uint32_t> number(std::size_t digits, int base) {
    const std::string_view text = body.substr(at, digits);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.size() != digits || error != std::errc{} || end != text.data() + digits) return std::nullopt;
    at += digits;
    return value;
  }

  void hex() {
    const std::optional<std::uint32_t> code = number(2, 16);
    if (!code) fault = "'\\x' needs two hexadecimal digits";
    if (code) put(*code);
  }

  void octal() {
    const std::optional<std::uint32_t> code = number(3, 8);
    if (!code || *code > 0377) {
      fault = "an octal escape has three digits, up to \\377";
    } else {
      put(*code);
    }
  }

  void unicode(std::size_t digits) {
    if (bytes) {
      fault = "bytes have no Unicode escapes; write \\x for each octet";
      return;
    }
    const std::optional<std::uint32_t> code = number(digits, 16);
    if (!code) {
      fault = digits == 4 ? "'\\u' needs four hexadecimal digits" : "'\\U' needs eight hexadecimal digits";
    } else if (*code > 0x10ffff || (*code >= 0xd800 && *code <= 0xdfff)) {
      fault = "this is no Unicode code point";
    } else {
      append_utf8(out, *code);
    }
  }

  void escape() {
    static constexpr std::string_view letters = "abfnrtv\\?\"'`";
    static constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\?\"'`";
    if (at == body.size()) {
      fault = "nothing follows the backslash";
      return;
    }
    const char letter = body[at];
    if (letter >= '0' && letter <= '3') return octal();
    ++at;
    if (letter == 'x' || letter == 'X') return hex();
    if (letter == 'u') return unicode(4);
    if (letter == 'U') return unicode(8);
    const std::size_t found = letters.find(letter);
    if (found == std::string_view::npos) {
      fault = "unknown escape; a backslash itself is written \\\\";
    } else {
      out.push_back(meanings[found]);
    }
  }
};

}  // namespace

std::optional<Value> integer_literal(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const std::optional<std::uint64_t> size = magnitude(digits);
  const std::uint64_t most = std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1 : 0);
  if (!size || *size > most) return std::nullopt;
  return Value::integer(static_cast<std::int64_t>(negative ? 0 - *size : *size));
}

std::optional<Value> unsigned_literal(std::string_view digits) {
  digits.remove_suffix(1);
  const std::optional<std::uint64_t> size = magnitude(digits);
  if (!size) return std::nullopt;
  return Value::unsigned_integer(*size);
}

Value real_literal(std::string_view digits) {
  double value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault == std::errc::result_out_of_range) value = is_below_one(digits) ? 0.0 : HUGE_VAL;
  return Value::real(value);
}

Unescaped unescape(std::string_view body, bool bytes, Arena& arena) {
  if (body.find('\\') == std::string_view::npos) return {body, {}, 0};
  Reader reader{body, 0, bytes, {}, {}};
  while (reader.at < body.size()) {
    const std::size_t start = reader.at;
    const char c = body[reader.at++];
    if (c != '\\') {
      reader.out.push_back(c);
      continue;
    }
    reader.escape();
    if (!reader.fault.empty()) return {{}, reader.fault, start};
  }
  return {arena.copy(std::string_view(reader.out)), {}, 0};
}

}  // namespace martech_audit::cel
