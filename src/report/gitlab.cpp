// GitLab's Code Quality report: an array of issues, empty where there are none. Waived findings are none.
#include "report/json_members.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::low:
      return "minor";
    case Severity::medium:
      return "major";
    case Severity::high:
      return "critical";
    case Severity::critical:
      return "blocker";
  }
  return "info";
}

// An issue must have a place: what has none stands at the beginning of the first file.
void write_place(JsonWriter& json, const Finding& finding, const AuditReport& report) {
  const bool placed = !finding.place.path.empty();
  const std::string_view first =
      report.inputs.empty() ? std::string_view("inventory") : report.inputs.front().path;
  json.key("location");
  json.begin_object();
  write_member(json, "path", placed ? finding.place.path : first);
  json.key("lines");
  json.begin_object();
  json.key("begin");
  json.unsigned_integer(placed ? finding.place.line : 1);
  json.end_object();
  json.end_object();
}

}  // namespace

void write_gitlab(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  JsonWriter json(sink);
  json.begin_array(JsonWriter::Layout::lines);
  for (const Finding& finding : report.findings) {
    json.begin_object();
    write_member(json, "description", finding.message);
    write_member(json, "check_name", report.rules[finding.rule].id);
    write_member(json, "fingerprint", finding.fingerprint_text());
    write_member(json, "severity", severity_of(finding.severity));
    write_place(json, finding, report);
    json.end_object();
  }
  json.end_array();
  json.finish();
}

}  // namespace martech_audit::report
