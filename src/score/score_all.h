// Both halves of the score, in the order in which they need each other.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "score/score.h"
#include "score/waterfall.h"

namespace martech_audit {

struct ScoreAllInput {
  const WaterfallInput& spend;
  Points money_share = full_score / 2;
  std::array<std::span<const std::uint32_t>, entity_kind_count> ranks{};  // as ScoreInput has them
};

struct Scored {
  Score score;                         // without comparable_key
  std::optional<Waterfall> waterfall;  // none: no rule in force claims money
};

// Sets the points of findings and undecided rules, and what the waterfall grants.
Scored score_all(const ScoreAllInput& input, std::span<Finding> findings, std::span<Finding> waived,
                 std::span<EvidenceGap> evidence);

}  // namespace martech_audit
