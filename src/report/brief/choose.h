// Which decisions a board is asked for, and which risks it is told of.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

// One line that a board decides on.
struct BriefDecision {
  const Decision* decision = nullptr;
  const Finding* finding = nullptr;  // what leads to it
  Act act = Act::describe;
  bool is_duty = false;     // by law, and open
  bool ends_later = false;  // the tool is to go, and the duty is open until then
};

// One rule on several entities.
struct BriefRisk {
  std::uint32_t rule = 0;                // index into AuditReport::rules
  std::vector<const Finding*> findings;  // in their order; never empty
};

// Three at most: of what is due and what can be saved, by the money that does not work, what is due first.
// The gravest open legal duty takes the last place. A duty is one of law where a finding of severity high or
// worse stands behind it, and is open until a tool that is to go is gone.
std::vector<BriefDecision> board_decisions(const AuditReport& report);

// Three at most: other open duties, then risks in their order; none of what is decided above.
std::vector<BriefRisk> board_risks(const AuditReport& report, const std::vector<BriefDecision>& decisions);

}  // namespace martech_audit::report
