#include "rules/evaluator.h"

#include "base/dates.h"

namespace martech_audit::rules {
namespace {}  // namespace

// An expression of the built-in packs that goes over all tools takes some 15 steps a tool. A thousand million
// steps take some ten seconds.
StepLimits::StepLimits(const Inventory& inventory) {
  constexpr std::int64_t for_a_run = 1'000'000'000;
  constexpr std::int64_t evaluation_for_each = 200;
  constexpr std::int64_t run_for_each = 10'000;
  std::int64_t records = 0;
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind)
    records += static_cast<std::int64_t>(inventory.entities(static_cast<EntityKind>(kind)).size());
  evaluation = cel::default_cost_budget + evaluation_for_each * records;
  run = for_a_run + run_for_each * records;
}

Evaluator::Evaluator(const Inventory& inventory, const Facts& facts, Date as_of, StepLimits limits)
    : limits_(limits),
      steps_left_(limits_.run),
      host_{inventory.currency()},
      variables_(variable_count),
      derived_(facts),
      activation_{.variables = variables_, .derived = &derived_, .arena = arena_, .host = &host_} {
  variables_[org_variable] = Value::record(&inventory.organisation());
  variables_[as_of_variable] = Value::timestamp(days_since_epoch(as_of) * seconds_a_day, 0);
}

}  // namespace martech_audit::rules
