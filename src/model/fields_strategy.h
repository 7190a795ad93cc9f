// Rows of the field table: what marketing wants (objectives, KPIs, roadmap) and what it may spend.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 3> objective_statuses{"active", "closed", "planned"};
inline constexpr Table objective_table{std::array{
    id("Unique id of the objective"),
    named("title", "Name of the objective; default: the id"),
    statement(evidence(text("customer_problem", "Customer problem that the objective solves"))),
    integer("priority", Range{.least = 1, .most = 1'000'000}, "Priority; 1 is the highest"),
    always(word("status", objective_statuses, "Status of the objective")),
    statement(reference("owner", EntityKind::party, "Person or team accountable for the objective")),
    links("co_owner_teams", EntityKind::team, "Teams that share responsibility"),
    links("kpis", EntityKind::kpi, "KPIs that measure the objective"),
    links("requires", EntityKind::capability, "Capabilities the objective requires"),
    boolean("needs_technology", "false: the objective needs no technology"),
    date("due", "Target date"),
}};
inline constexpr Shape objective_shape = entity_shape("objective", EntityKind::objective, objective_table);

inline constexpr Table kpi_value_table{std::array{
    past_date("on", "Date of the measurement; write \"on\" in quotes for tools that read YAML 1.1"),
    decimal("value", any_number, "Value on that date"),
}};
inline constexpr Shape kpi_value_shape = block_shape("kpi.value", BlockId::kpi_value, kpi_value_table);

inline constexpr std::array<std::string_view, 1> worth_periods{"unit"};
inline constexpr Table kpi_worth_table{std::array{
    decimal("amount", how_much, "What a unit of the KPI is worth"),
    completed(currency("currency", "ISO 4217 code; default: the organisation's currency")),
    otherwise(word("per", worth_periods, "What the amount is for: one unit of the KPI"), "unit"),
}};
inline constexpr Shape kpi_worth_shape =
    block_shape("kpi.worth", BlockId::kpi_worth, kpi_worth_table, "amount");

// What measures a KPI where no tool does.
inline constexpr std::array<std::string_view, 1> by_hand{"manual"};

inline constexpr Table kpi_table{std::array{
    id("Unique id of the KPI"),
    named("title", "Name of the KPI; default: the id"),
    evidence(text("unit", "Unit: percent, EUR, days, …")),
    statement(reference("owner", EntityKind::party, "Person or team that measures the KPI")),
    decimal("baseline", any_number, "Baseline value, before work on the objective started"),
    decimal("target", any_number, "Target value"),
    decimal("current", any_number, "Value at the last measurement"),
    or_word(statement(reference("source", EntityKind::tool,
                                "Tool that measures the KPI, or manual: its owner does")),
            by_hand),
    derived(boolean("measured_by_hand", "Whether the source is `manual`")),
    past_date("measured_on", "Date of the last measurement"),
    list_of(block("history", kpi_value_shape, "Earlier measurements, in any order")),
    block("worth", kpi_worth_shape, "What a unit of the KPI is worth in money"),
}};
inline constexpr Shape kpi_shape = entity_shape("kpi", EntityKind::kpi, kpi_table);

inline constexpr std::array<std::string_view, 7> budget_kinds{"total",    "martech", "media",  "people",
                                                              "training", "agency",  "reserve"};
inline constexpr Table budget_table{std::array{
    id("Unique id of the budget"),
    named("name", "Name of the budget; default: the id"),
    word("kind", budget_kinds, "Kind of budget; total is the whole marketing budget"),
    block("period", period_shape, "First and last day of the budget period"),
    decimal("amount", how_much, "Approved amount for the period"),
    decimal("committed", how_much, "Amount committed by contracts, paid or not"),
    decimal("spent", how_much, "Amount paid so far"),
    completed(currency("currency", "Currency of the three amounts; default: the organisation's currency")),
    integer("review_days", days_apart, "Days between budget reviews"),
}};
inline constexpr Shape budget_shape = entity_shape("budget", EntityKind::budget, budget_table);

inline constexpr std::array<std::string_view, 3> feasibility_results{"feasible", "risky", "infeasible"};
inline constexpr Table feasibility_table{std::array{
    reference("checked_by", EntityKind::party, "Person or team that checked feasibility"),
    past_date("on", "Date of the check; write \"on\" in quotes for tools that read YAML 1.1"),
    word("result", feasibility_results, "Result of the check"),
}};
inline constexpr Shape feasibility_shape =
    block_shape("roadmap.feasibility", BlockId::feasibility, feasibility_table);

inline constexpr std::array roadmap_limits{Limit{Limit::Kind::not_before, "starts"}};
inline constexpr Table roadmap_table{std::array{
    id("Unique id of the roadmap item"),
    named("name", "Name of the roadmap item; default: the id"),
    links("tools", EntityKind::tool, "Tools that the item introduces, replaces or extends"),
    statement(reference("objective", EntityKind::objective, "Objective that the item serves")),
    past_date("decided_on", "Date of the decision; a purchase after it was planned; default: starts"),
    date("starts", "First day of the work"),
    limited(date("ends", "Last day of the work"), roadmap_limits),
    block("feasibility", feasibility_shape, "Feasibility check by the implementing team"),
}};
inline constexpr Shape roadmap_shape = entity_shape("roadmap", EntityKind::roadmap, roadmap_table);

}  // namespace martech_audit::model
