// Numbers as people read them: rounded at display only, grouped, the same in every format made for people.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"
#include "martech_audit/report.h"

namespace martech_audit::report {

inline constexpr std::array severities_worst_first{Severity::critical, Severity::high, Severity::medium,
                                                   Severity::low, Severity::info};

// One decimal at most, none where it is zero: "62.1", "38". What rounds to nothing but is something is
// "<0.1".
std::string points_text(Points points);

// "38.2" or "38–62": lower and upper end, rounded so that `proven` plus what `unproven_text` says is the
// upper end.
std::string gap_range(Points proven, Points unproven, std::string_view dash = "–");
std::string unproven_text(Points proven, Points unproven);

// Between two ends as they are printed: "-0.3"; "unchanged".
std::string printed_change(Points before, Points after);

// An amount in minor units that is not worth a line of its own (petty_share).
bool is_petty(std::int64_t minor, const AuditReport& report);

// "Against the baseline: 3 new, 1 worsened, 114 known"
std::string baseline_text(const BaselineUse& baseline);

// "EUR 12,345"; with the minor units where the amount is below a hundred and has any.
std::string money_text(const Money& money);

// "EUR 1,200", "EUR 1,200 to EUR 3,000", "up to EUR 3,000"; possible >= proven.
std::string range_text(const Money& proven, const Money& possible);

// "December"; "2 December 2026".
std::string_view month_name(Date date);
std::string day_text(Date date);

// 0.53 is "53%". Never 0% or 100% for what is neither.
std::string share_text(double share);

// Whole per cent by largest remainder, ties to the earlier part, so that they add up to 100; all 0 of
// nothing.
std::array<std::uint32_t, spend_part_count> percent_shares(const SpendParts& parts);

}  // namespace martech_audit::report
