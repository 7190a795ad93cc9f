// The field table: every field of an inventory, said once.
//
// The reader, the JSON Schema, the reference page, the hints for misspelt keys and the types that expressions
// are checked against are all made from it. To add a field, add one row to the table of its entity or block
// in one of the headers included here; nothing else has to change.
#pragma once

#include "model/fields_organisation.h"

namespace martech_audit::model {

inline constexpr std::size_t shape_count = static_cast<std::size_t>(BlockId::end);

// By Shape::id.
inline constexpr std::array<const Shape*, shape_count> shapes{
    &organisation_shape,  &objective_shape,      &kpi_shape,         &budget_shape,
    &team_shape,          &person_shape,         &party_shape,       &forum_shape,
    &training_shape,      &channel_shape,        &capability_shape,  &dataset_shape,
    &process_shape,       &initiative_shape,     &integration_shape, &roadmap_shape,
    &tool_shape,          &ledger_shape,         &money_shape,       &period_shape,
    &exchange_rate_shape, &kpi_value_shape,      &kpi_worth_shape,   &strategy_shape,
    &feasibility_shape,   &waiver_shape,         &tool_waiver_shape, &tool_capability_shape,
    &scope_shape,         &lower_plan_shape,     &pricing_shape,     &seats_shape,
    &usage_count_shape,   &usage_shape,          &consumption_shape, &one_time_shape,
    &relation_shape,      &tool_objective_shape, &because_shape,     &contract_shape,
    &data_shape,          &security_shape,       &ai_shape,          &organisation_block_shape,
    &defaults_shape,      &file_shape,
};

consteval bool shapes_are_in_order() {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (shapes[i]->id != i) return false;
  }
  return true;
}
static_assert(shapes_are_in_order());

// The top-level list of a kind, or its list among the organisation's fields: "objectives".
constexpr std::string_view list_name(EntityKind kind) {
  for (const Field& field : organisation_shape.fields) {
    if (field.in_place && field.target == kind) return field.name;
  }
  return {};
}

// shape_of(), for constant expressions.
constexpr const Shape& shape_for(EntityKind kind) { return *shapes[static_cast<std::size_t>(kind)]; }

}  // namespace martech_audit::model
