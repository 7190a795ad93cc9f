// Date: a calendar day without time or zone.
#pragma once

#include <chrono>

namespace martech_audit {

using Date = std::chrono::year_month_day;

}  // namespace martech_audit
