// A JSON report: one document, always complete, with a digest of itself at the end.
#include "base/sha256.h"
#include "record/writer.h"
#include "report/fields/report.h"
#include "report/json_members.h"
#include "report/writers.h"

namespace martech_audit::report {

void write_json(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Sha256 hash;
  const Sink hashing = [&](std::string_view bytes) {
    hash.add(bytes);
    sink(bytes);
  };
  JsonWriter json(hashing);
  json.begin_object(JsonWriter::Layout::lines);
  record::Writer(json, report).members(report);
  json.flush();
  write_member(json, "digest", hex(hash.digest()));
  json.end_object();
  json.finish();
}

}  // namespace martech_audit::report
