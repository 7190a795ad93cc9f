#include "report/page/findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/page/sections.h"
#include "report/phrases.h"
#include "report/verdict.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t digits_in_ids = 16;  // a page with a million findings has none twice

std::size_t count_shown(const std::vector<FindingGroup>& groups) {
  std::size_t count = 0;
  for (const FindingGroup& group : groups) count += group.shown.size() + group.lesser();
  return count;
}

// "14 findings: 1 critical, 3 high, 10 medium"
std::string findings_title(std::size_t shown, const AuditReport& report) {
  const std::size_t found = report.findings.size();
  if (shown < found) return fmt::format("{} of {} shown", grouped(shown), counted(found, "finding"));
  if (found < 2) return found == 0 ? "No findings" : "1 finding";
  return fmt::format("{}: {}", counted(found, "finding"), severities_text(report));
}

// "--severity high --rule shelfware"
std::string flags_of(const FindingFilter& filter) {
  std::string text;
  if (filter.at_least) text += fmt::format(" --severity {}", name(*filter.at_least));
  for (const std::string& rule : filter.rules) text += " --rule " + rule;
  for (const std::string& dimension : filter.dimensions) text += " --dimension " + dimension;
  if (filter.only_new) text += text.empty() ? " the baseline" : " and the baseline";
  return text.substr(std::min<std::size_t>(1, text.size()));
}

}  // namespace

std::string finding_id(const Finding& finding) {
  return fmt::format("f{}", finding.fingerprint_text().substr(0, digits_in_ids));
}

std::string rule_id(std::uint32_t rule) { return fmt::format("r{}", rule); }

FindingWords words_of(const Finding& finding, const AuditReport& report) {
  FindingWords words{finding.severity, finding_id(finding), brief(finding.message, message_columns),
                     report.rules[finding.rule].id, points_phrase(finding.points)};
  words.print = finding.fingerprint_text().substr(0, shown_digits);
  words.advice = rule_id(finding.rule);
  words.money = claims_phrase(finding, report.as_of);
  // Of what a baseline is compared with, what it knows is the rest.
  if (finding.novelty == Novelty::fresh || finding.novelty == Novelty::worsened)
    words.mark = name(finding.novelty);
  if (!finding.place.path.empty()) words.place = &finding.place;
  return words;
}

void write_findings(const AuditPage& input, Page& page) {
  const std::size_t shown = count_shown(input.groups);
  const std::size_t found = input.report.findings.size();
  page.add(Heading{.title = findings_title(shown, input.report)});
  if (shown < found) {
    page.add(Paragraph{
        {{fmt::format("{} hidden by {}; {} all findings", grouped(found - shown), flags_of(input.filter),
                      input.filter.only_new ? "the gap still counts" : "the gap and the gate still count"),
          Ink::faint}}});
  }
  if (shown > 0) page.add(Findings{&input.report, &input.groups});
}

}  // namespace martech_audit::report
