// How required capabilities are covered, in words.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/report.h"
#include "report/page/words.h"

namespace martech_audit::report {

struct CoverageWords {
  std::string word;     // "fragile"
  std::string meaning;  // "covered only by tools at risk"
  Ink ink;
};
CoverageWords words_of(Coverage coverage);

// "Braze, Segment (at risk) and 3 more"; tools as indices into AuditReport::tools.
std::string providers_phrase(const std::vector<std::uint32_t>& tools, const AuditReport& report,
                             std::size_t most);
// "Segment (at risk)"
std::string tool_phrase(const ToolRow& tool);

}  // namespace martech_audit::report
