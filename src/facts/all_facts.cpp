// Every fact: to add one, write its function in the file of its theme and a row here. Sorted by kind of
// entity, then name.
#include "facts/all_facts.h"

#include <algorithm>
#include <array>

#include "facts/adoption.h"
#include "facts/lifecycle.h"
#include "facts/marketing5.h"
#include "facts/measurement.h"
#include "facts/orchestration.h"
#include "facts/themes.h"
#include "facts/utilisation.h"

namespace martech_audit {
namespace facts {
namespace {

struct Row {
  Fact fact;
  Derive derive;
};

// A fact with the themes that its parameters name.
template <auto derive>
Value from(const Context& context, const Themes& themes, const Record& entity) {
  return call_with_themes(derive, context, themes, entity);
}

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
constexpr Row channel(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::channel, name, type, summary}, derive};
}
constexpr Row dataset(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::dataset, name, type, summary}, derive};
}
constexpr Row capability(std::string_view name, std::string_view type, Derive derive,
                         std::string_view summary) {
  return {{EntityKind::capability, name, type, summary}, derive};
}
constexpr Row tool(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::tool, name, type, summary}, derive};
}

// "In use" means neither being evaluated nor retired, unless money or use says otherwise; money is in the
// organisation's currency.
constexpr std::array rows{
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

    tool("action_by", "timestamp", from<tool_action_by>,
         "Next date by which to decide: the next notice deadline, or the end of the "
         "contract"),
    tool("active", "bool", from<tool_active>,
         "Whether the tool's status is active, or its days, use or contract say so against another status; "
         "unknown if nothing shows that the other status holds"),
    tool("active_objectives", "list(objective)", from<tool_active_objectives>,
         "Active objectives of the tool"),
    tool("age_days", "int", from<tool_age_days>,
         "Days since go-live, otherwise since purchase, otherwise since the contract start if over a "
         "year ago"),
    tool("annual_cost", "double", from<tool_annual_cost>,
         "Annual recurring cost in the organisation's currency"),
    tool("assigned_share", "double", from<tool_assigned_share>, "Share of purchased seats that are assigned"),
    tool("audited", "bool", from<tool_audited>,
         "Whether the tool is in use: not in evaluation or retired, unless it is paid for or used all the "
         "same"),
    tool("bought_off_roadmap", "bool", from<tool_bought_off_roadmap>,
         "Whether the tool was bought while a roadmap existed and is not on it"),
    tool("capability_use", "double", from<tool_capability_use>,
         "The lower of feature_use (if usage is fresh) and consumption_use, of those known"),
    tool("channel_count", "int", from<tool_channel_count>, "Number of channels the tool runs or measures"),
    tool("consumption_use", "double", from<tool_consumption_use>,
         "Share of committed units that were consumed"),
    tool("contract_ends", "timestamp", from<tool_contract_ends>, "Last day of the current term"),
    tool("cost_share", "double", from<tool_cost_share>, "Share of the annual cost of all tools in use"),
    tool("covered_elsewhere", "bool", from<tool_covered_elsewhere>,
         "Whether other active tools in the same scope provide every capability of the tool"),
    tool("days_to_notice", "int", from<tool_days_to_notice>,
         "Days until the notice deadline of the current term, negative once missed"),
    tool("days_to_renewal", "int", from<tool_days_to_renewal>,
         "Days until the end of the current term, negative if the contract has ended"),
    tool("duplicate_reason", "string", from<tool_duplicate_reason>,
         "What speaks for keeping the first of its duplicates instead of the tool"),
    tool("duplicates", "list(tool)", from<tool_duplicates>,
         "Of shares_capability_with, those with more reason to stay: more critical, more active users for "
         "the cost, more integrations, an objective with a KPI, a longer contract, a higher cost"),
    tool("enabling", "bool", from<tool_enabling>,
         "Whether the tool enables other tools: its kind is not business"),
    tool("examined", "bool", from<tool_examined>,
         "Whether seats, users, activity or consumption are given, or the tool needs no users"),
    tool("exchanges_with_customer_record", "bool", from<tool_exchanges_with_customer_record>,
         "Whether data flows from the tool to the customer record and back, through any number of working "
         "integrations, without files or manual steps"),
    tool("feature_use", "double", from<tool_feature_use>, "Share of available features in use"),
    tool("first_term_months", "int", from<tool_first_term_months>,
         "Length of the first contract term in months, as given or by its first and last day"),
    tool("free", "bool", from<tool_free>, "Whether the tool is free of charge"),
    tool("fresh_usage", "bool", from<tool_fresh_usage>,
         "True if usage was measured within 120 days; unknown if it is older or has no date"),
    tool("functions", "list(string)", from<tool_functions>,
         "Business functions of owners and user teams; unknown if a missing one could make two"),
    tool("holds_customer_data", "bool", from<tool_holds_customer_data>,
         "Whether the tool handles personal data, or holds a dataset that is personal or about customers"),
    tool("idle_before_count_days", "int", from<tool_idle_before_count_days>,
         "Days from the last activity to the day usage was measured"),
    tool("idle_days", "int", from<tool_idle_days>, "Days since the last activity"),
    tool("idle_share", "double", from<tool_idle_share>, "Its part of the idle seats of its contract"),
    tool("in_service", "bool", from<tool_in_service>,
         "Whether the tool is neither being evaluated nor retired, or is active against the first"),
    tool("integrated_with", "list(tool)", from<tool_integrated_with>,
         "Tools in use connected to this one by a working integration"),
    tool("island", "int", from<tool_island>,
         "Number of the group of connected tools the tool belongs to; 0 if not in use"),
    tool("island_size", "int", from<tool_island_size>, "Number of tools in that group"),
    tool("least_age_days", "int", from<tool_least_age_days>,
         "Days that the tool is at least old, by the earliest of its dates; a date before which it was "
         "counts"),
    tool("linked", "bool", from<tool_linked>,
         "Whether the tool serves an active objective, directly or through what it supports"),
    tool("links_known", "bool", from<tool_links_known>,
         "True; unknown if the tool names more than three objectives and says of none how it serves it"),
    tool("live_integrations", "int", from<tool_live_integrations>,
         "Number of working integrations with other tools in use"),
    tool("lone_skills", "list(string)", from<tool_lone_skills>,
         "Required skills that only one person among its owners and user teams has"),
    tool("lower_plan_saving", "double", from<tool_lower_plan_saving>, "Annual saving with the lower plan"),
    tool("marketing5_components", "list(string)", from<tool_marketing5_components>,
         "Marketing 5.0 components the tool contributes to: as given, otherwise by category, "
         "capabilities and use of AI"),
    tool("measured_kpis", "list(kpi)", from<tool_measured_kpis>,
         "KPIs of the tool that are measured: a baseline, another target, a source and a dated value"),
    tool("missing_essentials", "list(string)", from<tool_missing_essentials>,
         "Essential fields missing from the tool"),
    tool("most_spend", "double", from<tool_most_spend>,
         "The larger of what is stated and what was paid for it in a year"),
    tool("newest_measurement_days", "int", from<tool_newest_measurement_days>,
         "Days since the latest measurement of any KPI of the tool"),
    tool("next_term_months", "int", from<tool_next_term_months>,
         "Length of the next contract term in months, as given or by its first and last day"),
    tool("notice_by", "timestamp", from<tool_notice_by>,
         "Notice deadline of the current term; its last day if no notice period is given"),
    tool("notice_known", "bool", from<tool_notice_known>, "Whether the notice period is given"),
    tool("notice_missed", "bool", from<tool_notice_missed>,
         "Whether the contract renews automatically and the notice deadline has passed"),
    tool("on_roadmap", "bool", from<tool_on_roadmap>, "Whether the tool is on the roadmap"),
    tool("over_used", "bool", from<tool_over_used>, "Whether the tool has more users than purchased seats"),
    tool("overlap_capabilities", "list(string)", from<tool_overlap_capabilities>,
         "Core capabilities shared with the tools in shares_capability_with"),
    tool("owner_department", "string", from<tool_owner_department>, "Department of the owner"),
    tool("owner_left", "bool", from<tool_owner_left>,
         "Whether the owner has left, or is a team of which everybody listed has left"),
    tool("paid_yearly", "double", from<tool_paid_yearly>,
         "Payments for the tool, annualised by the days paid for; 0 without a payment that "
         "reaches into the last 13 months"),
    tool("petty", "bool", from<tool_petty>,
         "Whether its vendor takes less than 0.1% of the annual cost; none is if such vendors take over 2%"),
    tool("possible_commitment", "double", from<tool_possible_commitment>,
         "Largest commitment of the next term, if it is not known whether or for how long it renews"),
    tool("purchase_age_days", "int", from<tool_purchase_age_days>,
         "Days since purchase; at least those since go-live or the contract start, if over a "
         "year ago"),
    tool("ramping", "bool", from<tool_ramping>,
         "Whether use cannot be expected yet: in evaluation, pilot or implementation, or live for less "
         "than 90 days"),
    tool("reaches_customer_record", "bool", from<tool_reaches_customer_record>,
         "Whether a chain of working integrations, in any direction, connects the tool to the "
         "customer record"),
    tool("renewal_commitment", "double", from<tool_renewal_commitment>,
         "Commitment of the next term on automatic renewal; 0 if the contract does not renew automatically"),
    tool("renews_on", "timestamp", from<tool_renews_on>, "First day of the next term"),
    tool("repeated_capabilities", "list(string)", from<tool_repeated_capabilities>,
         "Core capabilities shared with its duplicates"),
    tool("seasonal", "bool", from<tool_seasonal>,
         "Whether use is said to be seasonal, and the history of counts shows it"),
    tool("seat_cost", "double", from<tool_seat_cost>,
         "Annual cost per seat as it is really paid: the lowest of the unit price, and of the stated cost "
         "and the payments by seats"),
    tool("seat_floor", "int", from<tool_seat_floor>,
         "Minimum seats to keep of its contract: active and planned seats, at least the contract minimum"),
    tool("seat_floor_now", "int", from<tool_seat_floor_now>, "The same without planned seats"),
    tool("seat_plans_shown", "bool", from<tool_seat_plans_shown>,
         "True if planned seats have a day within half a year, and are no more than the active ones; "
         "otherwise unknown"),
    tool("seat_priced", "bool", from<tool_seat_priced>, "Whether the tool is priced per seat"),
    tool("seat_users", "int", from<tool_seat_users>,
         "Active users of the seats of its contract; in seasonal use those of the season"),
    tool("seats_of_contract", "int", from<tool_seats_of_contract>,
         "Purchased seats of its contract: of active tools of one vendor and category that end together"),
    tool("sends_messages", "bool", from<tool_sends_messages>,
         "Whether the tool sends messages to customers, by its category: email-marketing, "
         "marketing-automation, mobile-marketing, ecommerce-marketing"),
    tool("serves_priority_one", "bool", from<tool_serves_priority_one>,
         "Whether the tool serves an active objective of the highest priority"),
    tool("shares_capability_with", "list(tool)", from<tool_shares_capability_with>,
         "Active tools with a shared core capability and overlapping scope; at most 10, those to keep "
         "first"),
    tool("skill_gaps", "list(string)", from<tool_skill_gaps>,
         "Required skills that nobody among its owners and user teams has"),
    tool("spend_basis", "string", from<tool_spend_basis>,
         "How its yearly spend is known: none, stated, free, paid or estimated"),
    tool("spend_targets", "list(tool)", from<tool_spend_targets>,
         "Tools that an enabling tool without an objective supports, to which its cost is passed on"),
    tool("still_paid", "bool", from<tool_still_paid>,
         "Whether a payment covers today, or a day after the retirement"),
    tool("supports_something", "bool", from<tool_supports_something>,
         "Whether the tool supports another tool in use, or a capability"),
    tool("term_derived", "bool", from<tool_term_derived>,
         "Whether the next term is not given, but derived from the first and last day"),
    tool("too_early", "bool", from<tool_too_early>,
         "Whether it is a pilot within 180 days, a rollout, or in its first year"),
    tool("trainings", "list(training)", from<tool_trainings>, "Completed trainings on the tool"),
    tool("unexplained_spend", "double", from<tool_unexplained_spend>,
         "Payments of a year beyond the stated cost, from 10% of it on"),
    tool("unit_cost", "double", from<tool_unit_cost>,
         "Annual cost per seat: its price, otherwise annual cost divided by purchased seats"),
    tool("usage_age_days", "int", from<tool_usage_age_days>, "Days since usage was measured"),
    tool("usage_falls", "int", from<tool_usage_falls>,
         "Number of consecutive falling counts of active users, up to the latest"),
    tool("usage_lost", "double", from<tool_usage_lost>,
         "Share of active users lost over these counts; 0 if the latest is not lower"),
    tool("used_since_retired", "bool", from<tool_used_since_retired>,
         "Whether a recent count shows active users after the retirement date"),
    tool("utilisation", "double", from<tool_utilisation>, "Share of purchased seats that are active"),
    tool("yearly_spend", "double", from<tool_yearly_spend>,
         "What is paid for it in a year: the stated cost, otherwise the payments"),
};

constexpr auto facts_of(const decltype(rows)& all) {
  std::array<Fact, rows.size()> facts{};
  std::transform(all.begin(), all.end(), facts.begin(), [](const Row& row) { return row.fact; });
  return facts;
}

constexpr auto derivations_of(const decltype(rows)& all) {
  std::array<Derive, rows.size()> derivations{};
  std::transform(all.begin(), all.end(), derivations.begin(), [](const Row& row) { return row.derive; });
  return derivations;
}

constexpr auto facts = facts_of(rows);
constexpr auto derivations = derivations_of(rows);

static_assert(std::adjacent_find(facts.begin(), facts.end(),
                                 [](const Fact& a, const Fact& b) {
                                   return a.of > b.of || (a.of == b.of && a.name >= b.name);
                                 }) == facts.end(),
              "the table is sorted by kind of entity, then name, and names are unique");

}  // namespace

std::span<const Derive> all_derivations() { return derivations; }

}  // namespace facts

std::span<const Fact> all_facts() { return facts::facts; }

}  // namespace martech_audit
