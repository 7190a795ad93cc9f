#include "document/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace martech_audit {
namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <std::size_t Size>
bool is_one_of(std::string_view text, const std::array<std::string_view, Size>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// The text without the '_' between its digits; nothing where one stands elsewhere.
std::optional<std::string> without_separators(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain += text[i];
    } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return std::nullopt;
    }
  }
  return plain;
}

std::optional<std::int64_t> parse_integer(std::string_view digits, int base) {
  std::int64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [last, error] = std::from_chars(digits.data(), end, value, base);
  if (error != std::errc() || last != end) return std::nullopt;
  return value;
}

std::size_t count_digits(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_float(std::string_view text) {
  std::size_t at = 0;
  const auto sign = [&] { at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1 : 0; };
  const auto digits = [&] {
    const std::size_t count = count_digits(text, at);
    at += count;
    return count;
  };
  sign();
  std::size_t mantissa = digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    mantissa += digits();
  }
  if (mantissa == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  sign();
  return digits() > 0 && at == text.size();
}

}  // namespace

bool is_null(std::string_view text, bool plain) {
  return plain && is_one_of(text, std::array{""sv, "~"sv, "null"sv, "Null"sv, "NULL"sv});
}

std::optional<bool> boolean(std::string_view text, bool plain) {
  if (plain && is_one_of(text, std::array{"true"sv, "True"sv, "TRUE"sv})) return true;
  if (plain && is_one_of(text, std::array{"false"sv, "False"sv, "FALSE"sv})) return false;
  return std::nullopt;
}

std::optional<bool> old_boolean(std::string_view text, bool plain) {
  if (!plain) return std::nullopt;
  constexpr std::array yes{"y"sv, "Y"sv, "yes"sv, "Yes"sv, "YES"sv, "on"sv, "On"sv, "ON"sv};
  constexpr std::array no{"n"sv, "N"sv, "no"sv, "No"sv, "NO"sv, "off"sv, "Off"sv, "OFF"sv};
  if (is_one_of(text, yes)) return true;
  if (is_one_of(text, no)) return false;
  return std::nullopt;
}

std::optional<std::int64_t> integer(std::string_view text, bool plain) {
  if (!plain) return std::nullopt;
  if (text.starts_with("0x"))
    return text.starts_with("0x-") ? std::nullopt : parse_integer(text.substr(2), 16);
  if (text.starts_with("0o"))
    return text.starts_with("0o-") ? std::nullopt : parse_integer(text.substr(2), 8);
  const auto digits = without_separators(text);
  if (!digits) return std::nullopt;
  const bool has_plus = digits->starts_with('+') && !digits->starts_with("+-");
  return parse_integer(std::string_view(*digits).substr(has_plus ? 1 : 0), 10);
}

std::optional<Decimal> decimal(std::string_view text, bool plain) {
  return plain ? Decimal::parse(text) : std::nullopt;
}

std::optional<double> real(std::string_view text, bool plain) {
  if (!plain) return std::nullopt;
  const auto digits = without_separators(text);
  if (!digits || !is_float(*digits)) {
    const auto whole = integer(text, plain);
    return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
  }
  double value = 0;
  const char* begin = digits->data() + (digits->starts_with('+') ? 1 : 0);
  const auto [last, error] = std::from_chars(begin, digits->data() + digits->size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace martech_audit
