#include "score/exposure.h"

#include <algorithm>

namespace martech_audit::score {
namespace {

Wide amount(std::int64_t cost) { return static_cast<Wide>(std::max<std::int64_t>(cost, 0)); }

// So many bits to leave out that (S + n * cost) stays small enough to be apportioned.
unsigned bits_too_many(Wide sum, Wide tools) {
  constexpr unsigned most = 88;
  unsigned shift = 0;
  while ((sum >> shift) > (Wide{1} << most) / (tools + 1)) ++shift;
  return shift;
}

}  // namespace

MeanCost mean_cost(std::span<const ToolMoney> tools) {
  MeanCost mean{0, 0};
  for (const ToolMoney& tool : tools) {
    if (!is_known_cost(tool)) continue;
    mean.sum += amount(*tool.annual);
    ++mean.count;
  }
  mean.count = std::max<Wide>(mean.count, 1);
  return mean;
}

bool weigh_by_cost(std::span<const Judgement> judged, std::span<const ToolMoney> tools, const MeanCost& mean,
                   std::vector<Wide>& weights) {
  Wide sum = 0;
  weights.clear();
  for (const Judgement& judgement : judged) {
    const auto& cost = tools[judgement.entity].annual;
    weights.push_back(cost ? amount(*cost) * mean.count : mean.sum);
    sum += weights.back();
  }
  const auto count = static_cast<Wide>(judged.size());
  const unsigned shift = bits_too_many(sum, count);
  for (Wide& weight : weights) weight = (sum >> shift) + count * (weight >> shift);
  return sum > 0;
}

}  // namespace martech_audit::score
