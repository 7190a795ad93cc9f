// Exposure: how much of a rule each of its entities bears.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/outcome.h"
#include "score/wide.h"

namespace martech_audit::score {

// Annual costs in minor units, by tool index; nothing where a cost is not known.
using ToolCosts = std::span<const std::optional<std::int64_t>>;

// The mean of the costs that are known, to the nearest unit; costs below 0 count as 0. It is that of the
// whole inventory: taken over the tools a rule judges, it would move when one more is judged, and with it the
// weight of tools that have nothing to do with that.
Wide mean_cost(ToolCosts costs);

// Weights in proportion to 1/2 * 1/n + 1/2 * cost_e / sum of costs over the n tools judged, an unknown cost
// taken as `mean`: with the sum S, (S + n * cost_e) / (2nS), integers over one denominator. False, and
// weights of no meaning, where no cost is above 0: then tools count by head.
bool weigh_by_cost(std::span<const Judgement> judged, ToolCosts costs, Wide mean, std::vector<Wide>& weights);

}  // namespace martech_audit::score
