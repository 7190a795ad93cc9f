#include "import/cells/exact_sum.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace martech_audit::import {
namespace {

constexpr std::size_t digits_a_limb = 9;
constexpr std::int64_t limb_base = 1'000'000'000;
constexpr std::int64_t longest_shift = 100;  // of the point by an exponent
constexpr std::size_t longest_integer = 15;  // digits before the point

struct WrittenNumber {
  bool negative = false;
  std::string digits = {};
  std::int64_t point = 0;  // so many of them stand before it; below 0 zeros follow it
};

std::optional<std::int64_t> exponent_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  constexpr std::size_t longest = 4;
  if (text.empty() || text.size() > longest || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : text) value = value * 10 + (digit - '0');
  if (value > longest_shift) return std::nullopt;
  return negative ? -value : value;
}

std::optional<WrittenNumber> written_number(std::string_view text) {
  WrittenNumber number{text.starts_with('-')};
  if (number.negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, mark);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  number.digits = std::string(mantissa.substr(0, point));
  number.point = static_cast<std::int64_t>(point);
  if (point < mantissa.size()) number.digits += mantissa.substr(point + 1);
  if (number.digits.empty() || !std::all_of(number.digits.begin(), number.digits.end(), is_digit))
    return std::nullopt;
  if (mark == text.size()) return number;
  const auto exponent = exponent_of(text.substr(mark + 1));
  if (!exponent) return std::nullopt;
  number.point += *exponent;
  return number;
}

// With zeros where the point lies beyond the digits.
std::string before_point(const WrittenNumber& number) {
  if (number.point <= 0) return "0";
  std::string text = number.digits.substr(0, static_cast<std::size_t>(number.point));
  text.resize(static_cast<std::size_t>(number.point), '0');
  text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
  return text;
}

std::string behind_point(const WrittenNumber& number) {
  if (number.point < 0) return std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
  const auto point = static_cast<std::size_t>(number.point);
  return point < number.digits.size() ? number.digits.substr(point) : std::string();
}

}  // namespace

bool ExactSum::add(std::string_view text) {
  const auto number = written_number(trim(text));
  if (!number) return false;
  const std::string whole = before_point(*number);
  if (whole.size() > longest_integer) return false;
  std::string fraction = behind_point(*number);
  fraction.resize((fraction.size() + digits_a_limb - 1) / digits_a_limb * digits_a_limb, '0');
  limbs_.resize(std::max(limbs_.size(), 1 + fraction.size() / digits_a_limb));
  const std::int64_t sign = number->negative ? -1 : 1;
  limbs_[0] += sign * std::stoll(whole);
  for (std::size_t i = 0; i < fraction.size(); i += digits_a_limb)
    limbs_[1 + i / digits_a_limb] += sign * std::stoll(fraction.substr(i, digits_a_limb));
  return true;
}

std::optional<Money> ExactSum::rounded(Currency currency) const {
  std::vector<std::int64_t> limbs = limbs_;
  limbs.resize(std::max<std::size_t>(limbs.size(), 2));
  for (std::size_t i = limbs.size() - 1; i > 0; --i) {
    std::int64_t carry = limbs[i] / limb_base;
    if (limbs[i] % limb_base < 0) --carry;
    limbs[i] -= carry * limb_base;
    limbs[i - 1] += carry;
  }
  std::int64_t unit = limb_base;
  for (int i = 0; i < currency.decimals(); ++i) unit /= 10;
  const std::int64_t rest = limbs[1] % unit;
  const bool exactly_half = 2 * rest == unit && std::all_of(limbs.begin() + 2, limbs.end(),
                                                            [](std::int64_t limb) { return limb == 0; });
  const bool negative = limbs[0] < 0;
  const bool up = 2 * rest > unit || (2 * rest == unit && (!exactly_half || !negative));
  std::int64_t minor = 0;
  if (__builtin_mul_overflow(limbs[0], limb_base / unit, &minor)) return std::nullopt;
  if (__builtin_add_overflow(minor, limbs[1] / unit + (up ? 1 : 0), &minor)) return std::nullopt;
  return Money{minor, currency};
}

}  // namespace martech_audit::import
