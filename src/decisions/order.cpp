#include <algorithm>
#include <array>
#include <tuple>

#include "decisions/draft.h"

namespace martech_audit::decisions {
namespace {

double effort_of(Effort effort) {
  constexpr std::array<double, 3> weights{1, 2, 4};
  return weights[static_cast<std::size_t>(effort)];
}

double money_weight(const Draft& draft) {
  const DecisionMoney& waste = draft.decision.of(MoneyClass::recoverable);
  const bool is_contract = meaning(draft.decision.act).family == Family::contract;
  const auto opportunity = static_cast<double>(draft.decision.of(MoneyClass::opportunity).proven.minor);
  const double off = is_contract ? static_cast<double>(year_of(draft).off_strategy) : 0;
  const auto proven = static_cast<double>(waste.proven.minor);
  const double possible = static_cast<double>(waste.possible.minor) - proven;
  const double saved = proven + possible / 2 + (off + opportunity) / 2;
  return saved / effort_of(draft.decision.effort) / (draft.stops_late ? 2 : 1);
}

double weight_of(const Draft& draft) {
  switch (draft.decision.lane) {
    case Lane::due:
      return draft.weight;
    case Lane::money:
      return money_weight(draft);
    case Lane::risk:
      return static_cast<double>(draft.terms.annual_cost.value_or(0));
    case Lane::foundations:
      break;
  }
  return static_cast<double>(draft.decision.points) / effort_of(draft.decision.effort);
}

std::size_t place_of(Lane lane) {
  return static_cast<std::size_t>(std::ranges::find(lanes, lane) - lanes.begin());
}

auto sort_key(const Draft& draft) {
  const Decision& decision = draft.decision;
  const int severity = -static_cast<int>(decision.risk);
  const bool by_risk = decision.lane == Lane::risk;
  return std::tuple(place_of(decision.lane), by_risk && !meaning(decision.act).is_duty,
                    by_risk ? severity : 0, -draft.weight, severity, -decision.points, decision.entity.kind,
                    decision.entity.id, decision.act, decision.id_text());
}

}  // namespace

void rank(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) draft.weight = weight_of(draft);
  std::ranges::sort(drafts, {}, sort_key);
  std::array<std::uint32_t, lane_count> ranks{};
  for (Draft& draft : drafts) draft.decision.rank = ++ranks[static_cast<std::size_t>(draft.decision.lane)];
}

}  // namespace martech_audit::decisions
