// Findings in words, the same wherever they are shown.
#pragma once

#include <string>

#include "martech_audit/report.h"
#include "report/page/page.h"

namespace martech_audit::report {

FindingWords words_of(const Finding& finding, const AuditReport& report);

// The id of its place on the page.
std::string finding_id(const Finding& finding);
// And that of the rule, where the page says what to do.
std::string rule_id(std::uint32_t rule);

}  // namespace martech_audit::report
