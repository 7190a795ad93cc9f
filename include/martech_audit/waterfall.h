// Waterfall: where each unit of a year's spend ends, from waste to what is shown to work.
//
// Every unit is in exactly one part, whatever rules claim it: claims are served in the order of SpendPart,
// each from what earlier ones leave.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

// Minor units of the organisation's currency, by part; they add up to the whole exactly.
struct SpendParts {
  std::array<std::int64_t, spend_part_count> minor{};

  std::int64_t& operator[](SpendPart part) { return minor[static_cast<std::size_t>(part)]; }
  std::int64_t operator[](SpendPart part) const { return minor[static_cast<std::size_t>(part)]; }
  std::int64_t total() const {  // sums too large for a Money stop at the largest one
    std::int64_t sum = 0;
    for (const std::int64_t part : minor) sum = saturating_add(sum, part);
    return sum;
  }
  friend bool operator==(const SpendParts&, const SpendParts&) = default;
};

// A year of one tool.
struct ToolSpend {
  SpendParts parts;
  std::int64_t possible_waste = 0;  // with every open question answered against the tool; >= parts[waste]
  bool is_estimated = false;        // the cost is the mean of the known ones; all of it is not_known
  bool is_examined = false;         // something is said of its use, so that waste could be found
};

// A year of the whole organisation.
struct Waterfall {
  Currency currency;
  SpendParts all;                        // tools, unlisted and unaccounted
  std::vector<ToolSpend> tools;          // by entity index; all zero for tools that cost nothing now
  std::int64_t unassigned = 0;           // paid for what cannot be told: not_known
  std::int64_t unlisted = 0;             // paid to vendors on no list: off_strategy
  std::optional<std::int64_t> budgeted;  // a year's use of the running martech budgets, as far as it is known
  bool has_costs = true;                 // of some tool, or of none because nothing costs anything
  std::int64_t unaccounted = 0;          // of a running martech budget, beyond all that is listed: not_known

  // Nothing is: no tool has a cost, and no money was seen elsewhere.
  bool is_known() const { return has_costs || all.total() > 0; }
};

}  // namespace martech_audit
