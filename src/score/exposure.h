// Exposure: how much of a rule each of its entities bears.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "martech_audit/outcome.h"
#include "score/tool_money.h"
#include "score/wide.h"

namespace martech_audit::score {

// The exact mean of the costs that are known. It is that of the whole inventory: taken over the tools a rule
// judges, it would move when one more is judged, and with it the weight of tools that have nothing to do with
// that. 0 of 1 where no cost is known.
struct MeanCost {
  Wide sum = 0;
  Wide count = 1;
};
MeanCost mean_cost(std::span<const ToolMoney> tools);

// Weights in proportion to 1/2 * 1/n + 1/2 * cost_e / sum of costs over the n tools judged, an unknown cost
// taken as `mean`: with the sum S, (S + n * cost_e) / (2nS), integers over one denominator. They are exact as
// long as they stay below 2^89, beyond which costs lose their smallest digits. False, and weights of no
// meaning, where no cost is above 0: then tools count by head.
bool weigh_by_cost(std::span<const Judgement> judged, std::span<const ToolMoney> tools, const MeanCost& mean,
                   std::vector<Wide>& weights);

}  // namespace martech_audit::score
