#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "decisions/decision_id.h"
#include "decisions/draft.h"

namespace martech_audit::decisions {
namespace {

using Indices = std::vector<std::uint32_t>;

const Rule& rule_of(const DecisionInput& input, std::uint32_t finding) {
  return input.rules[input.findings[finding].rule];
}

// What leads to the act first.
void sort_by_act(const DecisionInput& input, Indices& indices) {
  std::ranges::stable_sort(indices, {}, [&](std::uint32_t index) {
    const Finding& finding = input.findings[index];
    return std::tuple(rule_of(input, index).act, -static_cast<int>(finding.severity), -finding.points);
  });
}

Draft draft_of(const DecisionInput& input, Indices indices) {
  const Finding& leading = input.findings[indices.front()];
  const Rule& rule = input.rules[leading.rule];
  Draft draft;
  Decision& decision = draft.decision;
  decision.id = decision_id(leading.entity, rule.act);
  decision.act = rule.act;
  decision.lane = rule.lane;
  decision.entity = leading.entity;
  decision.into = leading.into;
  decision.effort = rule.effort;
  const Money nothing{0, input.currency};
  decision.money.fill({nothing, nothing});
  const ActMeaning& act = meaning(rule.act);
  for (const std::uint32_t index : indices) {
    const Finding& finding = input.findings[index];
    const Rule& other = input.rules[finding.rule];
    decision.points += finding.points;
    decision.risk = std::max(decision.risk, finding.severity);
    if (other.act == rule.act) decision.effort = std::max(decision.effort, other.effort);
    if (act.ends_tool && meaning(other.act).family != act.family) decision.if_it_stays.push_back(index);
  }
  decision.findings = std::move(indices);
  if (leading.entity.kind == EntityKind::tool && input.terms_of) draft.terms = input.terms_of(leading);
  return draft;
}

// What settles one finding of an entity settles all with the same key.
std::pair<Family, Act> key_of(const Rule& rule) {
  const bool by_act = rule.scope == EntityKind::organisation;
  return {meaning(rule.act).family, by_act ? rule.act : Act::give_notice};
}

void gather_entity(const DecisionInput& input, Indices indices, std::vector<Draft>& drafts) {
  sort_by_act(input, indices);
  if (meaning(rule_of(input, indices.front()).act).ends_tool) {
    drafts.push_back(draft_of(input, std::move(indices)));
    return;
  }
  std::map<std::pair<Family, Act>, Indices> by_key;
  for (const std::uint32_t index : indices) by_key[key_of(rule_of(input, index))].push_back(index);
  for (auto& [key, group] : by_key) drafts.push_back(draft_of(input, std::move(group)));
}

}  // namespace

std::vector<Draft> gather(const DecisionInput& input) {
  Indices all(input.findings.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto entity = [&](std::uint32_t index) {
    const EntityRef& ref = input.findings[index].entity;
    return std::pair(ref.kind, ref.id);
  };
  std::ranges::stable_sort(all, {}, entity);
  std::vector<Draft> drafts;
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end =
        std::find_if(begin, all.end(), [&](std::uint32_t index) { return entity(index) != entity(*begin); });
    gather_entity(input, Indices(begin, end), drafts);
    begin = end;
  }
  return drafts;
}

}  // namespace martech_audit::decisions
