// SARIF 2.1.0 (OASIS), for code scanning services.
//
// Findings have the fingerprint as both kinds of partial fingerprint: a hash of the line, which services
// would make up otherwise, changes with every cost on it. No `security-severity`: these are no
// vulnerabilities.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/markdown_text.h"
#include "base/text.h"
#include "base/wrap.h"
#include "report/json_members.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::size_t most_results = 25'000;  // more are refused by GitHub

std::string_view sarif_level(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

std::string_view state_of(Novelty novelty) {
  if (novelty == Novelty::known) return "unchanged";
  return novelty == Novelty::fresh ? "new" : "updated";
}

// RFC 3986: a relative reference, in which names may have any characters.
std::string uri(std::string_view path) {
  constexpr std::string_view allowed = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool kept = plain || allowed.find(c) != allowed.npos;
    out += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// A message may hold links, "[text](target)": brackets that are only text are escaped (3.11.6).
std::string without_links(std::string_view text) {
  constexpr std::string_view marks = "[]\\";
  std::string out;
  for (const char c : text) {
    if (marks.find(c) != marks.npos) out += '\\';
    out += c;
  }
  return out;
}

class Sarif {
 public:
  Sarif(const AuditReport& report, const Sink& sink) : report_(report), json_(sink) {}

  void write() {
    json_.begin_object(Layout::lines);
    write_member(json_, "$schema", schema);
    write_member(json_, "version", "2.1.0");
    json_.key("runs");
    json_.begin_array(Layout::lines);
    json_.begin_object(Layout::lines);
    write_tool();
    write_member(json_, "columnKind", "unicodeCodePoints");
    write_results();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.finish();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.begin_object();
    write_member(json_, "text", without_links(value));
    json_.end_object();
  }

  void write_tool() {
    json_.key("tool");
    json_.begin_object(Layout::lines);
    json_.key("driver");
    json_.begin_object(Layout::lines);
    write_member(json_, "name", "martech-audit");
    write_member(json_, "version", report_.tool_version);
    write_array(
        json_, "rules", report_.rules, [&](const Rule& rule) { write_rule(rule); }, Layout::lines);
    json_.end_object();
    json_.end_object();
  }

  void write_rule(const Rule& rule) {
    json_.begin_object();
    write_member(json_, "id", rule.id);
    text("shortDescription", rule.title);
    text("fullDescription", rule.why.empty() ? rule.title : rule.why);
    json_.key("help");
    json_.begin_object();
    write_member(json_, "text", without_links(fmt::format("{} {}", rule.why, rule.fix)));
    write_member(json_, "markdown",
                 fmt::format("{}\n\n**What to do:** {}", markdown_text(flowed(rule.why)),
                             markdown_text(flowed(rule.fix))));
    json_.end_object();
    json_.key("defaultConfiguration");
    json_.begin_object();
    write_member(json_, "level", sarif_level(rule.severity));
    json_.end_object();
    json_.key("properties");
    json_.begin_object();
    write_member(json_, "pack", rule.pack);
    json_.key("tags");
    json_.begin_array();
    json_.string(rule.dimension);
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  // The worst first, so that what is too much is the least.
  void write_results() {
    json_.key("results");
    json_.begin_array(Layout::lines);
    const std::size_t shown = std::min(report_.findings.size(), most_results);
    for (std::size_t i = 0; i < shown; ++i) write_result(report_.findings[i]);
    const std::size_t waived = std::min(report_.waived.size(), most_results - shown);
    for (std::size_t i = 0; i < waived; ++i) write_result(report_.waived[i]);
    json_.end_array();
  }

  void write_result(const Finding& finding) {
    json_.begin_object();
    write_member(json_, "ruleId", report_.rules[finding.rule].id);
    json_.key("ruleIndex");
    json_.unsigned_integer(finding.rule);
    write_member(json_, "level", sarif_level(finding.severity));
    text("message", finding.message);
    write_place(finding.place);
    json_.key("partialFingerprints");
    json_.begin_object();
    write_member(json_, "primaryLocationLineHash", finding.fingerprint_text());
    write_member(json_, "martechAudit/v1", finding.fingerprint_text());
    json_.end_object();
    if (finding.novelty != Novelty::uncompared)
      write_member(json_, "baselineState", state_of(finding.novelty));
    if (finding.waiver != nullptr) write_suppression(*finding.waiver);
    json_.key("properties");
    json_.begin_object();
    write_member(json_, "severity", name(finding.severity));
    json_.key("points");
    json_.billionths(finding.points);
    json_.end_object();
    json_.end_object();
  }

  // A result must have a place: what has none stands at the beginning of the first file.
  void write_place(const Place& place) {
    const bool placed = !place.path.empty();
    const std::string_view first =
        report_.inputs.empty() ? std::string_view("inventory") : report_.inputs.front().path;
    json_.key("locations");
    json_.begin_array();
    json_.begin_object();
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    write_member(json_, "uri", uri(placed ? place.path : first));
    json_.end_object();
    json_.key("region");
    json_.begin_object();
    number("startLine", placed ? place.line : 1);
    number("startColumn", placed ? place.column : 1);
    if (placed && place.end_column > place.column) number("endColumn", place.end_column);
    json_.end_object();
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  void number(std::string_view key, std::uint64_t value) {
    json_.key(key);
    json_.unsigned_integer(value);
  }

  void write_suppression(const Waiver& waiver) {
    json_.key("suppressions");
    json_.begin_array();
    json_.begin_object();
    write_member(json_, "kind", "inSource");
    write_member(json_, "status", "accepted");
    write_member(json_, "justification", waiver.reason);
    json_.end_object();
    json_.end_array();
  }

  const AuditReport& report_;
  JsonWriter json_;
};

}  // namespace

void write_sarif(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Sarif(report, sink).write();
}

}  // namespace martech_audit::report
