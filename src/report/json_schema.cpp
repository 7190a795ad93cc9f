#include "report/json_schema.h"

#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "martech_audit/score.h"

namespace martech_audit {
namespace report {
namespace {

using Json = nlohmann::ordered_json;

// A kind of value; the words about it are added where it is used.
Json of_type(const char* type) { return {{"type", type}}; }
Json text() { return of_type("string"); }
Json text_or_null() { return {{"type", {"string", "null"}}}; }
Json boolean() { return of_type("boolean"); }
Json integer() { return of_type("integer"); }
Json integer_or_null() { return {{"type", {"integer", "null"}}}; }
Json number() { return of_type("number"); }
Json number_or_null() { return {{"type", {"number", "null"}}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json place_number() { return {{"type", "integer"}, {"minimum", 1}}; }
Json points() { return {{"type", "number"}, {"minimum", 0}, {"maximum", 100}}; }
Json share() { return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}; }
Json date() { return {{"type", "string"}, {"format", "date"}}; }
Json date_or_null() { return {{"type", {"string", "null"}}, {"format", "date"}}; }
Json hex(int digits) {
  return {{"type", "string"}, {"pattern", "^[0-9a-f]{" + std::to_string(digits) + "}$"}};
}
Json words(std::initializer_list<const char*> allowed) { return {{"enum", allowed}}; }
Json exactly(std::string_view value) { return {{"const", value}}; }
Json ref(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }
Json or_null(Json schema) { return {{"anyOf", {std::move(schema), of_type("null")}}}; }
Json list(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

Json severity() { return words({"critical", "high", "medium", "low", "info"}); }
Json effort() { return words({"low", "medium", "high"}); }
Json money_class() { return words({"recoverable", "at_risk", "exposed", "opportunity"}); }

struct Property {
  const char* name;
  Json schema;
  const char* about = "";
};

// Every property is required and no other allowed.
Json object(std::initializer_list<Property> properties) {
  Json required = Json::array();
  Json members = Json::object();
  for (const Property& property : properties) {
    Json schema = property.schema;
    if (*property.about != '\0') schema["description"] = property.about;
    members[property.name] = std::move(schema);
    required.push_back(property.name);
  }
  return {{"type", "object"},
          {"additionalProperties", false},
          {"required", std::move(required)},
          {"properties", std::move(members)}};
}

Json money() {
  return object({{"minor", integer(), "the exact amount, in the currency's smallest unit"},
                 {"decimals", count(), "digits after the point: 2 for EUR, 0 for JPY"},
                 {"currency", {{"type", "string"}, {"pattern", "^[A-Z]{3}$"}}, "ISO 4217"},
                 {"value", number(), "minor / 10^decimals"}});
}

Json entity() {
  return object({{"kind", text(), "what it is: tool, objective, organisation, ..."},
                 {"id", text_or_null(), "null for the organisation"},
                 {"name", text_or_null()}});
}

Json location() {
  return object({{"path", text(), "as given on the command line"},
                 {"line", place_number(), "1-based"},
                 {"column", place_number(), "1-based, in code points"},
                 {"end_column", place_number(), "one past the last column marked, on the same line"},
                 {"pointer", text_or_null(), "RFC 6901"},
                 {"snippet", text_or_null(), "the source line; null where it is very long"}});
}

Json claim() {
  return object({{"class", money_class(), "never added across classes"},
                 {"claimed", ref("money")},
                 {"allocated", ref("money"),
                  "what the ledger grants, so that no amount counts twice; of class "
                  "recoverable only this is waste"},
                 {"actionable_from", date_or_null(), "the day by which to decide"}});
}

Json waiver() {
  return object({{"reason", text()},
                 {"owner", text()},
                 {"expires", date(), "the last day it holds"},
                 {"created", date_or_null()},
                 {"approved_by", text_or_null()},
                 {"ticket", text_or_null()},
                 {"location", or_null(ref("location"))}});
}

Json rule() {
  const Json step = object({{"severity", severity()}, {"condition", text()}});
  const Json variable = object({{"name", text()}, {"expression", text()}});
  const Json amount =
      object({{"class", money_class()}, {"amount", text()}, {"actionable_from", text_or_null()}});
  return object({{"id", text()},
                 {"pack", text()},
                 {"title", text()},
                 {"dimension", text()},
                 {"for", text(), "the kind of entity it is put to"},
                 {"severity", severity(), "base severity; a finding's own may differ"},
                 {"effort", effort(), "what a fix costs; counts 1, 3, 8 in the order of `first`"},
                 {"weight", integer(), "in force"},
                 {"optional", boolean(), "not applicable, instead of unknown, where facts are absent"},
                 {"when", text_or_null(), "expression: where it applies"},
                 {"variables", list(variable), "names for parts of the expressions below"},
                 {"assert", text(), "expression: what must hold"},
                 {"degree", text_or_null(), "expression: how far it fails, 1 where null"},
                 {"severity_when", list(step)},
                 {"money", list(amount)},
                 {"explained_by", list(text()), "rules whose finding on the same entity is the greater one"},
                 {"at", text_or_null(), "path below the entity that the location shows"},
                 {"message", text(), "template"},
                 {"why", text()},
                 {"fix", text()},
                 {"origin", text_or_null()},
                 {"references", list(text())},
                 {"since", text_or_null()},
                 {"former_ids", list(text())},
                 {"location", or_null(ref("location")), "in the pack"}});
}

Json finding() {
  return object({{"fingerprint", hex(32), "stable: rule and entity, never line, message, money or severity"},
                 {"rule", text()},
                 {"pack", text()},
                 {"dimension", text()},
                 {"severity", severity()},
                 {"entity", ref("entity")},
                 {"message", text()},
                 {"why", text()},
                 {"fix", text()},
                 {"effort", effort()},
                 {"points", points(), "what fixing it alone takes off the gap"},
                 {"degree", share(), "how far the rule fails; 1 is in full"},
                 {"money", list(ref("claim"))},
                 {"location", or_null(ref("location"))},
                 {"explained_by", or_null(hex(32)), "fingerprint of the greater finding on the same entity"},
                 {"baseline", or_null(words({"known", "new", "worsened"})), "null without a baseline"},
                 {"waived", or_null(ref("waiver"))}});
}

Json evidence_gap() {
  const Json field =
      object({{"entity", ref("entity")},
              {"path", text()},
              {"outdated", date_or_null(), "the day of a measurement that is there and too old to count"}});
  return object({{"rule", text()},
                 {"entity", ref("entity")},
                 {"points", points(), "the unproven points that wait for these fields"},
                 {"fields", list(field), "all of them are needed"}});
}

Json diagnostic() {
  return object({{"level", words({"error", "warning", "note"})},
                 {"message", text()},
                 {"hint", text_or_null(), "what to write instead"},
                 {"location", or_null(ref("location"))}});
}

Json tool_row() {
  return object({{"id", text()},
                 {"name", text()},
                 {"category", text_or_null()},
                 {"vendor", text_or_null()},
                 {"status", text_or_null()},
                 {"in_use", boolean(), "neither being evaluated nor retired: its cost counts"},
                 {"owner", text_or_null()},
                 {"department", text_or_null()},
                 {"objectives", list(text())},
                 {"kpis", list(text())},
                 {"annual_cost", or_null(ref("money")), "in the organisation's currency"},
                 {"utilisation", number_or_null(), "share of seats in use; above 1 where they are over-used"},
                 {"renews_on", date_or_null()},
                 {"notice_by", date_or_null(), "the last day for notice"},
                 {"renewal_commitment", or_null(ref("money")),
                  "what the next term commits to by itself; 0 where it does not renew so"},
                 {"in_trouble", boolean(), "has a finding at or above high that is not waived"},
                 {"points", points(), "of its findings and undecided rules"},
                 {"waste", ref("money"), "allocated recoverable"}});
}

Json kpi_row() {
  return object({{"id", text()},
                 {"title", text()},
                 {"measured", boolean(), "has a baseline, a target and a day of measurement"},
                 {"measured_on", date_or_null()},
                 {"source", text_or_null(), "the tool that measures it"}});
}

Json objective_row() {
  const Json capability =
      object({{"capability", text()},
              {"coverage", words({"none", "troubled", "once", "twice"}),
               "by active tools: by none, by tools in trouble alone, by one that is not, by two or more"},
              {"providers", list(text()), "ids of tools"}});
  const Json serving = object(
      {{"id", text()}, {"part", or_null(ref("money")), "of the yearly cost of the tool, by equal parts"}});
  return object({{"id", text()},
                 {"title", text()},
                 {"status", text_or_null()},
                 {"priority", integer_or_null()},
                 {"owner", text_or_null()},
                 {"spend", or_null(ref("money")), "a year, with what enabling tools pass on"},
                 {"kpis", list(text())},
                 {"requires", list(capability)},
                 {"tools", list(serving), "tools in use that name the objective"}});
}

Json component_row() {
  const auto level = [] { return Json{{"type", "integer"}, {"minimum", 0}, {"maximum", 3}}; };
  return object(
      {{"component", words({"data-driven", "predictive", "contextual", "augmented", "agile"})},
       {"level", level(), "0 no tool, 1 a tool, 2 with objective and skilled owner, 3 measured, too"},
       {"possible_level", level(), "what it may be, as far as evidence is missing"},
       {"tools", list(text()), "ids of active tools that contribute"}});
}

Json integration_row() {
  return object({{"id", text()},
                 {"from", text(), "a tool"},
                 {"to", text(), "a tool"},
                 {"kind", text_or_null()},
                 {"direction", text_or_null()},
                 {"status", text_or_null()}});
}

Json team_row() {
  return object({{"id", text()},
                 {"name", text_or_null()},
                 {"owns", list(text()), "tools it answers for, by itself or by one of its people"},
                 {"uses", list(text())}});
}

Json spend_row() {
  return object(
      {{"name", text()}, {"annual_cost", ref("money")}, {"tools", count()}, {"waste", ref("money")}});
}

Json definitions() {
  return {{"money", money()},
          {"entity", entity()},
          {"location", location()},
          {"claim", claim()},
          {"waiver", waiver()},
          {"rule", rule()},
          {"finding", finding()},
          {"evidence_gap", evidence_gap()},
          {"diagnostic", diagnostic()},
          {"kpi_row", kpi_row()},
          {"objective_row", objective_row()},
          {"tool_row", tool_row()},
          {"spend_row", spend_row()}};
}

Json score() {
  const Json dimension =
      object({{"dimension", text()},
              {"rules", count(), "that apply to something"},
              {"exposure", points(), "its share of the 100 points"},
              {"proven", points()},
              {"unproven", points()},
              {"gap", points(), "of this dimension alone: 100 * (proven + unproven) / exposure"},
              {"proven_gap", points(), "of this dimension alone"}});
  const Json rule_score = object(
      {{"rule", text()},
       {"dimension", text()},
       {"weight", integer()},
       {"entities", count(), "it applies to"},
       {"gaps", count()},
       {"unknowns", count()},
       {"exposure", points(), "the most points it can give: 100 * weight / sum of weights"},
       {"proven", points(), "sum of the points of its findings, waived ones too"},
       {"unproven", points(), "sum of the points of its rows in evidence_missing"},
       {"passed", list(list(count())), "places, first to last, in the list of its kind in `entities`"}});
  const Json evidence =
      object({{"judged", count(), "pairs of rule and entity"}, {"decided", count()}, {"share", share()}});
  return object(
      {{"model", exactly(score_model)},
       {"gap", points(), "0 is no gap, 100: nothing is shown to connect; proven + unproven, exactly"},
       {"proven", points()},
       {"unproven", points(), "could not be decided: evidence is missing"},
       {"exposure", points(), "100; 0 where no rule applied to anything, so that there is no verdict"},
       {"gap_points", number(), "sum of weight * degree over entities: not diluted by clean additions"},
       {"evidence", evidence},
       {"comparable_key", text(), "scores compare only where it is equal"},
       {"dimensions", list(dimension)},
       {"rules", list(rule_score), "every rule that applies to something"}});
}

Json gate() {
  const Json reason =
      object({{"code", text(), "the limit that was crossed"}, {"threshold", text()}, {"actual", text()}});
  const Json limits =
      object({{"fail_on", or_null(severity()), "null: findings never fail the gate"},
              {"fail_on_new", boolean(), "every finding that the baseline has not"},
              {"max_gap", number_or_null()},
              {"max_proven_gap", number_or_null()},
              {"max_gap_points", number_or_null()},
              {"max_waste", number_or_null(), "in the currency's major unit"},
              {"fail_on_loosened", boolean(), "everything that 'loosened' lists"},
              {"fail_on_lost_evidence", boolean(), "of a diff: everything that 'lost_evidence' lists"},
              {"exit_zero", boolean(), "a gate that fails exits with 0"}});
  return object({{"passed", boolean()},
                 {"exit_code", integer()},
                 {"reasons", list(reason)},
                 {"limits", limits, "null where not checked"}});
}

Json severity_counts() {
  return object({{"total", count()},
                 {"critical", count()},
                 {"high", count()},
                 {"medium", count()},
                 {"low", count()},
                 {"info", count()},
                 {"points", points()}});
}

Json summary() {
  const Json amounts =
      object({{"total_cost", or_null(ref("money")), "annual, of the tools whose cost is known"},
              {"tools_without_cost", count()},
              {"recoverable", ref("money"), "allocated; this is called waste"},
              {"at_risk", ref("money"), "commits by itself on a date"},
              {"exposed", ref("money"), "annual cost of tools whose value cannot be shown"},
              {"opportunity", ref("money"), "an estimate, or hangs on a decision not yet taken"},
              {"waived", ref("money"), "the part of recoverable that waivers hide"}});
  const Json off = object({{"off", ref("money")}, {"total", ref("money")}, {"share", share()}});
  return object(
      {{"tools", count()},
       {"findings", severity_counts()},
       {"waived", severity_counts()},
       {"money", amounts, "the four classes are never added"},
       {"spend_off_strategy", or_null(off),
        "annual cost that reaches no active objective; null where no "
        "objectives are declared"},
       {"spend_by_category", list(ref("spend_row"))},
       {"spend_by_department", list(ref("spend_row"))},
       {"spend_by_objective", or_null(list(object({{"name", text()}, {"annual_cost", ref("money")}}))),
        "as spend_off_strategy and strategy[].spend; an empty name gathers what reaches no active "
        "objective"}});
}

Json setting() {
  return object({{"rule", text()},
                 {"enabled", {{"type", {"boolean", "null"}}}},
                 {"severity", or_null(severity())},
                 {"weight", integer_or_null()}});
}

Json envelope() {
  const Json parameter = object({{"pack", text()},
                                 {"name", text()},
                                 {"value", text(), "as in YAML"},
                                 {"category", text_or_null(), "for tools of this category alone"}});
  const Json settings = object({{"rules", list(setting())}, {"parameters", list(parameter)}});
  const Json first = object({{"finding", hex(32)}, {"value", number()}});
  return object(
      {{"$schema", exactly(report_schema_id)},
       {"schema_version", exactly(report_schema_version)},
       {"tool", object({{"name", exactly("martech-audit")}, {"version", text()}})},
       {"as_of", date(), "the day everything is judged at"},
       {"organisation", text()},
       {"currency", text(), "ISO 4217; all money is in it"},
       {"outcome", words({"passed", "failed", "no-verdict"}),
        "of the gate; no-verdict: no rule applied to anything"},
       {"inputs", list(object({{"path", text()}, {"sha256", hex(64)}}))},
       {"rule_packs", list(object({{"id", text()}, {"version", text()}, {"sha256", hex(64)}}))},
       {"benchmarks", list(object({{"edition", text()}, {"sha256", hex(64)}})),
        "sets of published numbers: the built-in one, then the one given"},
       {"policy", or_null(object({{"path", text()}, {"sha256", hex(64)}})),
        "the configuration that settings are held against; null: the defaults"},
       {"parameters", list(parameter), "in force"},
       {"settings", settings, "what the user laid over the packs; null where left as it is"},
       {"entities", list(object({{"kind", text()}, {"ids", list(text())}})),
        "what rules judge, by id; the organisation's is empty"},
       {"score", score(), "points are exact: add them in billionths"},
       {"gate", gate(), "what the exit status is made of"},
       {"baseline",
        or_null(object({{"path", text()},
                        {"known", count()},
                        {"new", count()},
                        {"worsened", count(), "known with less money or a lower severity"},
                        {"stale", count(), "entries that match no finding"}})),
        "how the findings stand to the baseline given"},
       {"summary", summary()},
       {"rules", list(ref("rule")), "in force"},
       {"findings", list(ref("finding")), "by severity, money, rule, entity, fingerprint"},
       {"waived", list(ref("finding")), "findings that waivers hide from the gate, not from the score"},
       {"first", list(first), "every finding by value for effort, best first"},
       {"evidence_missing", list(ref("evidence_gap")), "what could not be decided, most points first"},
       {"loosened", list(text()),
        "how settings in force differ from the policy or the defaults; waivers and marks"},
       {"diagnostics", list(ref("diagnostic")), "the first hundred warnings and the first hundred notes"},
       {"diagnostics_left_out", object({{"warnings", count()}, {"notes", count()}}),
        "how many more there were"},
       {"kpis", list(ref("kpi_row")), "by id"},
       {"strategy", list(ref("objective_row")), "active objectives first, by priority, then id"},
       {"marketing5", list(component_row()), "components of Marketing 5.0"},
       {"integrations", list(integration_row()), "by id"},
       {"teams", list(team_row()), "by id"},
       {"tools", list(ref("tool_row")), "by id"},
       {"digest", hex(64),
        "SHA-256 of the report as `martech-audit convert --format json` writes it, up to the comma before "
        "this"}});
}

}  // namespace
}  // namespace report

std::string report_schema() {
  report::Json schema = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"$id", report::report_schema_id},
      {"title", "martech-audit report"},
      {"description", "A JSON report of martech-audit. Unknown is null; no key is ever missing."}};
  schema.update(report::envelope());
  schema["$defs"] = report::definitions();
  return schema.dump(2) + "\n";
}

}  // namespace martech_audit
