// Rows of the field table: what marketing wants (objectives, KPIs, roadmap) and what it may spend.
#pragma once

#include "model/fields_common.h"

namespace martech_audit::model {

inline constexpr std::array<std::string_view, 3> objective_statuses{"active", "closed", "planned"};
inline constexpr Table objective_table{std::array{
    id("Unique name of the objective, referred to by tools and capabilities"),
    text("title", "The objective in a few words"),
    statement(text("customer_problem", "The customers' problem that reaching the objective solves")),
    integer("priority", Range{.least = 1, .most = 1'000'000}, "Rank among the objectives; 1 is highest"),
    word("status", objective_statuses, "Whether the objective is pursued now"),
    statement(reference("owner", EntityKind::party, "Person or team that answers for the objective")),
    links("co_owner_teams", EntityKind::team, "Teams that share the responsibility"),
    links("kpis", EntityKind::kpi, "Measures that show whether the objective is reached"),
    links("requires", EntityKind::capability, "Capabilities without which the objective cannot be reached"),
    boolean("needs_technology", "false: the objective is reached without any tool"),
    date("due", "Day by which the objective should be reached"),
}};
inline constexpr Shape objective_shape = entity_shape("objective", EntityKind::objective, objective_table);

inline constexpr Table kpi_table{std::array{
    id("Unique name of the KPI, referred to by objectives and tools"),
    text("title", "The measure in a few words"),
    text("unit", "What the numbers count: percent, EUR, days, …"),
    decimal("baseline", any_number, "Value before the objective was pursued"),
    decimal("target", any_number, "Value to be reached"),
    statement(reference("source", EntityKind::tool, "Tool that measures the KPI")),
    past_date("measured_on", "Day of the last measurement"),
}};
inline constexpr Shape kpi_shape = entity_shape("kpi", EntityKind::kpi, kpi_table);

inline constexpr std::array<std::string_view, 7> budget_kinds{"total",    "martech", "media",  "people",
                                                              "training", "agency",  "reserve"};
inline constexpr Table budget_table{std::array{
    id("Unique name of the budget"),
    text("name", "The budget as people call it"),
    word("kind", budget_kinds, "What the money is for; total is the whole marketing budget"),
    block("period", period_shape, "First and last day that the budget covers"),
    decimal("amount", how_much, "Money granted for the period"),
    decimal("committed", how_much, "Money bound by contracts, whether paid or not"),
    decimal("spent", how_much, "Money paid so far"),
    completed(currency("currency", "Currency of the three amounts; the organisation's where none is given")),
    integer("review_days", days_apart, "Days from one review of the budget to the next"),
}};
inline constexpr Shape budget_shape = entity_shape("budget", EntityKind::budget, budget_table);

inline constexpr std::array<std::string_view, 3> feasibility_results{"feasible", "risky", "infeasible"};
inline constexpr Table feasibility_table{std::array{
    reference("checked_by", EntityKind::party, "Person or team that examined the item"),
    past_date("on", "Day of the examination; in quotes, \"on\", where other tools read YAML 1.1"),
    word("result", feasibility_results, "What the examination found"),
}};
inline constexpr Shape feasibility_shape =
    block_shape("roadmap.feasibility", BlockId::feasibility, feasibility_table);

inline constexpr std::array roadmap_limits{Limit{Limit::Kind::not_before, "starts"}};
inline constexpr Table roadmap_table{std::array{
    id("Unique name of the roadmap item"),
    text("name", "The item in a few words"),
    links("tools", EntityKind::tool, "Tools that the item introduces, replaces or extends"),
    statement(reference("objective", EntityKind::objective, "Objective that the item serves")),
    date("starts", "First day of the work"),
    limited(date("ends", "Last day of the work"), roadmap_limits),
    block("feasibility", feasibility_shape, "Whether those who must build it examined the item"),
}};
inline constexpr Shape roadmap_shape = entity_shape("roadmap", EntityKind::roadmap, roadmap_table);

}  // namespace martech_audit::model
