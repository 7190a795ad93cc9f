// Rows of the table of facts (all_facts.cpp): those of all entities but tools, by kind, then name.
//
// "In use" means neither being evaluated nor retired, unless money or use says otherwise; money is in the
// organisation's currency.
#pragma once

#include <array>

#include "facts/fact_row.h"
#include "facts/lifecycle.h"
#include "facts/marketing5.h"
#include "facts/measurement.h"
#include "facts/orchestration.h"
#include "facts/skills.h"

namespace martech_audit::facts {

constexpr Row organisation(std::string_view name, std::string_view type, Derive derive,
                           std::string_view summary) {
  return {{EntityKind::organisation, name, type, summary}, derive};
}
constexpr Row objective(std::string_view name, std::string_view type, Derive derive,
                        std::string_view summary) {
  return {{EntityKind::objective, name, type, summary}, derive};
}
constexpr Row kpi(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::kpi, name, type, summary}, derive};
}
constexpr Row budget(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::budget, name, type, summary}, derive};
}
constexpr Row person(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::person, name, type, summary}, derive};
}
constexpr Row party(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::party, name, type, summary}, derive};
}
constexpr Row training(std::string_view name, std::string_view type, Derive derive,
                       std::string_view summary) {
  return {{EntityKind::training, name, type, summary}, derive};
}
constexpr Row channel(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::channel, name, type, summary}, derive};
}
constexpr Row dataset(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::dataset, name, type, summary}, derive};
}
constexpr Row process(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::process, name, type, summary}, derive};
}
constexpr Row capability(std::string_view name, std::string_view type, Derive derive,
                         std::string_view summary) {
  return {{EntityKind::capability, name, type, summary}, derive};
}

inline constexpr std::array entity_rows{
    organisation("active_tools", "int", from<org_active_tools>, "Number of active tools"),
    organisation("analytics_tools", "list(tool)", from<org_analytics_tools>,
                 "Active tools that measure website or app traffic, by category"),
    organisation("bought_since_review", "list(tool)", from<org_bought_since_review>,
                 "Active tools bought since the last strategy review that are not on the roadmap"),
    organisation("budget_review_days", "int", from<org_budget_review_days>,
                 "Days between reviews of the total marketing budget, at most its period"),
    organisation("capability_gaps", "list(string)", from<org_capability_gaps>,
                 "Capabilities required by an objective that no active tool provides"),
    organisation("completeness", "double", from<org_completeness>,
                 "Share of essential tool data that is given, weighted half by tool and half by cost"),
    organisation("connected_share", "double", from<org_connected_share>,
                 "Share of active tools with a working integration"),
    organisation("costs_known", "bool", from<org_costs_known>,
                 "True; unknown if a tool in use has no known annual cost"),
    organisation("costs_known_share", "double", from<org_costs_known_share>,
                 "Share of tools in use with a known annual cost"),
    organisation("customer_records", "list(tool)", from<org_customer_records>,
                 "Tools in use that hold the customer record: CRM by category, or a customer dataset in "
                 "them is the system of record"),
    organisation("decided_share", "double", from<org_decided_share>,
                 "Share of collected datasets that support a decision"),
    organisation("empty_components", "list(string)", from<org_empty_components>,
                 "Marketing 5.0 components that no active tool contributes to"),
    organisation("islands", "int", from<org_islands>,
                 "Groups of connected tools in use; a tool without connections counts as a group"),
    organisation(
        "kit_gaps", "list(string)", from<org_kit_gaps>,
        "Of content planning, calendar, visualisation, publishing, workflows and collaboration, those "
        "that no active tool provides, by category or capability"),
    organisation("lowest_priority_spend_share", "double", from<org_lowest_priority_spend_share>,
                 "Share of annual cost that supports the active objectives of the lowest priority; 0 if "
                 "there is only one priority"),
    organisation("marketing_budget", "double", from<org_marketing_budget>,
                 "Current budgets of kind total, annualised"),
    organisation("martech_budget_use", "double", from<org_martech_budget_use>,
                 "What the running martech budgets commit, otherwise spend, a year"),
    organisation("measured_spend_share", "double", from<org_measured_spend_share>,
                 "Share of the cost of business tools spent on tools with a measured KPI"),
    organisation("media_attributable", "bool", from<org_media_attributable>,
                 "Whether working integrations connect, directly or not, an advertising tool, one "
                 "with customers or orders, and analytics, attribution or a data warehouse"),
    organisation("missing_lists", "list(string)", from<org_missing_lists>,
                 "Essential lists missing from the inventory"),
    organisation("off_strategy_costs_known", "bool", from<org_off_strategy_costs_known>,
                 "True; unknown if a tool that supports no active objective has no known cost"),
    organisation("overlap_capabilities", "list(string)", from<org_overlap_capabilities>,
                 "Core capabilities that several active tools provide for the same users"),
    organisation("planning_reaches_publishing", "bool", from<org_planning_reaches_publishing>,
                 "Whether a chain of working integrations connects a planning tool to a "
                 "publishing tool, or one tool does both"),
    organisation("planning_tools", "list(tool)", from<org_planning_tools>,
                 "Active content planning tools, by category or capability: content planning, calendars, "
                 "projects"),
    organisation("priority_one_spend_share", "double", from<org_priority_one_spend_share>,
                 "Share of annual cost that supports the active objectives of the highest priority"),
    organisation(
        "publishing_tools", "list(tool)", from<org_publishing_tools>,
        "Active content publishing tools, by category or capability: websites, email, social networks"),
    organisation("reserve_share", "double", from<org_reserve_share>,
                 "Share of the marketing budget held in reserve by current budgets of kind reserve"),
    organisation("siloed_share", "double", from<org_siloed_share>,
                 "Share of active tools with customer data that fewer than two functions own or use"),
    organisation("spend_by_category", "map(string, double)", from<org_spend_by_category>,
                 "Annual cost of tools in use by category; the empty key collects tools without one"),
    organisation(
        "spend_by_department", "map(string, double)", from<org_spend_by_department>,
        "Annual cost of tools in use by the owner's department; the empty key collects tools without one"),
    organisation("spend_by_objective", "map(string, double)", from<org_spend_by_objective>,
                 "Annual cost that supports each active objective, by id; the empty key collects the rest"),
    organisation("spend_off_strategy", "double", from<org_spend_off_strategy>,
                 "Annual cost that supports no active objective; unknown without objectives"),
    organisation("spend_off_strategy_share", "double", from<org_spend_off_strategy_share>,
                 "Share of annual cost that supports no active objective; unknown without objectives"),
    organisation("sunk_costs", "double", from<org_sunk_costs>,
                 "What was paid once for the tools in use, their implementation and training"),
    organisation("tools_without_cost", "int", from<org_tools_without_cost>,
                 "Number of tools in use without a known annual cost"),
    organisation("total_cost", "double", from<org_total_cost>, "Known annual cost of tools in use"),
    organisation("unassigned_spend", "double", from<org_unassigned_spend>,
                 "Payments to vendors not in the inventory, and those that may be for any tool"),
    organisation("unlisted_spend", "double", from<org_unlisted_spend>,
                 "Payments in the last 13 months to vendors with no tool in the inventory"),
    organisation("unlisted_vendors", "list(string)", from<org_unlisted_vendors>,
                 "Vendors paid in the last 13 months with no tool in the inventory"),

    objective("capability_gaps", "list(string)", from<objective_capability_gaps>,
              "Required capabilities that no active tool provides; unknown if none is required"),
    objective("days_to_due", "int", from<objective_days_to_due>,
              "Days until the target date, negative afterwards"),
    objective("empty_components", "list(string)", from<objective_empty_components>,
              "Marketing 5.0 components of its required capabilities that no active tool "
              "contributes to"),
    objective("functions", "list(string)", from<objective_functions>,
              "Business functions of its owner and co-owning teams; unknown if a missing one could make "
              "two"),
    objective("initiatives", "list(initiative)", from<objective_initiatives>,
              "Pilots and rollouts (not stopped) of tools that serve the objective or provide a required "
              "capability"),
    objective("kpi_problems", "list(string)", from<objective_kpi_problems>,
              "What is missing to measure the objective by its KPIs, in words"),
    objective("planned_tools", "list(tool)", from<objective_planned_tools>,
              "Tools of current and future roadmap items for the objective"),
    objective("providers", "list(tool)", from<objective_providers>,
              "Active tools that serve the objective or provide a required capability; at most 100"),
    objective("spend", "double", from<objective_spend>, "Annual cost that supports the objective"),

    kpi("gain", "double", from<kpi_gain>,
        "What the change since the baseline is worth, in the organisation's currency, by the worth of a "
        "unit"),
    kpi("measured", "bool", from<kpi_measured>,
        "Whether the KPI has a baseline, another value as target, an active source, and a dated value"),
    kpi("measurement_age_days", "int", from<kpi_measurement_age_days>, "Days since the last measurement"),
    kpi("progress", "double", from<kpi_progress>, "Share of the way from the baseline to the target"),
    kpi("source_active", "bool", from<kpi_source_active>, "Whether the tool that measures the KPI is active"),

    budget("annual_amount", "double", from<budget_annual_amount>,
           "Approved amount for a year, in the organisation's currency"),

    person("left", "bool", from<person_left>, "Whether the person has left the organisation"),

    party("left", "bool", from<party_left>,
          "Whether the owner has left, or is a team of which everybody listed has left"),

    training("held", "bool", from<training_held>,
             "Whether the training was completed, and took some time as far as its hours say"),

    channel("conflicting_senders", "list(tool)", from<channel_conflicting_senders>,
            "Active tools that send messages on the channel in the same scope as another one "
            "that they are not connected to"),
    channel("reaches_customer_record", "bool", from<channel_reaches_customer_record>,
            "Whether one of the channel's tools is connected to the customer record, directly or not"),
    channel("runners", "list(tool)", from<channel_runners>, "Tools in use that are linked to the channel"),

    capability("providers", "list(tool)", from<capability_providers>,
               "Active tools that provide the capability"),

    dataset("about_customers", "bool", from<dataset_about_customers>, "Whether the data is about customers"),
    dataset("functions", "list(string)", from<dataset_functions>,
            "Business functions of the teams with access to the data; unknown if a missing one "
            "could make two"),
    dataset("joined", "bool", from<dataset_joined>,
            "Whether customer data is connected to the customer record; true for other data, and if "
            "no other tool has customer data in the same scope"),
    dataset("rival_records", "list(dataset)", from<dataset_rival_records>,
            "Datasets in other tools that also claim to be the record of the subject, in a scope they "
            "share"),

    process("tools", "list(tool)", from<process_tools>, "Tools that support the process"),
};

}  // namespace martech_audit::facts
