#include "import/workbook/cell_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/dates.h"
#include "base/text.h"
#include "document/scalar.h"

namespace martech_audit::import {
namespace {

constexpr int significant = 15;         // digits that spreadsheets compute with
constexpr double last_day = 2'958'465;  // 31 December 9999
constexpr std::int64_t seconds_a_day = 86'400;

// A number as its digits: 0.ddd × 10^point. No digits: zero.
struct Digits {
  bool negative = false;
  std::string digits;
  int point = 0;
};

std::size_t digits_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
}

// Leading and trailing zeros say nothing.
void normalise(Digits& number) {
  const std::size_t zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, zeros);
  number.point -= static_cast<int>(zeros);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
  if (number.digits.empty()) number = {};
}

void round_to(Digits& number, int count) {
  if (count < 0) number.digits.clear();
  if (count >= 0 && number.digits.size() > static_cast<std::size_t>(count)) {
    const bool up = number.digits[static_cast<std::size_t>(count)] >= '5';
    number.digits.resize(static_cast<std::size_t>(count));
    std::size_t at = number.digits.size();
    while (up && at > 0 && number.digits[at - 1] == '9') number.digits[--at] = '0';
    if (up && at > 0) ++number.digits[at - 1];
    if (up && at == 0) {
      number.digits.insert(0, "1");
      ++number.point;
    }
  }
  normalise(number);
}

std::optional<Digits> parse_digits(std::string_view text) {
  constexpr std::size_t longest = 400;  // the largest number of a spreadsheet has 309 digits
  Digits number;
  std::size_t at = 0;
  if (text.size() > longest) return std::nullopt;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) number.negative = text[at++] == '-';
  const std::size_t whole = digits_at(text, at);
  number.digits = text.substr(at, whole);
  at += whole;
  number.point = static_cast<int>(whole);
  const bool has_point = at < text.size() && text[at] == '.';
  if (has_point) {
    const std::size_t fraction = digits_at(text, ++at);
    number.digits += text.substr(at, fraction);
    at += fraction;
  }
  if (number.digits.empty()) return std::nullopt;
  const bool has_exponent = at < text.size() && (text[at] == 'E' || text[at] == 'e');
  if (has_exponent) {
    if (++at < text.size() && text[at] == '+') ++at;
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (error != std::errc() || std::abs(exponent) > static_cast<int>(longest)) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    number.point += exponent;
  }
  if (at != text.size()) return std::nullopt;
  const bool negative = number.negative;
  normalise(number);
  // Whole numbers that somebody wrote out, such as those of accounts, are nobody's computation.
  if (has_point || has_exponent) round_to(number, significant);
  number.negative = negative && !number.digits.empty();
  return number;
}

// Without a sign. Three decimals of a number in a text get a fourth: "1.234 EUR" could be a thousand and
// more.
std::string magnitude(const Digits& number, bool alone) {
  if (number.digits.empty()) return "0";
  const auto size = static_cast<int>(number.digits.size());
  if (number.point >= size)
    return number.digits + std::string(static_cast<std::size_t>(number.point - size), '0');
  std::string text = number.point > 0
                         ? number.digits
                         : std::string(static_cast<std::size_t>(1 - number.point), '0') + number.digits;
  text.insert(static_cast<std::size_t>(std::max(number.point, 1)), ".");
  if (!alone && size - number.point == 3 && number.point > 0) text += '0';
  return text;
}

std::string signed_text(const Digits& number, std::string_view before, std::string_view after) {
  const bool word = !before.empty() && static_cast<unsigned char>(before.back() | 0x20) >= 'a' &&
                    static_cast<unsigned char>(before.back() | 0x20) <= 'z';
  return fmt::format("{}{}{}{}{}{}", number.negative ? "-" : "", before, word ? " " : "",
                     magnitude(number, before.empty() && after.empty()), after.empty() ? "" : " ", after);
}

std::string clock(std::int64_t seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string day_of_count(std::int64_t count, DateSystem system) {
  using namespace std::chrono;
  constexpr std::int64_t false_leap_day = 60;
  if (system == DateSystem::from_1900 && count == false_leap_day) return "1900-02-29";
  const sys_days first = system == DateSystem::from_1904 ? sys_days{year{1904} / January / 1}
                         : count < false_leap_day        ? sys_days{year{1899} / December / 31}
                                                         : sys_days{year{1899} / December / 30};
  return to_string(Date(first + days{count}));
}

// Nothing where the number is no day.
std::optional<std::string> time_text(std::string_view number, NumberFormat::Kind kind, DateSystem system) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || !(value >= 0) || value >= last_day + 1) return std::nullopt;
  const std::int64_t seconds = std::llround(value * static_cast<double>(seconds_a_day));
  if (kind == NumberFormat::Kind::elapsed) return clock(seconds);
  const std::int64_t count = seconds / seconds_a_day;
  const std::int64_t rest = seconds % seconds_a_day;
  const bool day_zero = count == 0 && (system == DateSystem::from_1900 || kind == NumberFormat::Kind::time);
  if (day_zero && rest == 0 && kind == NumberFormat::Kind::day) return std::nullopt;
  if (day_zero) return clock(rest);
  const std::string day = day_of_count(count, system);
  return rest == 0 ? day : day + "T" + clock(rest);
}

}  // namespace

CellText number_text(std::string_view number) { return formatted_text(number, {}, {}); }

std::string percent_text(std::string_view number) {
  auto digits = parse_digits(trim(number));
  if (!digits) return std::string(number);
  if (!digits->digits.empty()) digits->point += 2;
  return fmt::format("{}{}%", digits->negative ? "-" : "", magnitude(*digits, false));
}

CellText formatted_text(std::string_view number, const NumberFormat& format, DateSystem system) {
  number = trim(number);
  if (format.kind == NumberFormat::Kind::percent) return {percent_text(number)};
  if (format.kind != NumberFormat::Kind::number) {
    const auto text = time_text(number, format.kind, system);
    return text ? CellText{*text} : number_text(number);
  }
  auto digits = parse_digits(number);
  if (!digits) return {std::string(number)};
  if (format.decimals) round_to(*digits, digits->point + std::max(2, *format.decimals));
  CellText text{signed_text(*digits, format.before, format.after)};
  text.plain = decimal(text.text, true).has_value();
  return text;
}

std::string day_text(std::string_view iso) {
  const std::size_t time = iso.find('T');
  const bool midnight = time != iso.npos && iso.find_first_not_of("T0:.Z", time) == iso.npos;
  return std::string(midnight ? iso.substr(0, time) : iso);
}

std::string duration_text(std::string_view iso) {
  if (!iso.starts_with("PT")) return std::string(iso);
  std::int64_t seconds = 0;
  for (std::size_t at = 2; at < iso.size();) {
    constexpr std::size_t longest = 9;
    const std::size_t count = digits_at(iso, at);
    std::int64_t number = 0;
    if (count == 0 || count > longest || at + count == iso.size()) return std::string(iso);
    std::from_chars(iso.data() + at, iso.data() + at + count, number);
    at += count;
    if (iso[at] == '.' || iso[at] == ',') at += 1 + digits_at(iso, at + 1);  // parts of seconds are left out
    if (at == iso.size()) return std::string(iso);
    const char unit = iso[at++];
    if (unit != 'H' && unit != 'M' && unit != 'S') return std::string(iso);
    seconds += number * (unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
  }
  return clock(seconds);
}

}  // namespace martech_audit::import
