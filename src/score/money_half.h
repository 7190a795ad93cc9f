// The money half of the score: the waterfall in points.
#pragma once

#include <optional>
#include <span>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/score.h"
#include "score/waterfall.h"

namespace martech_audit {

// What the money half has of the 100 points: money_share, or nothing where no rule in force claims money, or
// everything is free or too early to judge.
Points money_points(Points money_share, std::span<const Rule> rules, const WaterfallResult& waterfall);

// Adds the points of what hangs on them to findings and undecided rules, which have their practice points,
// and to the score, its rules and dimensions. `points` is money_points(); 0 leaves all as it is.
void add_money(Score& score, Points points, std::span<const Rule> rules, const WaterfallResult& waterfall,
               std::span<Finding> findings, std::span<Finding> waived, std::span<EvidenceGap> evidence);

}  // namespace martech_audit
