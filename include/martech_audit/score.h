// The gap score, model "gap-2": how far the technology is from the strategy, in two halves that add up.
//
//   gap = (1 - L) * practice gap + L * money gap,   L = Score::money_share
//
// Practice: 100 * sum over rules (w_r * g_r) / sum over rules w_r, g_r = sum over entities (x_e * degree_e),
// for every rule r of positive weight that applies to at least one entity. Exposure x_e: for tools half by
// head, half by annual cost (an unknown cost counts as the exact mean of all known ones); for all else by
// head.
//
// Money: 100 * (waste + off strategy + unproven) / (total - too early) of the waterfall (waterfall.h); at its
// upper end with what is not known above the line as well.
//
// 0 is no gap, 100 nothing is shown to connect. `proven` counts gaps, `unproven` what could not be decided;
// gap = proven + unproven, exactly. Everything is in points of the whole gap unless a function says
// otherwise.
//
// The arithmetic of practice is that of cells: its points are apportioned to the rules by weight, and the
// share of each rule to its entities by exposure, both in billionths of a point by largest remainder (ties:
// smaller id). So the cells, one for each pair of rule and entity, add up exactly, and depend on the
// inventory and the rules alone, never on outcomes. A pair that is not passed takes cell * degree, rounded by
// itself. The points of money are rounded down once for what is proven and once for all, and apportioned to
// findings and undecided rules by the units that hang on them. Every other figure is a sum of these.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/money_summary.h"

namespace martech_audit {

inline constexpr std::string_view score_model = "gap-2";
inline constexpr Points full_score = 100 * points_per_point;

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
  Points money = 0;  // of its findings and undecided outcomes, from the waterfall; not in the two above
  // What passed, ascending; the rest of what was judged is in findings and missing evidence. With the rosters
  // and the tools' costs these are all terms of the score.
  std::vector<RankSpan> passed = {};
};

// A dimension in which some rule counts, so that its exposure is positive.
struct DimensionScore {
  std::string_view dimension;
  std::uint32_t rules = 0;  // that count
  Points exposure = 0;  // share of the practice points; its own gap is 100 * (proven + unproven) / exposure
  Points proven = 0;
  Points unproven = 0;
  Points money = 0;  // of its rules, from the waterfall
  Points points() const { return proven + unproven + money; }

  Points gap() const;  // of this dimension alone, 0 to 100 points, nearest billionth
  Points proven_gap() const;
};

// One of the two halves.
struct HalfScore {
  Points exposure = 0;  // the most points it can give
  Points proven = 0;
  Points unproven = 0;

  Points gap() const;  // of this half alone, 0 to 100 points, nearest billionth
  Points proven_gap() const;
};

struct Score {
  Points money_share = full_score / 2;  // of the 100 points that the money half has where there is one
  HalfScore practice;
  std::optional<HalfScore> money;  // none: no rule in force claims money, or no spend can be judged yet
  Points unattributed = 0;         // of the unproven money points: no finding or rule accounts for them
  Points proven = 0;               // of both halves
  Points unproven = 0;
  Points gap() const { return proven + unproven; }

  // 100 points; 0 where no rule of positive weight applied to anything. Such a run has shown nothing, good or
  // bad: its gap of 0 must not be read as one, and the gate gives it exit code 2.
  Points exposure = 0;
  bool has_verdict() const { return exposure > 0; }

  std::uint64_t judged = 0;   // pairs of a rule, of any weight, and an entity it applies to
  std::uint64_t decided = 0;  // of which not unknown
  // The share of evidence present, 0 to 1; 1 where nothing was asked.
  double evidence() const {
    return judged == 0 ? 1 : static_cast<double>(decided) / static_cast<double>(judged);
  }
  // Below half of it a gap, and a gate that passes, say little. House default.
  bool has_little_evidence() const { return evidence() < 0.5; }
  std::int64_t gap_points =
      0;  // sum of w_r * degree over pairs, in billionths: not diluted by clean additions
  std::vector<RuleScore> rules;            // every rule that applies to something, in the order of the rules
  std::vector<DimensionScore> dimensions;  // sorted by name
  std::string comparable_key;              // 64 hex digits; scores compare only where it is equal
};

}  // namespace martech_audit
