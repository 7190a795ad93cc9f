// Numbers as people and spreadsheets write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "martech_audit/money.h"

namespace martech_audit::import {

// Either a value or the one clause that says why there is none.
struct NumberReading {
  std::optional<Decimal> value;
  std::string problem = {};
  bool approximate = false;  // "approx 12", "~12"
  std::string hint = {};
};

// "1,200.50", "1.200,50", "1 200", "1'200", "1,20,000". A lone separator with three digits behind it is what
// `mark`, the one before decimals, makes of it; without one it groups thousands where amounts have fewer than
// three decimals, and else nobody can tell.
NumberReading read_number(std::string_view text, int decimals, char mark = 0);

// The separator before the decimals, '.' or ',', where the number in the text shows it: of "1.200,50",
// "1,200,000" and "12.5", not of "1.200".
char decimal_mark(std::string_view text);

// A whole number with what usually stands around it: "approx 12", "~12", "12 seats", "60 days", "2 weeks",
// "30 days before renewal" and "1 year" in the unit asked for. Months are so many days as they can have at
// most: "3 months" of notice are 92, approximately.
enum class CountUnit { things, days, months };
NumberReading read_count(std::string_view text, CountUnit unit);

// "5", "5.5 %": percent.
NumberReading read_percentage(std::string_view text);

// The exact sum; nothing where it does not fit.
std::optional<Decimal> sum_of(Decimal a, Decimal b);

// Takes "approx", "~", "ca." and the like off the front; says whether there were any.
bool drop_approximation(std::string_view& text);

}  // namespace martech_audit::import
