// The rows of the tables of a JSON report.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "report/fields/values.h"

namespace martech_audit::report {

struct KpiNames {
  std::vector<std::uint32_t>& kpis;
};
struct Component {
  std::string_view& word;
  static constexpr std::array<std::string_view, 5> words{"data-driven", "predictive", "contextual",
                                                         "augmented", "agile"};
};
struct Level {
  int& level;
};

}  // namespace martech_audit::report

namespace martech_audit::record {

template <>
inline constexpr auto words_of<Coverage> =
    std::array{Coverage::none, Coverage::troubled, Coverage::once, Coverage::twice};

template <>
struct Form<report::KpiNames> {
  static void write(auto& to, const report::KpiNames& of) {
    to.json().begin_array();
    for (const std::uint32_t kpi : of.kpis) to.json().string(to.context().kpis[kpi].kpi.id);
    to.json().end_array();
  }
  static void read(auto& from, const auto& node, const report::KpiNames& of) {
    if (!node.is_sequence()) return from.wrong(node, "a list");
    for (const auto item : node) of.kpis.push_back(from.context().kpi(item));
  }
  static void describe(auto& schema) { schema.template list_of<std::string>(); }
};

template <>
struct Form<report::Level> {
  static constexpr const char* type = "integer";
  static void limits(auto& schema) {
    schema.minimum(0);
    schema.maximum(3);
  }
  static void write(auto& to, const report::Level& of) { to.json().integer(of.level); }
  static void read(auto& from, const auto& node, const report::Level& of) {
    from.number(node, of.level, "a whole number");
  }
};

template <>
inline constexpr std::string_view named<SpendParts> = "spend_parts";
template <>
struct Fields<SpendParts> {
  template <class V>
  static void of(V& visit, SpendParts& parts) {
    for (const SpendPart part : words_of<SpendPart>) visit(name(part), report::Minor{parts[part]});
  }
};

template <>
inline constexpr std::string_view named<ToolRow> = "tool_row";
template <>
struct Fields<ToolRow> {
  template <class V>
  static void of(V& visit, ToolRow& row) {
    visit("id", row.tool.id);
    visit("name", row.tool.name);
    visit("category", or_null(row.category));
    visit("vendor", or_null(row.vendor));
    visit("status", or_null(row.status));
    visit("residency", or_null(row.residency), "where its data lies");
    visit("in_use", row.in_use, "not in evaluation or retired: its cost counts");
    visit("owner", or_null(row.owner));
    visit("owner_left", row.owner_left, "the owner has left, or everybody of the team has");
    visit("owner_role", or_null(row.owner_role),
          "job title of the present owner, otherwise the team; never a person's name");
    visit("department", or_null(row.department));
    visit("objectives", row.objectives);
    visit("kpis", row.kpis);
    visit("annual_cost", row.annual_cost, "in the organisation's currency");
    visit("utilisation", row.utilisation, "share of seats in use; above 1 where they are over-used");
    visit("contract_ends", row.contract_ends, "last day of the current term");
    visit("renews_on", row.renews_on, "first day of the next term");
    visit("notice_by", row.notice_by, "the notice deadline; the last day if no notice period is given");
    visit("notice_known", row.notice_known, "whether the notice period is given");
    visit("auto_renews", row.auto_renews, "whether the contract renews automatically unless notice is given");
    visit("term_months", row.term_months, "of the next term");
    visit("notice_missed", row.notice_missed,
          "the deadline has passed, and the contract renews automatically");
    visit("past_its_end", row.is_past_its_end,
          "the end given is over, and what came after it is not known, so that it may renew on any day");
    visit("possible_commitment", row.possible_commitment, "the same if unknown data speaks against it");
    visit("renewal_commitment", row.renewal_commitment,
          "commitment of the next term on automatic renewal; 0 if it does not renew automatically");
    visit("in_trouble", row.in_trouble, "has a finding at or above high that is not waived");
    visit("points", report::in_points(row.points), "of its findings and undecided rules");
    visit("waste", report::Known<Money>{row.waste, row.is_waste_known()},
          "allocated recoverable; null if nothing is said of its use, or no cost is known");
    visit("spend_basis", row.spend_basis, "how the yearly spend is known");
    visit("yearly_spend", report::KnownMinor{row.yearly_spend, row.spend_basis != SpendBasis::estimated},
          "stated or paid in a year; 0 if it is free or no longer paid, null if neither is known");
    visit("unexplained_spend", report::Minor{row.unexplained_spend},
          "by how much stated cost and payments differ");
    visit("too_early", row.too_early, "too early to judge its value");
    visit("petty", row.petty, "too small to be asked for its value");
    visit("examined", row.examined, "something is said of its use");
    visit("passes_on_to", report::ToolNames{row.passes_on_to}, "tools it supports; its cost follows theirs");
    const bool is_priced = row.spend_basis != SpendBasis::estimated || row.spend.total() > 0;
    visit("waterfall", report::Known<SpendParts>{row.spend, is_priced},
          "where its yearly spend, the unexplained or an estimate included, ends; null if no cost is known "
          "of any "
          "tool");
  }
};

template <>
inline constexpr std::string_view named<KpiRow> = "kpi_row";
template <>
struct Fields<KpiRow> {
  template <class V>
  static void of(V& visit, KpiRow& row) {
    visit("id", row.kpi.id);
    visit("title", row.kpi.name);
    visit("measured", row.measured, "has a baseline, a target and a day of measurement");
    visit("measured_on", row.measured_on);
    visit("source", or_null(row.source), "the tool that measures it");
  }
};

template <>
struct Fields<CapabilityRow> {
  template <class V>
  static void of(V& visit, CapabilityRow& row) {
    visit("capability", row.capability.id);
    visit("coverage", row.coverage,
          "by active tools: none, only tools at risk, one tool not at risk, two or more");
    visit("providers", report::ToolNames{row.providers}, "ids of tools");
  }
};
template <>
struct Fields<ServingTool> {
  template <class V>
  static void of(V& visit, ServingTool& serving) {
    visit("id", report::ToolName{serving.tool});
    visit("part", serving.part, "equal share of the annual cost of the tool");
  }
};

template <>
inline constexpr std::string_view named<ObjectiveRow> = "objective_row";
template <>
struct Fields<ObjectiveRow> {
  template <class V>
  static void of(V& visit, ObjectiveRow& row) {
    visit("id", row.objective.id);
    visit("title", row.objective.name);
    visit("status", or_null(row.status));
    visit("priority", row.priority);
    visit("owner", or_null(row.owner));
    visit("owner_role", or_null(row.owner_role), "as of tools");
    visit("spend", row.spend, "a year, with what enabling tools pass on");
    visit("kpis", report::KpiNames{row.kpis});
    visit("requires", row.required);
    visit("tools", row.tools, "tools in use that name the objective");
  }
};

template <>
struct Fields<ComponentRow> {
  template <class V>
  static void of(V& visit, ComponentRow& row) {
    visit("component", report::Component{row.component});
    visit("level", report::Level{row.level},
          "0: no tool; 1: a tool; 2: also objective and skilled owner; 3: also measured");
    visit("possible_level", report::Level{row.possible_level}, "possible level, because data is missing");
    visit("tools", report::ToolNames{row.tools}, "ids of active tools that contribute");
  }
};

template <>
struct Fields<IntegrationRow> {
  template <class V>
  static void of(V& visit, IntegrationRow& row) {
    visit("id", row.id);
    visit("from", report::ToolName{row.from}, "a tool");
    visit("to", report::ToolName{row.to}, "a tool");
    visit("kind", or_null(row.kind));
    visit("direction", or_null(row.direction));
    visit("status", or_null(row.status));
  }
};

template <>
struct Fields<TeamRow> {
  template <class V>
  static void of(V& visit, TeamRow& row) {
    visit("id", row.team.id);
    visit("name", or_null(row.team.name));
    visit("owns", report::ToolNames{row.owns}, "tools it owns, directly or through one of its people");
    visit("uses", report::ToolNames{row.uses});
  }
};

template <>
inline constexpr std::string_view named<SpendRow> = "spend_row";
template <>
struct Fields<SpendRow> {
  template <class V>
  static void of(V& visit, SpendRow& row) {
    visit("name", row.name);
    visit("annual_cost", row.annual_cost);
    visit("tools", row.tools);
    visit("waste", row.waste, "null if nothing is said of the use of any of its tools");
  }
};
template <>
struct Fields<ObjectiveSpend> {
  template <class V>
  static void of(V& visit, ObjectiveSpend& row) {
    visit("name", row.objective);
    visit("annual_cost", row.annual_cost);
  }
};

}  // namespace martech_audit::record
