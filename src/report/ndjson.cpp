// One object a line, each with a `type`, for streams: the summary comes last, so that a stream that was cut
// shows.
#include "record/writer.h"
#include "report/fields/report.h"
#include "report/json_members.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

using Parts = record::Fields<AuditReport>;

class Lines {
 public:
  Lines(const AuditReport& report, const Sink& sink) : report_(report), sink_(sink) {}

  // `write_members` is given a writer, within an object that has its type already.
  template <class WriteMembers>
  void put(std::string_view type, WriteMembers write_members) {
    JsonWriter json(sink_, JsonWriter::Layout::inlined);
    json.begin_object();
    write_member(json, "type", type);
    record::Writer writer(json, report_);
    write_members(writer);
    json.end_object();
    json.finish();
  }

  template <class Items>
  void put_all(std::string_view type, const Items& items) {
    for (const auto& item : items) put(type, [&](auto& write) { write(type, item); });
  }

 private:
  const AuditReport& report_;
  const Sink& sink_;
};

}  // namespace

void write_ndjson(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  AuditReport& fields = const_cast<AuditReport&>(report);  // which a writer leaves as they are
  Lines lines(report, sink);
  lines.put("start", [&](auto& write) { Parts::origin(write, fields); });
  lines.put_all("finding", report.findings);
  lines.put_all("waived", report.waived);
  lines.put_all("decision", report.decisions);
  lines.put_all("evidence_missing", report.evidence_missing);
  lines.put_all("diagnostic", report.diagnostics);
  lines.put_all("tool", report.tools);
  lines.put("summary", [&](auto& write) {
    Parts::score(write, fields);
    Parts::gate(write, fields);
    Parts::summary(write, fields);
    Parts::left_out(write, fields);
  });
}

}  // namespace martech_audit::report
