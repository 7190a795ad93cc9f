// Money: an exact amount in one currency. Never a double.
//
// Values, copied freely and without memory of their own. Nothing rounds without saying so, and nothing wraps:
// what does not fit into 64 bits is either nothing or the nearest number there is, as each function says.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace martech_audit {

// A code of ISO 4217's active list. Made by parse(), so that a Currency always exists there. Codes without a
// smallest unit (gold, special drawing rights, "no currency") are not currencies amounts can be in.
class Currency {
 public:
  Currency() = default;                                         // "XXX", no currency
  static std::optional<Currency> parse(std::string_view code);  // three capital letters of ISO 4217

  // Three capitals; a view of this object.
  std::string_view code() const { return {code_.data(), code_.size()}; }
  int decimals() const { return decimals_; }  // digits after the point: 2 for EUR, 0 for JPY, 3 for KWD
  // The same code.
  friend bool operator==(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> code_{'X', 'X', 'X'};
  std::int8_t decimals_ = 2;
};

// A decimal as it was written: value = mantissa / 10^scale. 0 <= scale <= 9.
struct Decimal {
  std::int64_t mantissa = 0;
  std::int32_t scale = 0;

  // Digits with an optional sign, one point and underscores between digits ("-1_200.50"). Nothing when the
  // text is anything else or needs more than 18 digits or 9 decimals.
  static std::optional<Decimal> parse(std::string_view text);

  double to_double() const;       // the nearest one
  std::string to_string() const;  // all its decimals: "1200.50"
};

// `minor` counts the currency's smallest unit: 120000 EUR-cents are 1,200.00 EUR.
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  // Exactly `amount`; nothing where it is written with more decimals than the currency has (so that a
  // thousands separator, "1.500" EUR, is not read as a point) or does not fit.
  static std::optional<Money> from(Decimal amount, Currency currency);
  // The nearest minor unit, halves away from zero; nothing where it does not fit.
  static std::optional<Money> nearest(double major, Currency currency);

  double to_double() const;       // major units
  std::string to_string() const;  // "1200.00", without grouping or code
  // Of one currency and amount; amounts of two currencies are never equal.
  friend bool operator==(const Money&, const Money&) = default;
};

// `amount` times `rate` (target units for one source unit), nearest minor unit, halves away from zero;
// nothing where it does not fit.
std::optional<Money> convert(Money amount, Decimal rate, Currency target);

// amount * numerator / denominator, nearest minor unit, halves away from zero; nothing where it does not fit
// or the denominator is not positive.
std::optional<Money> scaled(Money amount, std::int64_t numerator, std::int64_t denominator);

// The sum of two numbers of minor units, or the nearest number there is where it does not fit.
constexpr std::int64_t saturating_add(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return a < 0 ? INT64_MIN : INT64_MAX;
}

// Part `number`, from 0, of `sum` in `parts` parts that differ by one unit at most; the first ones are the
// larger, and all of them add up to `sum`. `parts` is above 0.
inline std::int64_t part_of(std::int64_t sum, std::size_t parts, std::size_t number) {
  const auto count = static_cast<std::int64_t>(parts);
  return sum / count + (static_cast<std::int64_t>(number) < sum % count ? 1 : 0);
}

}  // namespace martech_audit
