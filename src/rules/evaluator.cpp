#include "rules/evaluator.h"

#include <fmt/format.h>

#include <utility>

#include "base/dates.h"
#include "rules/compiled.h"

namespace martech_audit::rules {
namespace {

constexpr std::size_t most_fact_bytes = std::size_t{256} << 20U;

bool needs_no_memory(const Value& value) {
  return value.kind() < ValueKind::string || value.is(ValueKind::timestamp) || value.is(ValueKind::duration);
}

}  // namespace

std::string label_of(const Record& entity) {
  const Value id = read(entity, "id");
  const std::string_view kind = shape_of(entity).name;
  return id.is(ValueKind::string) ? fmt::format("{} '{}'", kind, id.as_text()) : fmt::format("the {}", kind);
}
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
    : inventory_(inventory),
      limits_(limits),
      steps_left_(limits_.run),
      host_{inventory.currency()},
      variables_(variable_count),
      derived_(facts),
      activation_{.variables = variables_, .derived = &derived_, .arena = arena_, .host = &host_} {
  variables_[org_variable] = Value::record(&inventory.organisation());
  variables_[as_of_variable] = Value::timestamp(days_since_epoch(as_of) * seconds_a_day, 0);
}

const Record& Evaluator::params_for(const CompiledSet& rules, std::size_t pack, const Record& entity) const {
  const bool is_tool = static_cast<EntityKind>(entity.shape) == EntityKind::tool;
  const std::string_view category =
      is_tool && rules.knows_categories ? text_at(entity, "category") : std::string_view();
  return rules.params_for(pack, text_at(inventory_.organisation(), "size"), category);
}

bool Evaluator::derive(const CompiledSet& rules, Diagnostics& diagnostics, const std::vector<bool>& wanted) {
  cel::Activation activation{
      .variables = variables_, .derived = &derived_, .arena = fact_memory_, .host = &host_};
  for (std::size_t i = 0; i < rules.facts.size(); ++i) {
    const CompiledFact& fact = rules.facts[i];
    std::vector<Value> values;
    const bool is_wanted = wanted.empty() || wanted[i];
    for (const Record& entity : is_wanted ? inventory_.entities(fact.of) : std::span<const Record>()) {
      set_params(params_for(rules, fact.pack, entity));
      set_entity(entity);
      const Arena::Mark before = fact_memory_.mark();
      values.push_back(evaluate(fact.expression.program, activation));
      if (values.back().is_error()) {
        diagnostics.error(place_in(fact.expression, values.back().as_error()->offset),
                          fmt::format("fact '{}' fails for {}: {}", fact.name, label_of(entity),
                                      values.back().as_error()->message));
        return false;
      }
      if (needs_no_memory(values.back())) fact_memory_.rewind(before);
      if (fact_memory_.bytes() > most_fact_bytes) {
        diagnostics.error(
            place_in(fact.expression, 0),
            fmt::format("fact '{}' takes too much memory: all facts of packs together may take {} MB",
                        fact.name, most_fact_bytes >> 20U),
            "keep numbers or short lists instead of lists of lists");
        return false;
      }
    }
    derived_.add() = std::move(values);
  }
  return true;
}

}  // namespace martech_audit::rules
