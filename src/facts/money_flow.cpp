#include "facts/money_flow.h"

#include <algorithm>
#include <utility>

#include "facts/capabilities.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/pursuit.h"
#include "facts/spend.h"
#include "facts/sums.h"
#include "martech_audit/money.h"

namespace martech_audit::facts {
namespace {

std::string_view id_of(const Record& record, bool is_tool) {
  return text_of(record, is_tool ? tool_field::id : capability_field::id);
}

}  // namespace

MoneyFlow::MoneyFlow(const Context& context, const Spend& spend, const Capabilities& capabilities,
                     const std::vector<Value>& active_objectives)
    : context_(context), spend_(spend), active_objectives_(active_objectives) {
  make_groups();
  for (const auto& objectives : capabilities.objectives) ends_.push_back(ends_of(objectives));
}

MoneyFlow::Ends MoneyFlow::ends_of(const std::vector<const Record*>& objectives) const {
  Ends ends;
  std::vector<Missing> missing;
  for (const Record* objective : objectives) {
    if (pursuit(*objective) == Pursuit::yes) {
      ends.active.push_back(objective);
    } else {
      missing.push_back({objective, objective_field::status.text, {}});
    }
  }
  const bool is_open = ends.active.empty() && !missing.empty();
  ends.reached = is_open ? context_.unknown(missing) : Value::boolean(!ends.active.empty());
  return ends;
}

// Whether it is unknown if any of the tool's objectives is pursued.
bool MoneyFlow::is_doubtful(const Record& tool) const {
  return active_objectives_[tool.index].is_unknown() && !is_ruled_out(tool, tool_field::objectives);
}

// An enabling tool with an objective of its own needs no other reason.
bool MoneyFlow::passes_on(const Record& tool) const {
  const Value& own = active_objectives_[tool.index];
  const bool is_settled = own.is(ValueKind::list) && !own.as_list().empty();
  return is_enabling(tool) && !is_settled && !is_doubtful(tool);
}

void MoneyFlow::make_groups() {
  std::vector<NodePair> edges;
  for (const Record& tool : context_.tools()) {
    if (!passes_on(tool)) continue;
    for (const Value& other : links_of(tool, tool_field::supports_tools)) {
      if (is_in_use(context_, *other.as_record())) edges.emplace_back(tool.index, other.as_record()->index);
    }
  }
  const std::size_t count = context_.tools().size();
  component_ = strong_components(count, Adjacency(count, std::move(edges)));
  std::vector<const Record*> passing;
  for (const Record* tool : context_.lifecycle.by_id) {
    if (passes_on(*tool)) passing.push_back(tool);
  }
  std::stable_sort(passing.begin(), passing.end(), [&](const Record* a, const Record* b) {
    return component_[a->index] < component_[b->index];
  });
  for (const Record* tool : passing) {
    const bool is_same =
        !groups_.empty() && component_[groups_.back().members[0]->index] == component_[tool->index];
    if (!is_same) groups_.emplace_back();
    groups_.back().members.push_back(tool);
  }
  for (Group& group : groups_) add_targets(group);
}

// Each once, by id.
void MoneyFlow::add_targets(Group& group) const {
  auto& targets = group.targets;
  for (const Record* member : group.members) {
    for (const Value& item : links_of(*member, tool_field::supports_tools)) {
      const Record& tool = *item.as_record();
      const bool leaves = component_[tool.index] != component_[member->index];
      if (leaves && is_in_use(context_, tool)) targets.push_back({&tool, true});
    }
    for (const Value& item : links_of(*member, tool_field::supports_capabilities)) {
      targets.push_back({item.as_record(), false});
    }
  }
  std::sort(targets.begin(), targets.end(), [](const Target& a, const Target& b) {
    return std::pair(id_of(*a.record, a.is_tool), a.is_tool) <
           std::pair(id_of(*b.record, b.is_tool), b.is_tool);
  });
  targets.erase(std::unique(targets.begin(), targets.end(),
                            [](const Target& a, const Target& b) { return a.record == b.record; }),
                targets.end());
}

std::vector<Value> MoneyFlow::linked() const {
  std::vector<Value> linked;
  for (const Value& own : active_objectives_) {
    linked.push_back(own.is_unknown() ? own : Value::boolean(!own.as_list().empty()));
  }
  for (const Group& group : groups_) {
    const Value reached = reach(group, linked);
    for (const Record* member : group.members) linked[member->index] = reached;
  }
  return linked;
}

std::vector<std::vector<Value>> MoneyFlow::targets() const {
  std::vector<std::vector<Value>> targets(context_.tools().size());
  for (const Group& group : groups_) {
    std::vector<Value> tools;
    for (const Target& target : group.targets) {
      if (target.is_tool) tools.push_back(Value::record(target.record));
    }
    for (const Record* member : group.members) targets[member->index] = tools;
  }
  return targets;
}

// One target that is linked is enough; one of which it is unknown keeps the answer open.
Value MoneyFlow::reach(const Group& group, const std::vector<Value>& linked) const {
  Value open = Value::boolean(false);
  for (const Target& target : group.targets) {
    const Value reached = target.is_tool ? linked[target.record->index] : ends_[target.record->index].reached;
    if (reached.is_unknown()) {
      if (!open.is_unknown()) open = reached;
    } else if (reached.as_boolean()) {
      return reached;
    }
  }
  return open;
}

std::vector<std::int64_t> MoneyFlow::own_costs() const {
  std::vector<std::int64_t> costs(context_.tools().size(), 0);
  for (const Record& tool : context_.tools()) {
    if (is_in_use(context_, tool)) costs[tool.index] = annual_minor(spend_, tool).value_or(0);
  }
  return costs;
}

MoneyFlow::Arrivals MoneyFlow::arrivals() const {
  Arrivals arrivals;
  arrivals.at_objective.resize(context_.objectives().size(), 0);
  std::vector<std::int64_t> at_tool = own_costs();
  std::vector<std::int64_t> at_capability(ends_.size(), 0);
  for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
    std::int64_t sum = 0;
    for (const Record* member : group->members) add(sum, std::exchange(at_tool[member->index], 0));
    const auto& targets = group->targets;
    if (targets.empty()) add(arrivals.nowhere, sum);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      auto& pot = targets[i].is_tool ? at_tool : at_capability;
      add(pot[targets[i].record->index], part_of(sum, targets.size(), i));
    }
  }
  for (const Record& tool : context_.tools()) settle(tool, at_tool[tool.index], arrivals);
  for (std::size_t i = 0; i < ends_.size(); ++i) settle(ends_[i], at_capability[i], arrivals);
  return arrivals;
}

void MoneyFlow::settle(const Record& tool, std::int64_t sum, Arrivals& arrivals) const {
  const Value& objectives = active_objectives_[tool.index];
  if (sum == 0) return;
  if (is_doubtful(tool)) {
    arrivals.is_unsettled = true;
  } else if (objectives.is_unknown() || objectives.as_list().empty()) {
    add(arrivals.nowhere, sum);
  } else {
    const auto list = objectives.as_list();
    for (std::size_t i = 0; i < list.size(); ++i) {
      add(arrivals.at_objective[list[i].as_record()->index], part_of(sum, list.size(), i));
    }
  }
}

void MoneyFlow::settle(const Ends& ends, std::int64_t sum, Arrivals& arrivals) const {
  if (sum == 0) return;
  if (ends.reached.is_unknown()) {
    arrivals.is_unsettled = true;
  } else if (ends.active.empty()) {
    add(arrivals.nowhere, sum);
  }
  for (std::size_t i = 0; i < ends.active.size(); ++i) {
    add(arrivals.at_objective[ends.active[i]->index], part_of(sum, ends.active.size(), i));
  }
}

}  // namespace martech_audit::facts
