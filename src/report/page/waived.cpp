#include <fmt/format.h>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/page/findings.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

// "until 2027-01-31 (69 more days), by mai, approved by kai, OPS-12: IT joins in January"
std::string terms_of(const Waiver& waiver, Date as_of) {
  const auto days = days_since_epoch(waiver.expires) - days_since_epoch(as_of);
  const std::string left = days == 0 ? "today" : counted(static_cast<std::uint64_t>(days), "more day");
  std::string text =
      fmt::format("until {} ({}), by {}", to_string(waiver.expires), left, brief(waiver.owner, longest_name));
  if (!waiver.approved_by.empty()) text += ", approved by " + brief(waiver.approved_by, longest_name);
  if (!waiver.ticket.empty()) text += ", " + brief(waiver.ticket, longest_name);
  return text + ": " + brief(waiver.reason, message_columns);
}

FindingWords waived_words(const Finding& finding, const AuditReport& report) {
  FindingWords words = words_of(finding, report);
  words.advice.clear();  // where only waived findings are, no rule is explained
  if (finding.waiver != nullptr) words.terms = terms_of(*finding.waiver, report.as_of);
  return words;
}

}  // namespace

void write_waived(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  const std::string money =
      report.money.waived.minor == 0 ? "" : fmt::format(" and {} of waste", money_text(report.money.waived));
  const std::string title =
      fmt::format("Waived: {}, {}{} (still included in the gap)", counted(report.waived.size(), "finding"),
                  points_phrase(points), money);
  page.add(Heading{.title = title, .in = on::text | on::page});
  page.add(FindingList{.size = report.waived.size(),
                       .finding = [&](std::size_t i) { return waived_words(report.waived[i], report); },
                       .about = "waived",
                       .most = {.first_look = 8, .terminal = 8, .comment = 20},
                       .fold = {title, on::comment}});
}

}  // namespace martech_audit::report
