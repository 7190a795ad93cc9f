#include "facts/strategy.h"

#include <algorithm>

#include "facts/capabilities.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/money_flow.h"
#include "facts/pursuit.h"
#include "facts/seen.h"
#include "facts/spend.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

// House default: who serves more objectives than this has a word to say of how.
constexpr std::size_t most_bare_links = 3;

bool says_too_little(const Record& tool) {
  return links_of(tool, tool_field::objectives).size() > most_bare_links &&
         links_of(tool, tool_field::explained_objectives).empty();
}

// An objective of which nobody says whether it is pursued matters only where none is known to be.
Value active_objectives(const Context& context, const Record& tool) {
  Given given(tool);
  const auto all = given.links(tool_field::objectives);
  if (says_too_little(tool)) given.lacks(tool_field::objectives);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> active;
  Seen seen;
  for (const Value& item : all) {
    const Record& objective = *item.as_record();
    if (!seen.insert(objective)) continue;
    if (pursuit(objective) == Pursuit::unknown) given.lacks(objective, objective_field::status);
    if (pursuit(objective) == Pursuit::yes) active.push_back(item);
  }
  if (active.empty() && !given) return given.unknown(context.memory);
  return active.size() == all.size() ? Value::list(all) : context.list(active);
}

// The smallest and the largest priority of what is pursued.
void find_ranks(const Context& context, Strategy& strategy) {
  Given given(context.inventory.organisation());
  std::vector<std::int64_t> ranks;
  if (context.objectives().empty()) given.lacks(list_field::objectives);
  for (const Record* objective : sorted_by_id(context.objectives(), objective_field::id)) {
    if (pursuit(*objective) == Pursuit::no) continue;
    const auto priority = integer_of(*objective, objective_field::priority);
    if (pursuit(*objective) == Pursuit::unknown) given.lacks(*objective, objective_field::status);
    if (!priority) given.lacks(*objective, objective_field::priority);
    ranks.push_back(priority.value_or(0));
  }
  if (!given) {
    strategy.first_rank = strategy.last_rank = given.unknown(context.memory);
  } else {
    const auto [first, last] = std::minmax_element(ranks.begin(), ranks.end());
    strategy.first_rank = Value::integer(ranks.empty() ? 0 : *first);
    strategy.last_rank = Value::integer(ranks.empty() ? 0 : *last);
  }
}

// Null where it is known how the money is split over objectives; else what is missing for it.
Value why_unsettled(const Context& context, const Spend& spend, bool some_is_unsettled) {
  if (spend.total_cost.is_unknown()) return spend.total_cost;
  Given given(context.inventory.organisation());
  if (context.objectives().empty()) given.lacks(list_field::objectives);
  for (const Record* objective : sorted_by_id(context.objectives(), objective_field::id)) {
    if (pursuit(*objective) != Pursuit::unknown || !some_is_unsettled) continue;
    given.lacks(*objective, objective_field::status);
  }
  return given ? Value::null() : given.unknown(context.memory);
}

// A known part of what reaches no objective is that much at least; the whole takes the cost of each such
// tool.
Value costs_off_strategy(const Context& context, const Spend& spend, const Strategy& strategy) {
  std::vector<Missing> missing;
  for (const Record* tool : context.lifecycle.by_id) {
    const Value& linked = strategy.linked[tool->index];
    const Value& annual = spend.annual[tool->index];
    const bool reaches_one = !linked.is_unknown() && linked.as_boolean();
    if (is_in_use(context, *tool) && !reaches_one && annual.is_unknown())
      note_missing(missing, annual.missing());
  }
  return missing.empty() ? Value::boolean(true) : context.unknown(missing);
}

Value spend_on_rank(const Context& context, const Spend& spend, const Strategy& strategy, const Value& rank) {
  const Value& unsettled = strategy.unsettled;
  if (unsettled.is_unknown()) return unsettled;
  if (rank.is_unknown()) return rank;
  std::int64_t sum = 0;
  for (const Record& objective : context.objectives()) {
    if (integer_of(objective, objective_field::priority) == rank.as_integer()) {
      add(sum, strategy.spend[objective.index]);
    }
  }
  return share_of_total(spend, sum);
}

}  // namespace

Strategy derive_strategy(const Context& context, const Spend& spend, const Capabilities& capabilities) {
  Strategy strategy;
  for (const Record& tool : context.tools()) {
    strategy.active_objectives.push_back(active_objectives(context, tool));
  }
  const MoneyFlow flow(context, spend, capabilities, strategy.active_objectives);
  strategy.linked = flow.linked();
  for (const std::vector<Value>& targets : flow.targets()) strategy.targets.push_back(context.list(targets));
  MoneyFlow::Arrivals arrivals = flow.arrivals();
  strategy.spend = std::move(arrivals.at_objective);
  strategy.off_strategy = arrivals.nowhere;
  strategy.costs = costs_off_strategy(context, spend, strategy);
  strategy.unsettled = why_unsettled(context, spend, arrivals.is_unsettled);
  find_ranks(context, strategy);
  return strategy;
}

Value objective_days_to_due(const Context& context, const Record& objective) {
  Given given(objective);
  const std::int64_t due = given.exact_day(objective_field::due);
  return given ? Value::integer(due - context.today) : given.unknown(context.memory);
}

Value objective_spend(const Context& context, const Strategy& strategy, const Record& objective) {
  const Value& unsettled = strategy.unsettled;
  return unsettled.is_unknown() ? unsettled : amount(context, strategy.spend[objective.index]);
}

Value tool_active_objectives(const Context&, const Strategy& strategy, const Record& tool) {
  return strategy.active_objectives[tool.index];
}

Value tool_linked(const Context&, const Strategy& strategy, const Record& tool) {
  return strategy.linked[tool.index];
}

Value tool_links_known(const Context& context, const Record& tool) {
  Given given(tool);
  if (says_too_little(tool)) given.lacks(tool_field::objectives);
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

Value tool_serves_priority_one(const Context&, const Strategy& strategy, const Record& tool) {
  const Value& objectives = strategy.active_objectives[tool.index];
  if (objectives.is_unknown()) return objectives;
  if (objectives.as_list().empty()) return Value::boolean(false);
  const Value& first = strategy.first_rank;
  if (first.is_unknown()) return first;
  const auto list = objectives.as_list();
  return Value::boolean(std::any_of(list.begin(), list.end(), [&](const Value& objective) {
    return integer_of(*objective.as_record(), objective_field::priority) == first.as_integer();
  }));
}

Value tool_spend_targets(const Context&, const Strategy& strategy, const Record& tool) {
  return strategy.targets[tool.index];
}

Value tool_supports_something(const Context& context, const Record& tool) {
  Given given(tool);
  given.links(tool_field::supports);
  if (!given) return given.unknown(context.memory);
  const auto tools = links_of(tool, tool_field::supports_tools);
  const bool any_tool = std::any_of(tools.begin(), tools.end(), [&](const Value& other) {
    return other.as_record() != &tool && is_in_use(context, *other.as_record());
  });
  return Value::boolean(any_tool || !links_of(tool, tool_field::supports_capabilities).empty());
}

// Where all objectives have the same rank, none is last.
Value org_lowest_priority_spend_share(const Context& context, const Spend& spend, const Strategy& strategy,
                                      const Record&) {
  const bool is_one_rank = !strategy.first_rank.is_unknown() &&
                           strategy.first_rank.as_integer() == strategy.last_rank.as_integer();
  const Value& unsettled = strategy.unsettled;
  if (is_one_rank && !unsettled.is_unknown()) return Value::real(0.0);
  return spend_on_rank(context, spend, strategy, strategy.last_rank);
}

Value org_priority_one_spend_share(const Context& context, const Spend& spend, const Strategy& strategy,
                                   const Record&) {
  return spend_on_rank(context, spend, strategy, strategy.first_rank);
}

Value org_spend_by_objective(const Context& context, const Strategy& strategy, const Record&) {
  const Value& unsettled = strategy.unsettled;
  if (unsettled.is_unknown()) return unsettled;
  Sums sums;
  if (strategy.off_strategy > 0) sums[""] = strategy.off_strategy;
  for (const Record& objective : context.objectives()) {
    const std::int64_t spend = strategy.spend[objective.index];
    if (spend > 0) sums[text_of(objective, objective_field::id)] = spend;
  }
  return map_of(context, sums);
}

Value org_off_strategy_costs_known(const Context&, const Strategy& strategy, const Record&) {
  return strategy.costs;
}

Value org_spend_off_strategy(const Context& context, const Strategy& strategy, const Record&) {
  const Value& unsettled = strategy.unsettled;
  return unsettled.is_unknown() ? unsettled : amount(context, strategy.off_strategy);
}

Value org_spend_off_strategy_share(const Context&, const Spend& spend, const Strategy& strategy,
                                   const Record&) {
  const Value& unsettled = strategy.unsettled;
  return unsettled.is_unknown() ? unsettled : share_of_total(spend, strategy.off_strategy);
}

}  // namespace martech_audit::facts
