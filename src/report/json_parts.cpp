#include "report/json_parts.h"

#include "base/dates.h"

namespace martech_audit::report {
namespace {

// A machine-written inventory may be one line of megabytes, which no finding may repeat.
constexpr std::size_t longest_snippet = 1000;

void write_points(JsonWriter& json, std::string_view key, Points points) {
  json.key(key);
  json.billionths(points);
}

void write_text_member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  write_text_or_null(json, text);
}

void write_date_member(JsonWriter& json, std::string_view key, std::optional<Date> date) {
  json.key(key);
  write_date(json, date);
}

void write_money_member(JsonWriter& json, std::string_view key, const std::optional<Money>& money) {
  json.key(key);
  write_money(json, money);
}

void write_count(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key);
  json.unsigned_integer(count);
}

void write_claim(JsonWriter& json, const Claim& claim) {
  json.begin_object();
  write_member(json, "class", name(claim.money_class));
  write_money_member(json, "claimed", claim.claimed);
  write_money_member(json, "allocated", claim.allocated);
  write_date_member(json, "actionable_from", claim.actionable_from);
  json.end_object();
}

void write_waiver(JsonWriter& json, const Waiver* waiver) {
  if (waiver == nullptr) return json.null();
  json.begin_object();
  write_member(json, "reason", waiver->reason);
  write_member(json, "owner", waiver->owner);
  write_date_member(json, "expires", waiver->expires);
  write_date_member(json, "created", waiver->created);
  write_text_member(json, "approved_by", waiver->approved_by);
  write_text_member(json, "ticket", waiver->ticket);
  json.key("location");
  write_location(json, waiver->where);
  json.end_object();
}

void write_amount(JsonWriter& json, const Rule::Amount& amount) {
  json.begin_object();
  write_member(json, "class", name(amount.money_class));
  write_member(json, "amount", amount.amount);
  write_text_member(json, "actionable_from", amount.actionable_from);
  json.end_object();
}

// How the rule judges, in its author's expressions.
void write_judgement(JsonWriter& json, const Rule& rule) {
  write_text_member(json, "when", rule.when);
  write_array(json, "variables", rule.variables, [&](const auto& variable) {
    json.begin_object();
    write_member(json, "name", variable.first);
    write_member(json, "expression", variable.second);
    json.end_object();
  });
  write_member(json, "assert", rule.condition);
  write_text_member(json, "degree", rule.degree);
  write_array(json, "severity_when", rule.severity_when, [&](const auto& step) {
    json.begin_object();
    write_member(json, "severity", name(step.first));
    write_member(json, "condition", step.second);
    json.end_object();
  });
  write_array(json, "money", rule.money, [&](const Rule::Amount& amount) { write_amount(json, amount); });
  write_strings(json, "explained_by", rule.explained_by);
  write_text_member(json, "at", rule.at);
}

}  // namespace

void write_text_or_null(JsonWriter& json, std::string_view text) {
  if (text.empty()) return json.null();
  json.string(text);
}

void write_date(JsonWriter& json, std::optional<Date> date) {
  if (!date) return json.null();
  json.string(to_string(*date));
}

void write_money(JsonWriter& json, const std::optional<Money>& money) {
  if (!money) return json.null();
  json.begin_object();
  json.key("minor");
  json.integer(money->minor);
  json.key("decimals");
  json.integer(money->currency.decimals());
  write_member(json, "currency", money->currency.code());
  json.key("value");
  json.number(money->to_string());
  json.end_object();
}

void write_entity(JsonWriter& json, const EntityRef& entity) {
  json.begin_object();
  write_member(json, "kind", name(entity.kind));
  write_text_member(json, "id", entity.id);
  write_text_member(json, "name", entity.name);
  json.end_object();
}

void write_place(JsonWriter& json, const Place& place) {
  if (place.path.empty()) return json.null();
  json.begin_object();
  write_member(json, "path", place.path);
  write_count(json, "line", place.line);
  write_count(json, "column", place.column);
  write_count(json, "end_column", place.end_column);
  write_text_member(json, "pointer", place.pointer);
  write_text_member(json, "snippet",
                    place.snippet.size() <= longest_snippet ? place.snippet : std::string_view());
  json.end_object();
}

void write_location(JsonWriter& json, const Location& location) {
  if (!location) return json.null();
  const Position begin = location.source->position(location.begin);
  const Position end = location.source->position(location.end);
  const bool is_marked = end.line == begin.line && end.column > begin.column;
  write_place(json, {.path = location.source->name(),
                     .line = begin.line,
                     .column = begin.column,
                     .end_column = is_marked ? end.column : begin.column + 1,
                     .pointer = {},
                     .snippet = location.source->line(begin.line)});
}

void write_rule(JsonWriter& json, const Rule& rule) {
  json.begin_object();
  write_member(json, "id", rule.id);
  write_member(json, "pack", rule.pack);
  write_member(json, "title", rule.title);
  write_member(json, "dimension", rule.dimension);
  write_member(json, "for", name(rule.scope));
  write_member(json, "severity", name(rule.severity));
  write_member(json, "effort", name(rule.effort));
  json.key("weight");
  json.integer(rule.weight);
  json.key("optional");
  json.boolean(rule.optional);
  write_judgement(json, rule);
  write_member(json, "message", rule.message);
  write_member(json, "why", rule.why);
  write_member(json, "fix", rule.fix);
  write_text_member(json, "origin", rule.origin);
  write_strings(json, "references", rule.references);
  write_text_member(json, "since", rule.since);
  write_strings(json, "former_ids", rule.former_ids);
  json.key("location");
  write_location(json, rule.where);
  json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const Rule& rule) {
  json.begin_object();
  write_member(json, "fingerprint", finding.fingerprint_text());
  write_member(json, "rule", rule.id);
  write_member(json, "pack", rule.pack);
  write_member(json, "dimension", rule.dimension);
  write_member(json, "severity", name(finding.severity));
  json.key("entity");
  write_entity(json, finding.entity);
  write_member(json, "message", finding.message);
  write_member(json, "why", rule.why);
  write_member(json, "fix", rule.fix);
  write_member(json, "effort", name(rule.effort));
  write_points(json, "points", finding.points);
  write_points(json, "degree", finding.degree);
  write_array(json, "money", finding.claims, [&](const Claim& claim) { write_claim(json, claim); });
  json.key("location");
  write_place(json, finding.place);
  write_text_member(json, "explained_by", finding.explained_by);
  json.key("baseline");
  finding.novelty == Novelty::uncompared ? json.null() : json.string(name(finding.novelty));
  json.key("waived");
  write_waiver(json, finding.waiver);
  json.end_object();
}

void write_evidence_gap(JsonWriter& json, const EvidenceGap& gap, const Rule& rule) {
  json.begin_object();
  write_member(json, "rule", rule.id);
  json.key("entity");
  write_entity(json, gap.entity);
  write_points(json, "points", gap.points);
  write_array(json, "fields", gap.fields, [&](const EvidenceGap::Field& field) {
    json.begin_object();
    json.key("entity");
    write_entity(json, gap.entity_of(field));
    write_member(json, "path", field.path);
    write_date_member(json, "outdated", field.outdated);
    json.end_object();
  });
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  write_member(json, "level", name(diagnostic.level));
  write_member(json, "message", diagnostic.message);
  write_text_member(json, "hint", diagnostic.hint);
  json.key("location");
  write_location(json, diagnostic.where);
  json.end_object();
}

void write_left_out(JsonWriter& json, const DiagnosticsLeftOut& left_out) {
  json.key("diagnostics_left_out");
  json.begin_object();
  json.key("warnings");
  json.integer(static_cast<std::int64_t>(left_out.warnings));
  json.key("notes");
  json.integer(static_cast<std::int64_t>(left_out.notes));
  json.end_object();
}

void write_tool(JsonWriter& json, const ToolRow& row) {
  json.begin_object();
  write_member(json, "id", row.tool.id);
  write_member(json, "name", row.tool.name);
  write_text_member(json, "category", row.category);
  write_text_member(json, "vendor", row.vendor);
  write_text_member(json, "status", row.status);
  json.key("in_use");
  json.boolean(row.in_use);
  write_text_member(json, "owner", row.owner);
  write_text_member(json, "department", row.department);
  write_strings(json, "objectives", row.objectives);
  write_strings(json, "kpis", row.kpis);
  write_money_member(json, "annual_cost", row.annual_cost);
  json.key("utilisation");
  row.utilisation ? json.real(*row.utilisation) : json.null();
  write_date_member(json, "renews_on", row.renews_on);
  write_date_member(json, "notice_by", row.notice_by);
  write_money_member(json, "renewal_commitment", row.renewal_commitment);
  json.key("in_trouble");
  json.boolean(row.in_trouble);
  write_points(json, "points", row.points);
  write_money_member(json, "waste", row.waste);
  json.end_object();
}

void write_kpi(JsonWriter& json, const KpiRow& row) {
  json.begin_object();
  write_member(json, "id", row.kpi.id);
  write_member(json, "title", row.kpi.name);
  json.key("measured");
  json.boolean(row.measured);
  write_date_member(json, "measured_on", row.measured_on);
  write_text_member(json, "source", row.source);
  json.end_object();
}

void write_objective(JsonWriter& json, const ObjectiveRow& row, const AuditReport& report) {
  json.begin_object();
  write_member(json, "id", row.objective.id);
  write_member(json, "title", row.objective.name);
  write_text_member(json, "status", row.status);
  json.key("priority");
  row.priority ? json.integer(*row.priority) : json.null();
  write_text_member(json, "owner", row.owner);
  write_money_member(json, "spend", row.spend);
  write_array(json, "kpis", row.kpis, [&](std::uint32_t kpi) { json.string(report.kpis[kpi].kpi.id); });
  write_array(json, "requires", row.required, [&](const CapabilityRow& capability) {
    json.begin_object();
    write_member(json, "capability", capability.capability.id);
    write_member(json, "coverage", name(capability.coverage));
    write_array(json, "providers", capability.providers,
                [&](std::uint32_t tool) { json.string(report.tools[tool].tool.id); });
    json.end_object();
  });
  write_array(json, "tools", row.tools, [&](const ServingTool& serving) {
    json.begin_object();
    write_member(json, "id", report.tools[serving.tool].tool.id);
    write_money_member(json, "part", serving.part);
    json.end_object();
  });
  json.end_object();
}

void write_component(JsonWriter& json, const ComponentRow& row, const AuditReport& report) {
  json.begin_object();
  write_member(json, "component", row.component);
  json.key("level");
  json.integer(row.level);
  json.key("possible_level");
  json.integer(row.possible_level);
  write_array(json, "tools", row.tools, [&](std::uint32_t tool) { json.string(report.tools[tool].tool.id); });
  json.end_object();
}

void write_integration(JsonWriter& json, const IntegrationRow& row, const AuditReport& report) {
  json.begin_object();
  write_member(json, "id", row.id);
  write_member(json, "from", report.tools[row.from].tool.id);
  write_member(json, "to", report.tools[row.to].tool.id);
  write_text_member(json, "kind", row.kind);
  write_text_member(json, "direction", row.direction);
  write_text_member(json, "status", row.status);
  json.end_object();
}

void write_team(JsonWriter& json, const TeamRow& row, const AuditReport& report) {
  const auto write_tools = [&](std::string_view key, const std::vector<std::uint32_t>& tools) {
    write_array(json, key, tools, [&](std::uint32_t tool) { json.string(report.tools[tool].tool.id); });
  };
  json.begin_object();
  write_member(json, "id", row.team.id);
  write_text_member(json, "name", row.team.name);
  write_tools("owns", row.owns);
  write_tools("uses", row.uses);
  json.end_object();
}

void write_spend(JsonWriter& json, const SpendRow& row) {
  json.begin_object();
  write_member(json, "name", row.name);
  write_money_member(json, "annual_cost", row.annual_cost);
  write_count(json, "tools", row.tools);
  write_money_member(json, "waste", row.waste);
  json.end_object();
}

}  // namespace martech_audit::report
