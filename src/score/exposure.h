// Exposure: how much of a rule each of its entities bears.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "score/wide.h"

namespace martech_audit::score {

// Annual costs in minor units, by tool index; nothing where a cost is not known.
using ToolCosts = std::span<const std::optional<std::int64_t>>;

// Weights in proportion to 1/2 * 1/n + 1/2 * cost_e / sum of costs over the n tools judged, an unknown cost
// taken as the mean of the known ones. With k known costs of sum K > 0 that mean is K/k and the sum K*n/k, so
// that the exposure is (K + k * cost_e) / (2nK), and of a tool of unknown cost 2K / (2nK): integers over one
// denominator. Costs below 0 count as 0. False, and no weights, where no cost is above 0: then tools count by
// head.
bool weigh_by_cost(std::span<const Judgement> judged, ToolCosts costs, std::vector<Wide>& weights);

}  // namespace martech_audit::score
