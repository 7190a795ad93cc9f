// Findings as people read them: one group a rule and severity, lesser findings under the greater one.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/reporter.h"

namespace martech_audit::report {

// A finding that stands for itself, with those it explains (they keep their points).
struct Shown {
  const Finding* finding = nullptr;
  std::vector<const Finding*> lesser;  // in the report's order
};

// The findings of one rule that have the same severity.
struct FindingGroup {
  std::uint32_t rule = 0;
  Severity severity = Severity::medium;
  std::vector<Shown> shown;  // in the report's order; never empty

  Points points() const;       // of the findings that stand for themselves
  std::size_t lesser() const;  // how many they explain
  Points lesser_points() const;
};

// Of the findings that `filter` shows, in the order of each group's first finding, so worst first. A finding
// whose greater one is not among them (it is waived, say) stands for itself.
std::vector<FindingGroup> group_findings(const AuditReport& report, const FindingFilter& filter = {});

}  // namespace martech_audit::report
