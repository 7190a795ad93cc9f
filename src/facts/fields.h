// The fields of the model that facts are made of. A name that the field table does not have does not compile.
#pragma once

#include "model/field_path.h"

namespace martech_audit::facts {

namespace tool_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::tool, path); }
inline constexpr auto id = field("id");
inline constexpr auto category = field("category");
inline constexpr auto vendor = field("vendor");
inline constexpr auto kind = field("kind");
inline constexpr auto status = field("status");
inline constexpr auto problem = field("problem");
inline constexpr auto objectives = field("objectives");
inline constexpr auto capabilities = field("capabilities");
inline constexpr auto kpis = field("kpis");
inline constexpr auto channels = field("channels");
inline constexpr auto integrations = field("integrations");
inline constexpr auto supports = field("supports");
inline constexpr auto supports_tools = field("supports_tools");
inline constexpr auto supports_capabilities = field("supports_capabilities");
inline constexpr auto scope_regions = field("scope.regions");
inline constexpr auto scope_teams = field("scope.teams");
inline constexpr auto scope_audience = field("scope.audience");
inline constexpr auto owner = field("owner");
inline constexpr auto technical_owner = field("technical_owner");
inline constexpr auto backup_owner = field("backup_owner");
inline constexpr auto user_teams = field("user_teams");
inline constexpr auto because = field("because");
inline constexpr auto explained_objectives = field("explained_objectives");
inline constexpr auto explained_kpis = field("explained_kpis");
inline constexpr auto relation_to = field("relation.to");
inline constexpr auto relation_kind = field("relation.kind");
inline constexpr auto relation_until = field("relation.until");
inline constexpr auto criticality = field("criticality");
inline constexpr auto skills_needed = field("skills_needed");
inline constexpr auto live_on = field("live_on");
inline constexpr auto retired_on = field("retired_on");
inline constexpr auto process = field("process");
inline constexpr auto purchased_on = field("purchased_on");
inline constexpr auto pricing_metrics = field("pricing.metrics");
inline constexpr auto seats_purchased = field("seats.purchased");
inline constexpr auto seats_assigned = field("seats.assigned");
inline constexpr auto seats_planned = field("seats.planned");
inline constexpr auto seats_planned_by = field("seats.planned_by");
inline constexpr auto seats_contract_minimum = field("seats.contract_minimum");
inline constexpr auto usage_active = field("usage.active");
inline constexpr auto usage_last_activity_on = field("usage.last_activity_on");
inline constexpr auto usage_measured_on = field("usage.measured_on");
inline constexpr auto usage_window_days = field("usage.window_days");
inline constexpr auto usage_seasonal = field("usage.seasonal");
inline constexpr auto usage_history = field("usage.history");
inline constexpr auto usage_features_used = field("usage.features_used");
inline constexpr auto usage_features_available = field("usage.features_available");
inline constexpr auto consumption_committed = field("consumption.committed");
inline constexpr auto consumption_consumed = field("consumption.consumed");
inline constexpr auto cost = field("cost");
inline constexpr auto cost_amount = field("cost.amount");
inline constexpr auto contract_starts = field("contract.starts");
inline constexpr auto contract_ends = field("contract.ends");
inline constexpr auto contract_term_months = field("contract.term_months");
inline constexpr auto contract_initial_term_months = field("contract.initial_term_months");
inline constexpr auto contract_renewal_term_months = field("contract.renewal_term_months");
inline constexpr auto contract_notice_days = field("contract.notice_days");
inline constexpr auto contract_auto_renews = field("contract.auto_renews");
inline constexpr auto data_personal = field("data.personal");
inline constexpr auto data_consent_basis = field("data.consent_basis");
inline constexpr auto ai_used = field("ai.used");
inline constexpr auto marketing5 = field("marketing5");
}  // namespace tool_field

namespace objective_field {
consteval model::FieldPath field(std::string_view path) {
  return model::path_of(EntityKind::objective, path);
}
inline constexpr auto id = field("id");
inline constexpr auto priority = field("priority");
inline constexpr auto status = field("status");
inline constexpr auto kpis = field("kpis");
inline constexpr auto required = field("requires");
inline constexpr auto due = field("due");
inline constexpr auto owner = field("owner");
inline constexpr auto co_owner_teams = field("co_owner_teams");
}  // namespace objective_field

namespace kpi_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::kpi, path); }
inline constexpr auto id = field("id");
inline constexpr auto unit = field("unit");
inline constexpr auto baseline = field("baseline");
inline constexpr auto target = field("target");
inline constexpr auto current = field("current");
inline constexpr auto history = field("history");
inline constexpr auto measured_by_hand = field("measured_by_hand");
inline constexpr auto owner = field("owner");
inline constexpr auto source = field("source");
inline constexpr auto worth_amount = field("worth.amount");
inline constexpr auto worth_currency = field("worth.currency");
inline constexpr auto measured_on = field("measured_on");
}  // namespace kpi_field

namespace budget_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::budget, path); }
inline constexpr auto id = field("id");
inline constexpr auto kind = field("kind");
inline constexpr auto starts = field("period.starts");
inline constexpr auto ends = field("period.ends");
inline constexpr auto amount = field("amount");
inline constexpr auto committed = field("committed");
inline constexpr auto spent = field("spent");
inline constexpr auto currency = field("currency");
inline constexpr auto review_days = field("review_days");
}  // namespace budget_field

namespace capability_field {
consteval model::FieldPath field(std::string_view path) {
  return model::path_of(EntityKind::capability, path);
}
inline constexpr auto id = field("id");
inline constexpr auto objective = field("objective");
inline constexpr auto target_level = field("target_level");
}  // namespace capability_field

namespace party_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::party, path); }
inline constexpr auto id = field("id");
inline constexpr auto kind = field("kind");
inline constexpr auto department = field("department");
inline constexpr auto function = field("function");
inline constexpr auto team = field("team");
inline constexpr auto left_on = field("left_on");
}  // namespace party_field

namespace person_field {
inline constexpr auto id = model::path_of(EntityKind::person, "id");
inline constexpr auto skills = model::path_of(EntityKind::person, "skills");
inline constexpr auto team = model::path_of(EntityKind::person, "team");
inline constexpr auto left_on = model::path_of(EntityKind::person, "left_on");
}  // namespace person_field

namespace team_field {
inline constexpr auto id = model::path_of(EntityKind::team, "id");
inline constexpr auto department = model::path_of(EntityKind::team, "department");
inline constexpr auto function = model::path_of(EntityKind::team, "function");
inline constexpr auto parent = model::path_of(EntityKind::team, "parent");
inline constexpr auto headcount = model::path_of(EntityKind::team, "headcount");
}  // namespace team_field

namespace training_field {
inline constexpr auto id = model::path_of(EntityKind::training, "id");
inline constexpr auto status = model::path_of(EntityKind::training, "status");
inline constexpr auto tools = model::path_of(EntityKind::training, "tools");
inline constexpr auto hours = model::path_of(EntityKind::training, "hours");
}  // namespace training_field

namespace ledger_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::ledger, path); }
inline constexpr auto vendor = field("vendor");
inline constexpr auto tool = field("tool");
inline constexpr auto amount = field("amount");
inline constexpr auto currency = field("currency");
inline constexpr auto starts = field("period.starts");
inline constexpr auto ends = field("period.ends");
inline constexpr auto note = field("note");
}  // namespace ledger_field

namespace channel_field {
inline constexpr auto id = model::path_of(EntityKind::channel, "id");
inline constexpr auto tools = model::path_of(EntityKind::channel, "tools");
}  // namespace channel_field

namespace dataset_field {
consteval model::FieldPath field(std::string_view path) { return model::path_of(EntityKind::dataset, path); }
inline constexpr auto id = field("id");
inline constexpr auto subject = field("subject");
inline constexpr auto tool = field("tool");
inline constexpr auto record_of = field("record_of");
inline constexpr auto personal = field("personal");
inline constexpr auto decisions = field("decisions");
inline constexpr auto accessible_to = field("accessible_to");
inline constexpr auto collected = field("collected");
}  // namespace dataset_field

namespace initiative_field {
inline constexpr auto id = model::path_of(EntityKind::initiative, "id");
inline constexpr auto tool = model::path_of(EntityKind::initiative, "tool");
inline constexpr auto decision = model::path_of(EntityKind::initiative, "decision");
inline constexpr auto starts = model::path_of(EntityKind::initiative, "starts");
inline constexpr auto decide_by = model::path_of(EntityKind::initiative, "decide_by");
}  // namespace initiative_field

namespace integration_field {
consteval model::FieldPath field(std::string_view path) {
  return model::path_of(EntityKind::integration, path);
}
inline constexpr auto id = field("id");
inline constexpr auto from = field("from");
inline constexpr auto to = field("to");
inline constexpr auto kind = field("kind");
inline constexpr auto direction = field("direction");
inline constexpr auto status = field("status");
}  // namespace integration_field

namespace roadmap_field {
inline constexpr auto id = model::path_of(EntityKind::roadmap, "id");
inline constexpr auto tools = model::path_of(EntityKind::roadmap, "tools");
inline constexpr auto objective = model::path_of(EntityKind::roadmap, "objective");
inline constexpr auto decided_on = model::path_of(EntityKind::roadmap, "decided_on");
inline constexpr auto starts = model::path_of(EntityKind::roadmap, "starts");
inline constexpr auto ends = model::path_of(EntityKind::roadmap, "ends");
}  // namespace roadmap_field

inline constexpr std::size_t capability_slot = *model::tool_capability_shape.index_of("capability");

// Top-level lists, for what is missing where a list is not given.
namespace list_field {
consteval model::FieldPath field(std::string_view path) {
  return model::path_of(EntityKind::organisation, path);
}
inline constexpr auto budgets = field("budgets");
inline constexpr auto ledger = field("ledger");
inline constexpr auto datasets = field("datasets");
inline constexpr auto initiatives = field("initiatives");
inline constexpr auto integrations = field("integrations");
inline constexpr auto objectives = field("objectives");
inline constexpr auto people = field("people");
inline constexpr auto reviewed_on = field("strategy.reviewed_on");
inline constexpr auto roadmap = field("strategy.roadmap");
inline constexpr auto teams = field("teams");
inline constexpr auto tools = field("tools");
inline constexpr auto trainings = field("trainings");
}  // namespace list_field

}  // namespace martech_audit::facts
