// A JSON report: one document, always complete, with a digest of itself at the end.
#include "base/sha256.h"
#include "report/json_envelope.h"
#include "report/json_parts.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

using Layout = JsonWriter::Layout;

class Items {
 public:
  Items(const AuditReport& report, JsonWriter& json) : report_(report), json_(json) {}

  void write();

 private:
  const Rule& rule(std::uint32_t index) const { return report_.rules[index]; }

  template <class List, class Write>
  void lines(std::string_view key, const List& items, Write write_item) {
    write_array(json_, key, items, write_item, Layout::lines);
  }

  void write_first(const Priority& priority);

  const AuditReport& report_;
  JsonWriter& json_;
};

void Items::write_first(const Priority& priority) {
  json_.begin_object();
  write_member(json_, "finding", report_.findings[priority.finding].fingerprint_text());
  json_.key("value");
  json_.real(priority.value);
  json_.end_object();
}

void Items::write() {
  const auto write_one = [&](const Finding& finding) { write_finding(json_, finding, rule(finding.rule)); };
  lines("rules", report_.rules, [&](const Rule& item) { write_rule(json_, item); });
  lines("findings", report_.findings, write_one);
  lines("waived", report_.waived, write_one);
  lines("first", report_.first, [&](const Priority& priority) { write_first(priority); });
  lines("evidence_missing", report_.evidence_missing,
        [&](const EvidenceGap& gap) { write_evidence_gap(json_, gap, rule(gap.rule)); });
  lines("loosened", report_.loosened, [&](const std::string& text) { json_.string(text); });
  lines("diagnostics", report_.diagnostics, [&](const Diagnostic& item) { write_diagnostic(json_, item); });
  write_left_out(json_, report_.diagnostics_left_out);
  lines("kpis", report_.kpis, [&](const KpiRow& row) { write_kpi(json_, row); });
  lines("strategy", report_.strategy, [&](const ObjectiveRow& row) { write_objective(json_, row, report_); });
  lines("marketing5", report_.marketing5,
        [&](const ComponentRow& row) { write_component(json_, row, report_); });
  lines("integrations", report_.integrations,
        [&](const IntegrationRow& row) { write_integration(json_, row, report_); });
  lines("teams", report_.teams, [&](const TeamRow& row) { write_team(json_, row, report_); });
  lines("tools", report_.tools, [&](const ToolRow& row) { write_tool(json_, row); });
}

}  // namespace

void write_json(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Sha256 hash;
  const Sink hashing = [&](std::string_view bytes) {
    hash.add(bytes);
    sink(bytes);
  };
  JsonWriter json(hashing);
  Envelope envelope(report, json);
  json.begin_object(Layout::lines);
  envelope.write_origin();
  envelope.write_score();
  envelope.write_gate();
  envelope.write_summary();
  Items(report, json).write();
  json.flush();
  write_member(json, "digest", hash.hex_digest());
  json.end_object();
  json.finish();
}

}  // namespace martech_audit::report
