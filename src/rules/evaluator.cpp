#include "rules/evaluator.h"

#include "base/dates.h"

namespace martech_audit::rules {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

std::array<cel::DerivedTable, entity_kind_count> derived_tables(const Facts& facts) {
  std::array<cel::DerivedTable, entity_kind_count> tables;
  for (std::size_t i = 0; i < entity_kind_count; ++i) {
    const auto kind = static_cast<EntityKind>(i);
    const auto values = facts.table(kind);
    if (!values.empty()) tables[i] = {values.data(), static_cast<std::uint32_t>(facts.width(kind))};
  }
  return tables;
}

}  // namespace

Evaluator::Evaluator(const Inventory& inventory, const Facts& facts, Date as_of)
    : host_{inventory.currency()},
      derived_(derived_tables(facts)),
      activation_{.variables = variables_, .derived = derived_, .arena = arena_, .host = &host_} {
  variables_[org_variable] = Value::record(&inventory.organisation());
  variables_[as_of_variable] = Value::timestamp(days_since_epoch(as_of) * seconds_a_day, 0);
}

}  // namespace martech_audit::rules
