// Months, quarters and years as headings have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace martech_audit::import {

struct CalendarPart {
  enum class Kind : std::uint8_t { month, quarter, year };
  Kind kind = Kind::year;
  unsigned number = 0;           // of the month or quarter, from 1
  std::optional<int> year = {};  // where it is said
  friend bool operator==(const CalendarPart&, const CalendarPart&) = default;
};

// "Jan", "Jan-26", "January 2026", "2026-01", "01/2026", "Q1", "Q1 2026", "1Q26", "2026", "FY26", also as the
// cost of it: "Cost Jan 2026". Nothing for whatever else is said of it: "Budget 2026", "YTD 2026".
std::optional<CalendarPart> read_calendar_part(std::string_view heading);

// Of a month's name or its short form, in lower-case letters without accents: "jan", "septembre"; 0 for
// others.
unsigned month_number(std::string_view word);

}  // namespace martech_audit::import
