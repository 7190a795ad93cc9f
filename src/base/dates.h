// Calendar dates without a clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "martech_audit/date.h"

namespace martech_audit {

inline constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

// "2026-11-23" and nothing else; only dates that exist, years 1 to 9999.
std::optional<Date> parse_date(std::string_view iso);
std::string to_string(Date date);

// What would lie outside the years 1 to 9999 becomes their first or last day.
std::int64_t days_since_epoch(Date date);
Date from_days(std::int64_t days_since_epoch);

// The same day `months` later, moved back to the month's last day where it has fewer.
Date add_months(Date date, int months);

}  // namespace martech_audit
