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

// "In use" means neither being evaluated nor retired; money is in the organisation's currency.
constexpr std::array rows{
    organisation("active_tools", "int", from<org_active_tools>, "How many tools are active"),
    organisation("analytics_tools", "list(tool)", from<org_analytics_tools>,
                 "Active tools that count visits to the web site or app, by their category"),
    organisation(
        "bought_since_review", "list(tool)", from<org_bought_since_review>,
        "Active tools that were bought after the last review of the strategy and stand on no roadmap"),
    organisation("budget_review_days", "int", from<org_budget_review_days>,
                 "Days from one review of the whole marketing budget to the next, at most its period"),
    organisation("capability_gaps", "list(string)", from<org_capability_gaps>,
                 "Capabilities that an objective requires and no active tool provides"),
    organisation("completeness", "double", from<org_completeness>,
                 "Share of the essential facts that are given, weighted half by tool and half by cost"),
    organisation("connected_share", "double", from<org_connected_share>,
                 "Share of the active tools that have a working connection to another tool"),
    organisation("costs_known_share", "double", from<org_costs_known_share>,
                 "Share of the tools in use whose yearly cost is known"),
    organisation("customer_records", "list(tool)", from<org_customer_records>,
                 "Tools in use that keep the customer record: CRM by category, or a data set on customers in "
                 "them is the system of record"),
    organisation("decided_share", "double", from<org_decided_share>,
                 "Share of the collected data sets with which some decision is made"),
    organisation("empty_components", "list(string)", from<org_empty_components>,
                 "Components of Marketing 5.0 to which no active tool contributes"),
    organisation("islands", "int", from<org_islands>,
                 "Groups of connected tools among those in use; a tool without connections counts as one"),
    organisation(
        "kit_gaps", "list(string)", from<org_kit_gaps>,
        "Of content planning, calendar, visualisation, publishing, workflows and collaboration those that "
        "no active tool has, by category or capability"),
    organisation("lowest_priority_spend_share", "double", from<org_lowest_priority_spend_share>,
                 "Share of the yearly cost that reaches the active objectives of the last rank; 0 where "
                 "there is one rank"),
    organisation("marketing_budget", "double", from<org_marketing_budget>,
                 "The budgets of kind total that run today, brought to a year"),
    organisation("measured_spend_share", "double", from<org_measured_spend_share>,
                 "Share of what business tools cost that goes to tools with a measured KPI"),
    organisation("media_attributable", "bool", from<org_media_attributable>,
                 "Whether working integrations bring together, directly or not, a tool for advertising, one "
                 "with customers or orders, and analytics, attribution or a warehouse"),
    organisation("missing_lists", "list(string)", from<org_missing_lists>,
                 "Lists that an audit starts from and the inventory does not give"),
    organisation("overlap_capabilities", "list(string)", from<org_overlap_capabilities>,
                 "Capabilities that several active tools have at their core for the same users"),
    organisation("planning_reaches_publishing", "bool", from<org_planning_reaches_publishing>,
                 "Whether a chain of working integrations connects one of the planning tools with one of the "
                 "publishing tools, or one tool does both"),
    organisation("planning_tools", "list(tool)", from<org_planning_tools>,
                 "Active tools to plan content with, by category or capability: content planning, calendars, "
                 "projects"),
    organisation("priority_one_spend_share", "double", from<org_priority_one_spend_share>,
                 "Share of the yearly cost that reaches the active objectives of the first rank"),
    organisation(
        "publishing_tools", "list(tool)", from<org_publishing_tools>,
        "Active tools to publish content with, by category or capability: sites, e-mail, social networks"),
    organisation("reserve_share", "double", from<org_reserve_share>,
                 "Share of the marketing budget that running budgets of kind reserve keep free"),
    organisation("siloed_share", "double", from<org_siloed_share>,
                 "Share of the active tools with customer data around which fewer than two functions work"),
    organisation("spend_by_category", "map(string, double)", from<org_spend_by_category>,
                 "Yearly cost of the tools in use by category; an empty key gathers those without"),
    organisation(
        "spend_by_department", "map(string, double)", from<org_spend_by_department>,
        "Yearly cost of the tools in use by the owner's department; an empty key gathers those without"),
    organisation(
        "spend_by_objective", "map(string, double)", from<org_spend_by_objective>,
        "Yearly cost that reaches each active objective, by id; an empty key gathers what reaches none"),
    organisation("spend_off_strategy", "double", from<org_spend_off_strategy>,
                 "Yearly cost that reaches no active objective; unknown while there are no objectives"),
    organisation(
        "spend_off_strategy_share", "double", from<org_spend_off_strategy_share>,
        "Share of the yearly cost that reaches no active objective; unknown while there are no objectives"),
    organisation("tools_without_cost", "int", from<org_tools_without_cost>,
                 "How many tools in use have no known yearly cost"),
    organisation("total_cost", "double", from<org_total_cost>,
                 "Yearly cost of the tools in use, as far as it is known"),
    organisation("unlisted_spend", "double", from<org_unlisted_spend>,
                 "Payments of the last 13 months to vendors that sell none of the tools"),
    organisation("unlisted_vendors", "list(string)", from<org_unlisted_vendors>,
                 "Vendors that were paid in the last 13 months and sell none of the tools"),

    objective("capability_gaps", "list(string)", from<objective_capability_gaps>,
              "Required capabilities that no active tool provides; unknown where none is required"),
    objective("days_to_due", "int", from<objective_days_to_due>,
              "Days until the objective should be reached, negative afterwards"),
    objective("empty_components", "list(string)", from<objective_empty_components>,
              "Components of Marketing 5.0 that its required capabilities belong to and no active tool "
              "contributes to"),
    objective(
        "initiatives", "list(initiative)", from<objective_initiatives>,
        "Pilots and rollouts, not stopped, of tools that serve the objective or provide what it requires"),
    objective("kpi_problems", "list(string)", from<objective_kpi_problems>,
              "In words, what is missing to measure the objective by its KPIs"),
    objective("planned_tools", "list(tool)", from<objective_planned_tools>,
              "Tools of roadmap items for the objective that are not over"),
    objective("providers", "list(tool)", from<objective_providers>,
              "Active tools that serve the objective or provide a capability it requires; at most 100"),
    objective("spend", "double", from<objective_spend>, "Yearly cost that reaches the objective"),

    kpi("measured", "bool", from<kpi_measured>,
        "Whether the KPI has a baseline, a target and a day of measurement"),
    kpi("measurement_age_days", "int", from<kpi_measurement_age_days>, "Days since the last measurement"),
    kpi("source_active", "bool", from<kpi_source_active>, "Whether the tool that measures the KPI is active"),

    person("left", "bool", from<person_left>, "Whether the person has left the organisation"),

    party("left", "bool", from<party_left>, "Whether the owner is a person who has left the organisation"),

    channel("conflicting_senders", "list(tool)", from<channel_conflicting_senders>,
            "Active tools that send messages on the channel and meet another one there, in a scope that they "
            "share, with which nothing connects them"),
    channel("reaches_customer_record", "bool", from<channel_reaches_customer_record>,
            "Whether one of the runners is connected with the customer record, directly or not"),
    channel("runners", "list(tool)", from<channel_runners>,
            "Tools in use that the channel names, or that name the channel"),

    capability("providers", "list(tool)", from<capability_providers>,
               "Active tools that have the capability"),

    dataset("about_customers", "bool", from<dataset_about_customers>, "Whether the data describe customers"),
    dataset("functions", "list(string)", from<dataset_functions>,
            "Functions of the business among the teams that can use the data; unknown while a missing one "
            "could make two"),
    dataset("joined", "bool", from<dataset_joined>,
            "Whether the data on customers are connected with those of record; true of other data, and where "
            "no other tool has data on customers in the same scope"),
    dataset("rival_records", "list(dataset)", from<dataset_rival_records>,
            "Data sets in other tools that also claim to be the record of the subject, in a scope that they "
            "share"),

    tool("action_by", "timestamp", from<tool_action_by>,
         "Next day by which a decision changes what is paid: the next last day for notice, or the end of the "
         "contract"),
    tool("active", "bool", from<tool_active>, "Whether the tool's status is active"),
    tool("active_objectives", "list(objective)", from<tool_active_objectives>,
         "Objectives of the tool that are active"),
    tool("age_days", "int", from<tool_age_days>,
         "Days since going live, else since the purchase, else since the contract began if that is over a "
         "year ago"),
    tool("annual_cost", "double", from<tool_annual_cost>,
         "Recurring cost in a year, in the organisation's currency"),
    tool("assigned_share", "double", from<tool_assigned_share>,
         "Share of the purchased seats that are assigned"),
    tool("audited", "bool", from<tool_audited>,
         "Whether the tool is in use: neither being evaluated nor retired"),
    tool("bought_off_roadmap", "bool", from<tool_bought_off_roadmap>,
         "Whether the tool was bought when there was a roadmap and stands on no item of it"),
    tool("capability_use", "double", from<tool_capability_use>,
         "The smaller of feature_use, where usage is fresh, and consumption_use, of those that are known"),
    tool("channel_count", "int", from<tool_channel_count>, "How many channels the tool runs or measures"),
    tool("consumption_use", "double", from<tool_consumption_use>,
         "Share of the committed units that were consumed"),
    tool("cost_share", "double", from<tool_cost_share>,
         "The tool's share of the yearly cost of all tools in use"),
    tool("covered_elsewhere", "bool", from<tool_covered_elsewhere>,
         "Whether other active tools in the same scope provide every capability of the tool"),
    tool("days_to_notice", "int", from<tool_days_to_notice>,
         "Days until the last day for notice in the current term, negative once it is missed"),
    tool("days_to_renewal", "int", from<tool_days_to_renewal>,
         "Days until the last day of the current term, negative where the contract has ended"),
    tool("duplicates", "list(tool)", from<tool_duplicates>,
         "Of shares_capability_with, the tools that cost more: those to keep if this one goes"),
    tool("enabling", "bool", from<tool_enabling>,
         "Whether the tool serves other tools: its kind is not business"),
    tool("exchanges_with_customer_record", "bool", from<tool_exchanges_with_customer_record>,
         "Whether data flow from the tool to the customer record and back, over any number of working "
         "integrations, without files or handwork"),
    tool("feature_use", "double", from<tool_feature_use>, "Share of the available features that are in use"),
    tool("free", "bool", from<tool_free>, "Whether nothing is paid for the tool"),
    tool("fresh_usage", "bool", from<tool_fresh_usage>,
         "True where use was measured within 120 days; unknown where it was longer ago, or nobody says when"),
    tool("functions", "list(string)", from<tool_functions>,
         "Functions of the business among owners and user teams; unknown while a missing one could make two"),
    tool("holds_customer_data", "bool", from<tool_holds_customer_data>,
         "Whether the tool handles personal data, or holds a data set that is personal or about customers"),
    tool("idle_days", "int", from<tool_idle_days>, "Days since anybody last used the tool"),
    tool("integrated_with", "list(tool)", from<tool_integrated_with>,
         "Tools in use that a working integration connects with this one"),
    tool("island", "int", from<tool_island>,
         "Number of the group of connected tools that the tool belongs to; 0 where it is not in use"),
    tool("island_size", "int", from<tool_island_size>, "How many tools are in that group"),
    tool("linked", "bool", from<tool_linked>,
         "Whether the tool serves an active objective; an enabling one may do so through what it supports"),
    tool("live_integrations", "int", from<tool_live_integrations>,
         "How many working integrations connect the tool with others in use"),
    tool("lone_skills", "list(string)", from<tool_lone_skills>,
         "Skills that the tool takes and a single person has among its owners and user teams"),
    tool("lower_plan_saving", "double", from<tool_lower_plan_saving>,
         "What the lower plan would save in a year"),
    tool("marketing5_components", "list(string)", from<tool_marketing5_components>,
         "Components of Marketing 5.0 that the tool contributes to: as it says, else by category, "
         "capabilities and use of machine learning"),
    tool("measured_kpis", "list(kpi)", from<tool_measured_kpis>,
         "KPIs of the tool that have a baseline, a target and a day of measurement"),
    tool("missing_essentials", "list(string)", from<tool_missing_essentials>,
         "Fields that an audit starts from and the tool does not give"),
    tool("newest_measurement_days", "int", from<tool_newest_measurement_days>,
         "Days since the latest measurement of any of the tool's KPIs"),
    tool("notice_by", "timestamp", from<tool_notice_by>, "Last day for notice in the current term"),
    tool("notice_missed", "bool", from<tool_notice_missed>,
         "Whether the contract renews by itself and the last day for notice is over"),
    tool("on_roadmap", "bool", from<tool_on_roadmap>, "Whether an item of the roadmap names the tool"),
    tool("over_used", "bool", from<tool_over_used>,
         "Whether more people use the tool than seats were purchased"),
    tool("overlap_capabilities", "list(string)", from<tool_overlap_capabilities>,
         "Core capabilities that the tool has in common with those of shares_capability_with"),
    tool("owner_department", "string", from<tool_owner_department>, "Department of the owner"),
    tool("owner_left", "bool", from<tool_owner_left>,
         "Whether the owner is a person who has left the organisation"),
    tool("paid_yearly", "double", from<tool_paid_yearly>,
         "What finance paid for the tool, brought to a year by the days paid for; 0 without any payment that "
         "reaches into the last 13 months"),
    tool("purchase_age_days", "int", from<tool_purchase_age_days>,
         "Days since the purchase; at least those since going live or the contract began, if that is over a "
         "year ago"),
    tool("ramping", "bool", from<tool_ramping>,
         "Whether use is not to be expected yet: being evaluated, piloted or implemented, or live for less "
         "than 90 days"),
    tool("reaches_customer_record", "bool", from<tool_reaches_customer_record>,
         "Whether a chain of working integrations, whatever their direction, connects the tool with the "
         "customer record"),
    tool("renewal_commitment", "double", from<tool_renewal_commitment>,
         "What the next term commits to if the contract renews by itself; 0 where it does not"),
    tool("renews_on", "timestamp", from<tool_renews_on>, "Last day of the current term"),
    tool("repeated_capabilities", "list(string)", from<tool_repeated_capabilities>,
         "Core capabilities that the tool has in common with its duplicates"),
    tool("seat_floor", "int", from<tool_seat_floor>,
         "Seats that must be kept in any case: active and planned ones, at least the contract's minimum"),
    tool("seat_priced", "bool", from<tool_seat_priced>, "Whether the price depends on seats"),
    tool("sends_messages", "bool", from<tool_sends_messages>,
         "Whether the tool sends messages to customers, by its category: email-marketing, "
         "marketing-automation, mobile-marketing, ecommerce-marketing"),
    tool("serves_priority_one", "bool", from<tool_serves_priority_one>,
         "Whether an active objective of the tool has the first rank"),
    tool("shares_capability_with", "list(tool)", from<tool_shares_capability_with>,
         "Active tools with a core capability in common and a scope that meets; at most 10, the dearest "
         "first"),
    tool("skill_gaps", "list(string)", from<tool_skill_gaps>,
         "Skills that the tool takes and nobody has among its owners and user teams"),
    tool("still_paid", "bool", from<tool_still_paid>, "Whether a payment covers today or later days"),
    tool("supports_something", "bool", from<tool_supports_something>,
         "Whether the tool supports another tool in use, or a capability"),
    tool("trainings", "list(training)", from<tool_trainings>, "Completed trainings in the use of the tool"),
    tool("unit_cost", "double", from<tool_unit_cost>,
         "Cost of one seat in a year: its price, else the yearly cost divided by the seats purchased"),
    tool("usage_age_days", "int", from<tool_usage_age_days>, "Days since use was measured"),
    tool("usage_falls", "int", from<tool_usage_falls>,
         "How many counts of active users in a row, up to the latest, were lower than the one before"),
    tool("usage_lost", "double", from<tool_usage_lost>,
         "Share of the active users that were lost over these counts; 0 where the latest is not lower"),
    tool("utilisation", "double", from<tool_utilisation>, "Share of the purchased seats that are active"),
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
