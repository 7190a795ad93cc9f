// Workflow commands of GitHub Actions, which make annotations of them: ten a level at most, the worst first,
// since the service drops the others silently.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/phrases.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_a_level = 10;
constexpr std::array<std::string_view, 3> levels{"error", "warning", "notice"};

std::string_view command_level(Severity severity) {
  if (severity >= Severity::high) return levels[0];
  return severity == Severity::medium ? levels[1] : levels[2];
}

// Percent first, or what was escaped would be escaped again. Line breaks and other controls are shown.
std::string command_escaped(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : escape_controls(text)) {
    const bool special = c == '%' || also.find(c) != also.npos;
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string property(std::string_view text) { return command_escaped(text, ":,"); }

std::string command(const Finding& finding, const AuditReport& report) {
  const Rule& rule = report.rules[finding.rule];
  const Place& place = finding.place;
  std::string out = fmt::format("::{} ", command_level(finding.severity));
  if (!place.path.empty()) {
    out += fmt::format("file={},line={},col={},", property(place.path), place.line, place.column);
    if (place.end_column > place.column) out += fmt::format("endColumn={},", place.end_column);
  }
  const std::string claims = claims_phrase(finding, report.as_of);
  std::string text = command_escaped(brief(finding.message, message_columns), "");
  if (!claims.empty()) text += "%0A" + command_escaped(claims, "");
  text += "%0A" + command_escaped(rule.fix, "");
  return out + fmt::format("title={}::{}\n", property(fmt::format("{} ({})", rule.title, rule.id)), text);
}

}  // namespace

void write_github(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  for (const std::string_view level : levels) {
    std::vector<const Finding*> findings;
    for (const Finding& finding : report.findings) {
      const bool is_known = finding.novelty == Novelty::known;
      if (command_level(finding.severity) == level && !is_known) findings.push_back(&finding);
    }
    const bool all = findings.size() <= most_a_level;
    const std::size_t shown = all ? findings.size() : most_a_level - 1;
    for (std::size_t i = 0; i < shown; ++i) sink(command(*findings[i], report));
    if (all) continue;
    sink(fmt::format("::{} title=martech-audit::and {}; see the report for all findings\n", level,
                     counted(findings.size() - shown, "more finding")));
  }
}

}  // namespace martech_audit::report
