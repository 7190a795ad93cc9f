// The objects that a JSON report is made of, written the same wherever they stand. json_schema.cpp describes
// each.
#pragma once

#include <optional>
#include <string_view>

#include "martech_audit/report.h"
#include "report/json_writer.h"

namespace martech_audit::report {

void write_text_or_null(JsonWriter& json, std::string_view text);  // null where empty
void write_date(JsonWriter& json, std::optional<Date> date);
void write_money(JsonWriter& json, const std::optional<Money>& money);
void write_entity(JsonWriter& json, const EntityRef& entity);
void write_place(JsonWriter& json, const Place& place);  // null where it has no path; no very long snippets
void write_location(JsonWriter& json, const Location& location);  // the same object, without a pointer

void write_rule(JsonWriter& json, const Rule& rule);
void write_finding(JsonWriter& json, const Finding& finding, const Rule& rule);
void write_evidence_gap(JsonWriter& json, const EvidenceGap& gap, const Rule& rule);
void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic);
// The member "diagnostics_left_out".
void write_left_out(JsonWriter& json, const DiagnosticsLeftOut& left_out);
void write_tool(JsonWriter& json, const ToolRow& row);
void write_kpi(JsonWriter& json, const KpiRow& row);
void write_objective(JsonWriter& json, const ObjectiveRow& row, const AuditReport& report);
void write_component(JsonWriter& json, const ComponentRow& row, const AuditReport& report);
void write_integration(JsonWriter& json, const IntegrationRow& row, const AuditReport& report);
void write_team(JsonWriter& json, const TeamRow& row, const AuditReport& report);
void write_spend(JsonWriter& json, const SpendRow& row);

// A key and its string.
inline void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.string(text);
}

// An array of anything that `write_item` can write, in the layout given.
template <class Items, class WriteItem>
void write_array(JsonWriter& json, std::string_view key, const Items& items, WriteItem write_item,
                 JsonWriter::Layout layout = JsonWriter::Layout::inlined) {
  json.key(key);
  json.begin_array(layout);
  for (const auto& item : items) write_item(item);
  json.end_array();
}

template <class Items>
void write_strings(JsonWriter& json, std::string_view key, const Items& items) {
  write_array(json, key, items, [&](std::string_view item) { json.string(item); });
}

}  // namespace martech_audit::report
