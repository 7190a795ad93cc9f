// Date: a calendar day without time or zone, of the proleptic Gregorian calendar. Those that readers hand out
// exist (no 30 February).
#pragma once

#include <chrono>

namespace martech_audit {

using Date = std::chrono::year_month_day;

}  // namespace martech_audit
