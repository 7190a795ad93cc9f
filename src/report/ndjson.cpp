// One object a line, each with a `type`, for streams: the summary comes last, so that a stream that was cut
// shows.
#include "report/json_envelope.h"
#include "report/json_parts.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

class Lines {
 public:
  explicit Lines(const Sink& sink) : sink_(sink) {}

  // `write_members` is given the writer, within an object that has its type already.
  template <class WriteMembers>
  void put(std::string_view type, WriteMembers write_members) {
    JsonWriter json(sink_, JsonWriter::Layout::inlined);
    json.begin_object();
    write_member(json, "type", type);
    write_members(json);
    json.end_object();
    json.finish();
  }

  template <class Items, class WriteItem>
  void put_all(std::string_view type, const Items& items, WriteItem write_item) {
    for (const auto& item : items) {
      put(type, [&](JsonWriter& json) {
        json.key(type);
        write_item(json, item);
      });
    }
  }

 private:
  const Sink& sink_;
};

}  // namespace

void write_ndjson(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  const auto rule = [&](std::uint32_t index) -> const Rule& { return report.rules[index]; };
  const auto finding = [&](JsonWriter& json, const Finding& item) {
    write_finding(json, item, rule(item.rule));
  };
  Lines lines(sink);
  lines.put("start", [&](JsonWriter& json) { Envelope(report, json).write_origin(); });
  lines.put_all("finding", report.findings, finding);
  lines.put_all("waived", report.waived, finding);
  lines.put_all("evidence_missing", report.evidence_missing, [&](JsonWriter& json, const EvidenceGap& gap) {
    write_evidence_gap(json, gap, rule(gap.rule));
  });
  lines.put_all("diagnostic", report.diagnostics, write_diagnostic);
  lines.put_all("tool", report.tools, write_tool);
  lines.put("summary", [&](JsonWriter& json) {
    Envelope envelope(report, json);
    envelope.write_score();
    envelope.write_gate();
    envelope.write_summary();
    write_left_out(json, report.diagnostics_left_out);
  });
}

}  // namespace martech_audit::report
