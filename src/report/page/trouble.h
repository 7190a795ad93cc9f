// Which tools are marked as at risk on a page. A mark that most tools have tells nobody anything.
#pragma once

#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

// By index of AuditReport::tools: those with a finding at or above high that is not waived; where that is
// more than a third of the tools in use, those with a critical one; and none where these are as many.
std::vector<bool> marked_tools(const AuditReport& report);

}  // namespace martech_audit::report
