#include "document/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string>

#include "base/text.h"

namespace martech_audit {
namespace {

using namespace std::string_view_literals;

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

// The digits of a number that is_float(), without those that carry no value, times a power of ten.
struct Scientific {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

// Nothing where the exponent is beyond any number there is room for.
std::optional<Scientific> split(std::string_view text) {
  Scientific parts;
  parts.negative = text.starts_with('-');
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  std::copy_if(mantissa.begin(), mantissa.end(), std::back_inserter(parts.digits), is_digit);
  parts.digits.erase(0, parts.digits.find_first_not_of('0'));
  if (parts.digits.empty()) return parts;
  int exponent = 0;
  if (e < text.size()) {
    const char* begin = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
    if (std::from_chars(begin, text.data() + text.size(), exponent).ec != std::errc()) return std::nullopt;
  }
  const std::size_t behind_point = mantissa.size() - std::min(point + 1, mantissa.size());
  const std::size_t significant = parts.digits.find_last_not_of('0') + 1;
  parts.exponent = std::int64_t{exponent} - static_cast<std::int64_t>(behind_point) +
                   static_cast<std::int64_t>(parts.digits.size() - significant);
  parts.digits.resize(significant);
  return parts;
}

// The same number in the form that Decimal::parse() takes, as far as it has room.
std::optional<Decimal> exactly(std::string_view text) {
  constexpr std::int64_t room = 18;
  const auto parts = split(text);
  if (!parts || parts->exponent > room || parts->exponent < -room) return std::nullopt;
  std::string plain = parts->digits;
  if (parts->exponent >= 0) {
    plain.append(static_cast<std::size_t>(parts->exponent), '0');
  } else {
    const auto decimals = static_cast<std::size_t>(-parts->exponent);
    if (plain.size() <= decimals) plain.insert(0, decimals + 1 - plain.size(), '0');
    plain.insert(plain.size() - decimals, ".");
  }
  if (plain.empty()) plain = "0";
  return Decimal::parse(parts->negative ? "-" + plain : plain);
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

std::optional<std::int64_t> whole_number(std::string_view text, bool plain) {
  if (const auto value = integer(text, plain)) return value;
  const auto value = decimal(text, plain);
  if (!value) return std::nullopt;
  std::int64_t whole = value->mantissa;
  for (std::int32_t i = 0; i < value->scale; ++i, whole /= 10) {
    if (whole % 10 != 0) return std::nullopt;
  }
  return whole;
}

std::optional<Decimal> decimal(std::string_view text, bool plain) {
  if (!plain) return std::nullopt;
  if (const auto value = Decimal::parse(text)) return value;
  const auto digits = without_separators(text);
  if (digits && is_float(*digits)) return exactly(*digits);
  const auto value = integer(text, plain);
  return value ? Decimal::parse(std::to_string(*value)) : std::nullopt;
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

bool is_number(std::string_view text, bool plain) {
  if (!plain) return false;
  const auto digits = without_separators(text);
  return (digits && is_float(*digits)) || integer(text, plain).has_value();
}

}  // namespace martech_audit
