#include <fmt/format.h>

#include "base/dates.h"
#include "report/figures.h"
#include "report/text/sections.h"
#include "report/verdict.h"

namespace martech_audit::report {
namespace {

void write_verdict(Page& page) {
  const AuditReport& report = page.report;
  Span verdict{"FAIL", Ink::high};
  std::string why = reasons_text(report);
  if (!report.score.has_verdict()) {
    verdict = {"NO VERDICT", Ink::high};
    why = no_verdict_text;
  } else if (report.gate.passed) {
    verdict = {"PASS", Ink::good};
    why = severities_text(report);
  }
  page.canvas.paragraph(0, {verdict, {"  " + why}}, 6);
}

std::string split_phrase(const Score& score) {
  if (score.gap() == 0) return {};
  if (score.unproven == 0) return ", all proven";
  return fmt::format(": {} proven, {} more unproven", points_text(score.proven),
                     unproven_text(score.proven, score.unproven));
}

}  // namespace

void write_headline(Page& page) {
  const AuditReport& report = page.report;
  const Score& score = report.score;
  page.canvas.paragraph(
      0, {{std::string(report.organisation), Ink::strong},
          {fmt::format(", {}, as of {}", counted(report.tools.size(), "tool"), to_string(report.as_of))}});
  page.canvas.gap();
  write_verdict(page);
  if (!score.has_verdict()) return;
  if (report.baseline) page.canvas.paragraph(0, {{baseline_text(*report.baseline)}});
  page.canvas.paragraph(0, {{"Gap " + gap_range(score.proven, score.unproven), Ink::strong},
                            {" of 100 (lower is better)" + split_phrase(score)}});
  if (page.first_look) return;  // there the last section says it
  page.canvas.paragraph(
      0, {{fmt::format("Evidence: {}, {} of {} checks decided", share_text(evidence_share(score)),
                       grouped(score.decided), grouped(score.judged))}});
}

}  // namespace martech_audit::report
