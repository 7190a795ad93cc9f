// Findings worst first, what is waived, and what else was noticed.
#include <fmt/format.h>

#include "base/dates.h"
#include "base/wrap.h"
#include "report/figures.h"
#include "report/grouping.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t widest_snippet = 100;
constexpr std::size_t open_groups = 3;

void put_snippet(const Place& place, data& item) {
  MarkedLine line = marked_line(place, widest_snippet, escape_controls);
  line.before.erase(0, line.before.find_first_not_of(' '));
  data snippet;
  put(snippet, "before", line.before);
  put(snippet, "mark", line.mark);
  put(snippet, "after", line.after);
  item.set("snippet", snippet);
}

// What any finding shows, however it is shown.
data finding_of(const Finding& finding, const AuditReport& report) {
  const Place& place = finding.place;
  data item;
  put(item, "fingerprint", finding.fingerprint_text());
  put(item, "severity", name(finding.severity));
  put(item, "message", brief(finding.message, message_columns));
  put(item, "points", points_phrase(finding.points));
  if (finding.novelty != Novelty::uncompared) put(item, "novelty", name(finding.novelty));
  if (const std::string money = claims_phrase(finding, report.as_of); !money.empty())
    put(item, "money", money);
  if (!place.path.empty()) put(item, "place", fmt::format("{}:{}:{}", place.path, place.line, place.column));
  if (!place.snippet.empty()) put_snippet(place, item);
  return item;
}

data shown_of(const Shown& shown, const AuditReport& report) {
  data item = finding_of(*shown.finding, report);
  put_list(item, "lesser",
           list_of(shown.lesser, [&](const Finding* other) { return finding_of(*other, report); }));
  return item;
}

data group_of(const FindingGroup& group, const AuditReport& report, const Sink& out) {
  const Rule& rule = report.rules[group.rule];
  data item;
  put(item, "severity", name(group.severity));
  put(item, "title", rule.title);
  put(item, "rule", rule.id);
  put(item, "why", flowed(rule.why));
  put(item, "fix", flowed(rule.fix));
  put(item, "effort", name(rule.effort));
  put(item, "points",
      fmt::format("{}, {}", counted(group.shown.size(), "finding"), points_phrase(group.points())));
  const auto make_item = [&report](const Shown& shown) { return shown_of(shown, report); };
  put_rows(item, "findings", std::span(group.shown), make_item, out);
  return item;
}

void put_groups(const AuditReport& report, data& page, const Sink& out) {
  const auto rows = [&report, &out](const std::function<void(const data&)>& show) {
    std::size_t number = 0;
    for (const FindingGroup& group : group_findings(report)) {
      data item = group_of(group, report, out);
      item.set("open", number++ < open_groups);
      show(item);
    }
  };
  put_made_rows(page, "groups", !report.findings.empty(), rows, out);
}

data waived_of(const Finding& finding, const AuditReport& report) {
  const Waiver& waiver = *finding.waiver;
  const auto days = days_since_epoch(waiver.expires) - days_since_epoch(report.as_of);
  data item = finding_of(finding, report);
  put(item, "expires", to_string(waiver.expires));
  put(item, "in_days", counted(static_cast<std::uint64_t>(days), "more day"));
  put(item, "owner", brief(waiver.owner, longest_name));
  put(item, "reason", brief(waiver.reason, message_columns));
  if (!waiver.approved_by.empty()) put(item, "approved_by", brief(waiver.approved_by, longest_name));
  if (!waiver.ticket.empty()) put(item, "ticket", brief(waiver.ticket, longest_name));
  return item;
}

void put_waived(const AuditReport& report, data& page, const Sink& out) {
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  put(page, "waived_title",
      fmt::format("Waived: {}, {} and {} of waste (still included in the figures)",
                  counted(report.waived.size(), "finding"), points_phrase(points),
                  money_text(report.money.waived)));
  const auto make_item = [&report](const Finding& finding) { return waived_of(finding, report); };
  put_rows(page, "waived", std::span(report.waived), make_item, out);
}

// Warnings may say that a waiver has lapsed, which nothing else tells.
void put_warnings(const AuditReport& report, data& page) {
  data warnings{data::type::list};
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.level != DiagnosticLevel::warning) continue;
    data item;
    put(item, "message", brief(diagnostic.message, message_columns));
    if (const Location& where = diagnostic.where)
      put(item, "place",
          fmt::format("{}:{}", where.source->name(), where.source->position(where.begin).line));
    warnings.push_back(item);
  }
  if (report.diagnostics_left_out.warnings > 0) {
    data item;
    put(item, "message", fmt::format("and {} more", grouped(report.diagnostics_left_out.warnings)));
    warnings.push_back(item);
  }
  put_list(page, "warnings", warnings);
}

}  // namespace

std::optional<data> findings_data(const AuditReport& report, const Sink& out) {
  data page;
  put(page, "title", counted(report.findings.size(), "finding"));
  put_groups(report, page, out);
  put_waived(report, page, out);
  put_list(page, "loosened", list_of(report.loosened, [](const std::string& line) {
             data item;
             put(item, "line", brief(line, message_columns));
             return item;
           }));
  put_warnings(report, page);
  return page;
}

}  // namespace martech_audit::report
