// Which decisions a board is asked for, and which risks it is told of.
#pragma once

#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

// Decisions of one kind on several entities.
struct BriefRisk {
  std::vector<const Decision*> decisions;
};

// What leads to the act.
const Rule& leading_rule(const Decision& decision, const AuditReport& report);

// Three at most: of what is due and what can be saved, by the money that does not work, what is due first.
// The first legal duty takes the last place.
std::vector<const Decision*> board_decisions(const AuditReport& report);

// Three at most, in their order, those on several entities as one; none of what is decided above.
std::vector<BriefRisk> board_risks(const AuditReport& report, const std::vector<const Decision*>& decisions);

}  // namespace martech_audit::report
