// The report for people: the verdict and the gap in ten seconds, then money, what to do first, every finding,
// and what to add next. The sections are in text/.
#include "report/figures.h"
#include "report/text/sections.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

// Below this share of evidence, or where more of the gap is missing than proven, a page of details would
// mislead.
constexpr double little_evidence = 0.5;

bool is_first_look(const AuditReport& report, const ReportStyle& style) {
  const Score& score = report.score;
  return !style.verbose && (score.unproven > score.proven || evidence_share(score) < little_evidence);
}

}  // namespace

void write_text(const AuditReport& report, const ReportStyle& style, const Sink& sink) {
  Canvas canvas(style, sink);
  Page page{report,
            style,
            canvas,
            group_findings(report, style.filter),
            MissingFields(report),
            is_first_look(report, style)};
  write_headline(page);
  write_money(page);
  if (!page.first_look) write_dimensions(page);
  if (!page.first_look) write_utilisation(page);
  write_priorities(page);
  write_findings(page);
  if (!page.first_look) write_marketing5(page);
  write_evidence(page);
  write_remarks(page);
  write_next(page);
}

}  // namespace martech_audit::report
