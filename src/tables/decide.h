// The decisions that a report's findings lead to.
#pragma once

#include <vector>

#include "martech_audit/report.h"

namespace martech_audit {

// Of findings, rules, tools and, where there is one, the waterfall of `report`.
std::vector<Decision> decide(const AuditReport& report);

}  // namespace martech_audit
