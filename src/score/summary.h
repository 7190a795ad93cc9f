// Sums of money by class, over tools, findings and contracts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/money_summary.h"
#include "martech_audit/rule.h"
#include "martech_audit/waterfall.h"

namespace martech_audit {

// What the next term of a contract commits to, unless somebody stops it. Minor units, possible >= proven.
struct Commitment {
  std::int64_t days = 0;  // until the last day to stop it; negative where the day has passed
  bool is_overdue = false;
  std::int64_t proven = 0;
  std::int64_t possible = 0;
};

struct SummaryInput {
  std::span<const Rule> rules;  // in force
  Currency currency;
  std::optional<std::int64_t> total_cost;  // annual cost of the tools in use; none where it is unknown
  std::uint32_t tools_without_cost = 0;    // of those in use
  std::int64_t sunk = 0;
  const Waterfall* waterfall = nullptr;  // null: no rule claims money
  std::span<const Commitment> commitments;
};

// Recoverable claims on tools must have been granted (waterfall.h). Those on anything else (a budget, the
// organisation) are granted here: they share what is left of the total cost, causes first, then the larger
// one, then by rule id. So what is called waste never exceeds the total. Waived findings count like any
// other.
MoneySummary summarise(const SummaryInput& input, std::span<Finding> findings, std::span<Finding> waived);

}  // namespace martech_audit
