// The money ledger: each unit of a tool's annual cost is granted to at most one recoverable claim.
//
// On each tool the claims are served one after the other, each as far as the annual cost lasts, in this
// order:
//
//   1. causes before symptoms: a rule that names others in `explained_by` is served after them, transitively.
//   Packs
//      so say themselves that giving a tool up comes before its seats, and seats before its plan;
//   2. the larger claim: of rules that say nothing of each other, the one that takes the whole tool comes
//   first;
//   3. rule id, then the order of the rule's own amounts.
//
// A tool of unknown cost grants nothing: no waste is shown where the spend is not. Recoverable claims on
// anything but a tool (a budget, an initiative, the organisation) share what the tools' claims leave of the
// total cost, in the same order, ties by kind and id. So the sum of what is granted never exceeds the total,
// and depends on no input order. Claims of the other classes are granted in full: nothing is added up over
// them that could count twice.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/score.h"

namespace martech_audit {

struct LedgerInput {
  std::span<const Rule> rules;                              // in force
  std::span<const std::optional<std::int64_t>> tool_costs;  // annual, minor units, >= 0; by tool index
  Currency currency;                                        // of all costs and claims
  // Annual cost of the tools in use, as everything else counts it: most that is granted. None where it is
  // unknown.
  std::optional<std::int64_t> total_cost;
  std::uint32_t tools_without_cost = 0;  // of those in use
};

// Sets `allocated` in every claim. Waived findings hold their share like any other, so that a waiver moves no
// money.
MoneySummary allocate(const LedgerInput& input, std::span<Finding> findings, std::span<Finding> waived);

}  // namespace martech_audit
