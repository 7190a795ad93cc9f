// A decision in words, the same wherever it is shown.
#pragma once

#include <string>

#include "martech_audit/report.h"

namespace martech_audit::report {

struct DecisionWords {
  std::string headline;  // "Braze: give notice by 2026-12-05 (6 days)"
  std::string gain;      // money, points, effort
};
DecisionWords words_of(const Decision& decision, const AuditReport& report);

}  // namespace martech_audit::report
