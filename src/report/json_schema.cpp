#include "report/json_schema.h"

#include "record/schema_writer.h"
#include "report/fields/report.h"
#include "report/json_members.h"

namespace martech_audit {
namespace report {
namespace {

using Schema = record::SchemaWriter<AuditReport>;

template <class... Rows>
void define(JsonWriter& json) {
  Schema schema(json);
  json.key("$defs");
  json.begin_object(JsonWriter::Layout::lines);
  (schema.define<Rows>(), ...);
  json.end_object();
}

}  // namespace
}  // namespace report

std::string report_schema() {
  using namespace report;
  std::string text;
  const Sink sink = [&](std::string_view bytes) { text += bytes; };
  JsonWriter json(sink);
  json.begin_object(JsonWriter::Layout::lines);
  write_member(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
  write_member(json, "$id", report_schema_id);
  write_member(json, "title", "martech-audit report");
  write_member(json, "description",
               "A JSON report of martech-audit. Unknown is null; no key is ever missing.");
  Schema(json).form<Signed>();
  define<Money, MoneyRange, SpendParts, SpendClaim, HalfScore, EntityRef, Place, Claim, Waiver, Rule, Finding,
         DecisionMoney, Decision, EvidenceGap, Diagnostic, KpiRow, ObjectiveRow, ToolRow, SpendRow>(json);
  json.end_object();
  json.finish();
  return text;
}

}  // namespace martech_audit
