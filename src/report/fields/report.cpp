#include "report/fields/report.h"

#include <algorithm>

namespace martech_audit::report {

Outcome outcome_of(const AuditReport& report) {
  if (!report.score.has_verdict()) return {"no-verdict"};
  return {report.gate.passed ? "passed" : "failed"};
}

SeverityCounts::SeverityCounts(std::span<const Finding> findings) : total(findings.size()) {
  for (const Finding& finding : findings) {
    const auto at = std::ranges::find(severities_worst_first, finding.severity);
    ++counts[static_cast<std::size_t>(at - severities_worst_first.begin())];
    points += finding.points;
  }
}

}  // namespace martech_audit::report
