// Dates as people and spreadsheets write them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "martech_audit/date.h"

namespace martech_audit::import {

// In which order a date of three numbers is written.
enum class DateOrder { dmy, mdy, ymd };
std::optional<DateOrder> date_order(std::string_view name);  // "dmy", "mdy", "ymd"
std::string_view name(DateOrder order);

struct DateReading {
  std::optional<Date> date;  // the only day it can be
  // The day by each order where there is one, indexed by DateOrder; only of dates of three numbers.
  std::array<std::optional<Date>, 3> by_order{};
  bool short_year = false;   // "31.01.26": never sure, as the century and the order are left to the reader
  bool day_count = false;    // "46387": `date` is taken from the count that spreadsheets keep of days
  std::string problem = {};  // why `date` is not given
};

// "2026-01-31", also with a time behind it, "2026/01/31", "20260131", "31.01.2026", "07/13/2012",
// "Jan 5, 2026", "5 January 2026", "5-Jan-2026"; also "46387" and "46387.5", as sheets show dates in cells
// that are formatted as numbers.
DateReading read_date(std::string_view text);

// The order that the reading proves: one of day-month and month-day gives a day and the other does not.
std::optional<DateOrder> proven_order(const DateReading& reading);

}  // namespace martech_audit::import
