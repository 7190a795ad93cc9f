// A decision in words, the same wherever it is shown.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

struct DecisionWords {
  std::string headline;  // "Braze: give notice by 2026-12-05 (6 days)"
  std::string gain;      // money, points, effort
};
DecisionWords words_of(const Decision& decision, const AuditReport& report);

// The decisions that a report shows as one line with this one, which is among them; by rank.
std::vector<const Decision*> same_line(const AuditReport& report, const Decision& decision);

}  // namespace martech_audit::report
