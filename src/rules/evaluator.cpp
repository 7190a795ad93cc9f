#include "rules/evaluator.h"

#include "base/dates.h"

namespace martech_audit::rules {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

}  // namespace

Evaluator::Evaluator(const Inventory& inventory, const Facts& facts, Date as_of)
    : host_{inventory.currency()},
      variables_(variable_count),
      derived_(facts),
      activation_{.variables = variables_, .derived = &derived_, .arena = arena_, .host = &host_} {
  variables_[org_variable] = Value::record(&inventory.organisation());
  variables_[as_of_variable] = Value::timestamp(days_since_epoch(as_of) * seconds_a_day, 0);
}

}  // namespace martech_audit::rules
