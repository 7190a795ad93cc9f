// What decisions are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "martech_audit/date.h"
#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/waterfall.h"

namespace martech_audit {

// Where a tool's contract stands, and where a year of its money ends. Amounts in minor units.
struct ToolTerms {
  std::optional<std::int64_t> annual_cost;
  std::optional<Date> renews_on;  // or ends, where it does not
  std::optional<Date> notice_by;
  std::optional<std::int64_t> term_months;  // of the next term
  std::optional<std::int64_t> commitment;   // of the next term by itself; 0: it ends without one
  const ToolSpend* spend = nullptr;         // none: what is not waste works
};

struct DecisionInput {
  std::span<const Finding> findings;  // with points and allocations, none of them waived
  std::span<const Rule> rules;
  Date as_of;
  Currency currency;
  std::function<ToolTerms(const Finding&)> terms_of = {};  // of the tool that a finding is about
};

}  // namespace martech_audit
