// Rows of the table of facts (all_facts.cpp): those of tools, by name.
//
// "In use" means neither being evaluated nor retired, unless money or use says otherwise; money is in the
// organisation's currency.
#pragma once

#include <array>

#include "facts/adoption.h"
#include "facts/fact_row.h"
#include "facts/lifecycle.h"
#include "facts/marketing5.h"
#include "facts/measurement.h"
#include "facts/utilisation.h"

namespace martech_audit::facts {

constexpr Row tool(std::string_view name, std::string_view type, Derive derive, std::string_view summary) {
  return {{EntityKind::tool, name, type, summary}, derive};
}

inline constexpr std::array tool_rows{
    tool("action_by", "timestamp", from<tool_action_by>,
         "Next date by which to decide: the next notice deadline, or the end of the contract"),
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
    tool("initiatives", "list(initiative)", from<tool_initiatives>,
         "Pilots and rollouts of the tool; unknown if no initiatives are listed"),
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
         "By how much the stated cost and a year's payments differ, from 10% of it on"),
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
         "What is paid for it in a year: the stated cost or the payments, the lower if both are known"),
};

}  // namespace martech_audit::facts
