// The gap score, model "gap-1", and the money ledger.
//
//   gap = 100 * sum over rules (w_r * g_r) / sum over rules w_r,   g_r = sum over entities (x_e * degree_e)
//
// for every rule r of positive weight that applies to at least one entity. Exposure x_e: for tools half by
// head, half by annual cost (an unknown cost counts as the mean of all known ones); for all else by head. 0
// is no gap, 100 nothing is shown to connect. `proven` counts gaps, `unproven` what could not be decided; gap
// = proven + unproven, exactly.
//
// The arithmetic is that of cells: 100 points are apportioned to the rules by weight, and the share of each
// rule to its entities by exposure, both in billionths of a point by largest remainder (ties: smaller id). So
// the cells, one for each pair of rule and entity, add up to 100 points exactly, and depend on the inventory
// and the rules alone, never on outcomes. A pair that is not passed takes cell * degree, rounded by itself;
// every other figure is a sum of these.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/money.h"

namespace martech_audit {

inline constexpr std::string_view score_model = "gap-1";

// Places first to last, both included, in the Roster of a kind.
struct RankSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const RankSpan&, const RankSpan&) = default;
};

struct RuleScore {
  std::uint32_t rule = 0;  // index among the rules in force
  std::uint32_t entities = 0;
  std::uint32_t gaps = 0;
  std::uint32_t unknowns = 0;
  Points exposure = 0;  // the most points this rule can give; 0 for a rule of weight 0
  Points proven = 0;
  Points unproven = 0;
  // What passed, ascending; the rest of what was judged is in findings and missing evidence. With the rosters
  // and the tools' costs these are all terms of the score.
  std::vector<RankSpan> passed = {};
};

// A dimension in which some rule counts, so that its exposure is positive.
struct DimensionScore {
  std::string_view dimension;
  std::uint32_t rules = 0;  // that count
  Points exposure = 0;      // share of the 100 points; its own gap is 100 * (proven + unproven) / exposure
  Points proven = 0;
  Points unproven = 0;

  Points gap() const;  // of this dimension alone, 0 to 100 points, nearest billionth
  Points proven_gap() const;
};

struct Score {
  Points proven = 0;
  Points unproven = 0;
  Points gap() const { return proven + unproven; }

  // 100 points; 0 where no rule of positive weight applied to anything. Such a run has shown nothing, good or
  // bad: its gap of 0 must not be read as one, and the gate gives it exit code 2.
  Points exposure = 0;
  bool has_verdict() const { return exposure > 0; }

  std::uint64_t judged = 0;   // pairs of a rule, of any weight, and an entity it applies to
  std::uint64_t decided = 0;  // of which not unknown: decided / judged is the share of evidence present
  std::int64_t gap_points =
      0;  // sum of w_r * degree over pairs, in billionths: not diluted by clean additions
  std::vector<RuleScore> rules;            // every rule that applies to something, in the order of the rules
  std::vector<DimensionScore> dimensions;  // sorted by name
  std::string comparable_key;              // 64 hex digits; scores compare only where it is equal
};

// Money over the whole inventory, in the organisation's currency. Waived findings count in every figure: a
// waiver hides a finding, not its cost. Sums too large for a Money stop at the largest one.
struct MoneySummary {
  std::optional<Money> total_cost;  // known annual costs of the tools in use; none where no cost is known
  std::uint32_t tools_without_cost = 0;  // of those in use
  Money recoverable;                     // allocated: this is called waste, and never exceeds total_cost
  // These three count the largest claim of each entity, so that no amount counts twice. Claims on tools and
  // claims on teams, say, may be the same money seen from two sides: of the sums by kind of entity the
  // largest is given.
  Money at_risk;
  Money exposed;
  Money opportunity;
  Money waived;  // recoverable that waivers hide; part of `recoverable`
};

// A finding's rank by value for effort: (points + 100 * waste / total cost) / effort.
struct Priority {
  std::uint32_t finding = 0;
  double value = 0;
};

}  // namespace martech_audit
