#include "martech_audit/money.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/currencies.h"
#include "base/text.h"

namespace martech_audit {
namespace {

// NOLINTBEGIN(modernize-use-using): only a typedef can be marked as an extension
__extension__ typedef __int128 Wide;  // holds the product of any two 64-bit integers
__extension__ typedef unsigned __int128 UnsignedWide;
// NOLINTEND(modernize-use-using)

constexpr int max_digits = 18;  // what any 64-bit integer can hold
constexpr int max_scale = 9;

constexpr std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

UnsignedWide magnitude(Wide value) {
  return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

std::optional<std::int64_t> narrow(Wide value) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (value < Limits::min() || value > Limits::max()) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::optional<std::int64_t> times(Wide value, std::int64_t factor) {
  // What leaves 64 bits stays outside them however it is multiplied, so the product cannot overflow.
  const auto fits = narrow(value);
  return fits ? narrow(static_cast<Wide>(*fits) * factor) : std::nullopt;
}

std::optional<std::int64_t> divided(Wide value, std::int64_t divisor) {
  const auto by = static_cast<UnsignedWide>(divisor);
  const UnsignedWide whole = magnitude(value) / by;
  const UnsignedWide rest = magnitude(value) % by;
  const auto rounded = static_cast<Wide>(whole + (rest >= by - rest ? 1U : 0U));
  return narrow(value < 0 ? -rounded : rounded);
}

std::optional<Money> money(std::optional<std::int64_t> minor, Currency currency) {
  if (!minor) return std::nullopt;
  return Money{*minor, currency};
}

bool is_separator(std::string_view text, std::size_t at) {
  return text[at] == '_' && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) &&
         is_digit(text[at + 1]);
}

// Reads digits of a decimal one by one. Zeros that carry no value need no room.
class DigitReader {
 public:
  bool take(char digit, bool is_fraction) {
    if (is_fraction && decimal_.scale == max_scale) return digit == '0';
    if (decimal_.mantissa != 0 && ++digits_ >= max_digits) return false;
    decimal_.mantissa = decimal_.mantissa * 10 + (digit - '0');
    decimal_.scale += is_fraction ? 1 : 0;
    return true;
  }
  Decimal decimal() const { return decimal_; }

 private:
  Decimal decimal_;
  int digits_ = 0;  // after the first that is not zero
};

std::optional<Decimal> parse_unsigned(std::string_view text) {
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  DigitReader reader;
  bool is_fraction = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_separator(text, i)) continue;
    if (text[i] == '.' && !is_fraction && is_digit(text[i - 1])) {
      is_fraction = true;
    } else if (!is_digit(text[i]) || !reader.take(text[i], is_fraction)) {
      return std::nullopt;
    }
  }
  return reader.decimal();
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  const auto decimals = currency_decimals(code);
  if (!decimals) return std::nullopt;
  Currency currency;
  std::copy(code.begin(), code.end(), currency.code_.begin());
  currency.decimals_ = static_cast<std::int8_t>(*decimals);
  return currency;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  auto decimal = parse_unsigned(text);
  if (decimal && is_negative) decimal->mantissa = -decimal->mantissa;
  return decimal;
}

double Decimal::to_double() const {
  // Both operands are exact below 2^53, so one division rounds once; above, reading the digits does.
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  if (mantissa >= -exact && mantissa <= exact) {
    return static_cast<double>(mantissa) / static_cast<double>(power_of_ten(scale));
  }
  const std::string text = to_string();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string Decimal::to_string() const {
  const std::uint64_t size = static_cast<std::uint64_t>(magnitude(mantissa));
  std::string digits = std::to_string(size);
  const auto decimals = static_cast<std::size_t>(scale);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return mantissa < 0 ? "-" + digits : digits;
}

std::optional<Money> Money::from(Decimal amount, Currency currency) {
  if (amount.scale > currency.decimals()) return std::nullopt;
  return money(times(amount.mantissa, power_of_ten(currency.decimals() - amount.scale)), currency);
}

std::optional<Money> Money::nearest(double major, Currency currency) {
  constexpr double limit = 9223372036854775808.0;  // 2^63
  const double minor = std::round(major * static_cast<double>(power_of_ten(currency.decimals())));
  if (!(minor >= -limit && minor < limit)) return std::nullopt;  // not a number, either
  return Money{static_cast<std::int64_t>(minor), currency};
}

double Money::to_double() const { return Decimal{minor, currency.decimals()}.to_double(); }

std::string Money::to_string() const { return Decimal{minor, currency.decimals()}.to_string(); }

std::optional<Money> convert(Money amount, Decimal rate, Currency target) {
  const Wide product = static_cast<Wide>(amount.minor) * rate.mantissa;
  const int shift = target.decimals() - amount.currency.decimals() - rate.scale;
  if (shift >= 0) return money(times(product, power_of_ten(shift)), target);
  return money(divided(product, power_of_ten(-shift)), target);
}

std::optional<Money> scaled(Money amount, std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0) return std::nullopt;
  return money(divided(static_cast<Wide>(amount.minor) * numerator, denominator), amount.currency);
}

}  // namespace martech_audit
