// How people and spreadsheets write numbers and dates, for hints that show the form this tool reads.
#include <fmt/format.h>

#include <array>

#include "base/dates.h"
#include "base/text.h"
#include "martech_audit/money.h"
#include "model/read_scalar.h"

namespace martech_audit::model {
namespace {

// Of "1.200,50" the comma, of "1,200.50" the point, of "1,200" none: three digits behind a lone comma are a
// group.
std::size_t decimal_mark(std::string_view digits) {
  const std::size_t last = digits.find_last_of(".,");
  if (last == std::string_view::npos) return last;
  const bool lone = digits.find_first_of(".,") == last;
  const bool group = digits.size() - last == 4 && (digits[last] == ',' || !lone);
  const bool repeated = !lone && digits.find(digits[last]) != last;
  return group || repeated ? std::string_view::npos : last;
}

struct Numbers {
  std::array<std::uint32_t, 3> value{};
  std::array<std::size_t, 3> digits{};
};

// Three numbers with one character of "/.- " between them.
std::optional<Numbers> three_numbers(std::string_view text) {
  Numbers numbers;
  std::size_t at = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (; at < text.size() && is_digit(text[at]) && numbers.digits[i] < 4; ++at, ++numbers.digits[i]) {
      numbers.value[i] = numbers.value[i] * 10 + static_cast<std::uint32_t>(text[at] - '0');
    }
    if (numbers.digits[i] == 0) return std::nullopt;
    if (i < 2 && (at == text.size() || std::string_view("/.- ").find(text[at++]) == std::string_view::npos)) {
      return std::nullopt;
    }
  }
  return at == text.size() ? std::optional(numbers) : std::nullopt;
}

// Empty where there is no such date.
std::string iso(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return parse_date(text) ? text : std::string();
}

std::string day_and_month(const Numbers& numbers) {
  const auto [a, b, year] = numbers.value;
  const std::string month_first = iso(year, a, b);
  std::string day_first = iso(year, b, a);
  if (month_first.empty() || month_first == day_first) return day_first;
  return day_first.empty() ? month_first : month_first + " or " + day_first;
}

}  // namespace

std::string as_plain_number(std::string_view text) {
  std::string digits;
  text = trim(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool parts_numbers = std::string_view("-/:").find(c) != std::string_view::npos && !digits.empty() &&
                               i + 1 < text.size() && is_digit(text[i + 1]);
    if ((c >= 'a' && c <= 'z') || parts_numbers) return {};  // a word, a range, a day, a time
    if (is_digit(c) || c == '.' || c == ',' || (c == '-' && digits.empty())) digits += c;
  }
  std::string plain;
  const std::size_t mark = decimal_mark(digits);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i]) || digits[i] == '-') plain += digits[i];
    if (i == mark && i + 1 < digits.size()) plain += '.';  // not of "1200,-"
  }
  return Decimal::parse(plain) ? plain : std::string();
}

std::string as_iso_date(std::string_view text) {
  text = trim(text);
  if (text.size() > 10 && parse_date(text.substr(0, 10))) return std::string(text.substr(0, 10));
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
    const std::string dashed = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6));
    return parse_date(dashed) ? dashed : std::string();
  }
  const auto numbers = three_numbers(text);
  if (!numbers) return {};
  if (numbers->digits[0] == 4) return iso(numbers->value[0], numbers->value[1], numbers->value[2]);
  return numbers->digits[2] == 4 ? day_and_month(*numbers) : std::string();
}

}  // namespace martech_audit::model
