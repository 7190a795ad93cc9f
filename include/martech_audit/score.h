// The gap score, model "gap-1", and the money ledger.
//
//   gap = 100 * sum over rules (w_r * g_r) / sum over rules w_r,   g_r = sum over entities (x_e * degree_e)
//
// for every rule r that applies to at least one entity. Exposure x_e: for tools half by head, half by annual
// cost (an unknown cost counts as the mean of the known ones); for all else by head. 0 is no gap, 100 nothing
// is shown to connect. `proven` counts gaps, `unproven` what could not be decided; gap = proven + unproven,
// exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/money.h"

namespace martech_audit {

inline constexpr std::string_view score_model = "gap-1";

struct RuleScore {
  std::uint32_t rule = 0;  // index among the rules in force
  std::uint32_t entities = 0;
  std::uint32_t gaps = 0;
  std::uint32_t unknowns = 0;
  Points exposure = 0;  // the most points this rule can give
  Points proven = 0;
  Points unproven = 0;
};

struct DimensionScore {
  std::string_view dimension;
  std::uint32_t rules = 0;
  Points exposure = 0;  // share of the 100 points; its own gap is 100 * (proven + unproven) / exposure
  Points proven = 0;
  Points unproven = 0;

  Points gap() const;  // of this dimension alone, 0 to 100 points
  Points proven_gap() const;
};

struct Score {
  Points proven = 0;
  Points unproven = 0;
  Points gap() const { return proven + unproven; }

  std::uint64_t judged = 0;   // pairs of rule and entity it applies to
  std::uint64_t decided = 0;  // of which not unknown: decided / judged is the share of evidence present
  std::int64_t gap_points =
      0;  // sum of w_r * degree over entities, in billionths: not diluted by clean additions
  std::vector<RuleScore> rules;            // every rule that applies to something, in the order of the rules
  std::vector<DimensionScore> dimensions;  // sorted by name
  std::string comparable_key;              // hex; scores compare only where it is equal
};

// Money over the whole inventory, in the organisation's currency.
struct MoneySummary {
  std::optional<Money> total_cost;  // sum of the annual costs that are known; none where no cost is
  std::uint32_t tools_without_cost = 0;
  Money recoverable;  // allocated: this is called waste, and never exceeds total_cost
  Money at_risk;      // these three: the largest claim of each tool, so that no amount counts twice
  Money exposed;
  Money opportunity;
  Money waived;  // recoverable that waivers hide; part of `recoverable`
};

}  // namespace martech_audit
