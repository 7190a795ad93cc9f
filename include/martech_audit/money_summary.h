// Money over the whole inventory, by class.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "martech_audit/money.h"

namespace martech_audit {

// What is shown, and what it may be if every open question is answered against the inventory; `possible` >=
// `proven`. None: not known, because nothing could be examined.
struct MoneyRange {
  std::optional<Money> proven;
  std::optional<Money> possible;
  friend bool operator==(const MoneyRange&, const MoneyRange&) = default;
};

// What commits by itself within so many days, by the last day to stop it. Rungs include the shorter ones.
struct AtRiskRung {
  std::uint32_t within_days = 0;
  Money proven;
  Money possible;
  friend bool operator==(const AtRiskRung&, const AtRiskRung&) = default;
};

// Commitments of the next terms of contracts that renew by themselves, each once.
struct AtRisk {
  MoneyRange year;                 // within 365 days
  Money overdue;                   // the notice day has passed, and the renewal is still ahead; in no rung
  std::vector<AtRiskRung> ladder;  // 30, 90 and 365 days
  friend bool operator==(const AtRisk&, const AtRisk&) = default;
};

// In the organisation's currency. Waived findings count in every figure: a waiver hides a finding, not its
// cost. The classes are views of the same spend, never added. Sums too large for a Money stop at the largest.
struct MoneySummary {
  std::optional<Money> total_cost;  // known annual costs of the tools in use; none where no cost is known
  std::uint32_t tools_without_cost = 0;  // of those in use
  MoneyRange recoverable;                // what can stop being paid: this is called waste
  Money unexamined;  // annual cost of tools that say nothing of their use, less what is waste all the same
  AtRisk at_risk;
  MoneyRange exposed;      // spend whose value cannot be shown: off strategy, unproven; possible: not known
  MoneyRange opportunity;  // an estimate, or hangs on a decision; the largest claim of each entity
  Money sunk;              // paid once, in no other figure
  Money waived;            // proven waste that waivers hide; part of `recoverable`
};

}  // namespace martech_audit
