// Changes in words, the same in every format made for people.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/report_diff.h"

namespace martech_audit::report {

std::string change_text(Points change);  // "+1.9", "-0.3", "+<0.1", "0"

// "EUR 1,200 → EUR 900 (-300)"; "not known" for what is not.
std::string money_change(const std::optional<Money>& before, const std::optional<Money>& after);

// "inventory +1.9"; "inventory or time +0.4" where the two cannot be told apart. Causes that moved nothing
// are left out.
std::vector<std::string> gap_phrases(const ReportDiff& diff);

// The sums that changed, each with its name.
struct MoneyChange {
  std::string_view name;
  std::string text;
};
std::vector<MoneyChange> money_changes(const ReportDiff& diff);

// "medium → high, EUR 1,200 → EUR 2,400"
std::string finding_change(const ChangedFinding& change);

// Why a finding that no fix ended is no longer there: "its tool was removed".
std::string ending_text(const EndedFinding& ended);

// "1 new, 2 worsened, 1 improved, 4 fixed, 1 closed without a fix"
std::string counts_text(const ReportDiff& diff);

std::size_t count_fixed(const ReportDiff& diff);

}  // namespace martech_audit::report
