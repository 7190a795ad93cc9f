#include "score/exposure.h"

#include <algorithm>

namespace martech_audit::score {
namespace {

Wide amount(std::int64_t cost) { return static_cast<Wide>(std::max<std::int64_t>(cost, 0)); }

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
  constexpr unsigned most_bits = 89;  // of (S + n * cost), to be apportioned
  const unsigned shift = excess(bit_width(sum) + bit_width(count + 1), most_bits);
  for (Wide& weight : weights) weight = (sum >> shift) + count * (weight >> shift);
  return sum > 0;
}

}  // namespace martech_audit::score
