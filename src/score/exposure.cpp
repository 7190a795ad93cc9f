#include "score/exposure.h"

#include <algorithm>

namespace martech_audit::score {
namespace {

Wide amount(std::int64_t cost) { return static_cast<Wide>(std::max<std::int64_t>(cost, 0)); }

}  // namespace

bool weigh_by_cost(std::span<const Judgement> judged, ToolCosts costs, std::vector<Wide>& weights) {
  Wide sum = 0;
  Wide known = 0;
  for (const Judgement& judgement : judged) {
    const auto& cost = costs[judgement.entity];
    if (!cost) continue;
    sum += amount(*cost);
    ++known;
  }
  if (sum == 0) return false;
  weights.assign(judged.size(), 2 * sum);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const auto& cost = costs[judged[i].entity];
    if (cost) weights[i] = sum + known * amount(*cost);
  }
  return true;
}

}  // namespace martech_audit::score
