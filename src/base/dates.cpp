#include "base/dates.h"

#include <fmt/format.h>

#include <algorithm>

namespace martech_audit {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr Date first_date{year{1}, month{1}, day{1}};
constexpr Date last_date{year{9999}, month{12}, day{31}};

// The number that `text` spells in digits only, else nothing.
std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto y = number(iso.substr(0, 4));
  const auto m = number(iso.substr(5, 2));
  const auto d = number(iso.substr(8, 2));
  if (!y || !m || !d || *y == 0) return std::nullopt;
  const Date date{year{static_cast<int>(*y)}, month{*m}, day{*d}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::int64_t days_since_epoch(Date date) { return sys_days(date).time_since_epoch().count(); }

Date from_days(std::int64_t days_since_epoch) {
  const std::int64_t first = martech_audit::days_since_epoch(first_date);
  const std::int64_t last = martech_audit::days_since_epoch(last_date);
  return sys_days(days(std::clamp(days_since_epoch, first, last)));
}

Date add_months(Date date, int months) {
  // Counted from year 0, because chrono's years wrap around silently.
  const std::int64_t target = std::int64_t{static_cast<int>(date.year())} * 12 +
                              static_cast<int>(static_cast<unsigned>(date.month())) - 1 + months;
  if (target < 12) return first_date;
  if (target >= std::int64_t{10000} * 12) return last_date;
  const year y{static_cast<int>(target / 12)};
  const month m{static_cast<unsigned>(target % 12) + 1};
  const Date moved{y, m, date.day()};
  return moved.ok() ? moved : Date(y / m / std::chrono::last);
}

}  // namespace martech_audit
