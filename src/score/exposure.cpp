#include "score/exposure.h"

#include <algorithm>

namespace martech_audit::score {
namespace {

Wide amount(std::int64_t cost) { return static_cast<Wide>(std::max<std::int64_t>(cost, 0)); }

}  // namespace

Wide mean_cost(ToolCosts costs) {
  Wide sum = 0;
  Wide known = 0;
  for (const auto& cost : costs) {
    if (!cost) continue;
    sum += amount(*cost);
    ++known;
  }
  return known == 0 ? 0 : (sum + known / 2) / known;
}

bool weigh_by_cost(std::span<const Judgement> judged, ToolCosts costs, Wide mean,
                   std::vector<Wide>& weights) {
  Wide sum = 0;
  weights.clear();
  for (const Judgement& judgement : judged) {
    const auto& cost = costs[judgement.entity];
    weights.push_back(cost ? amount(*cost) : mean);
    sum += weights.back();
  }
  const auto tools = static_cast<Wide>(judged.size());
  for (Wide& weight : weights) weight = sum + tools * weight;
  return sum > 0;
}

}  // namespace martech_audit::score
