#include "report/page/coverage.h"

#include "report/phrases.h"

namespace martech_audit::report {

CoverageWords words_of(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      break;
    case Coverage::troubled:
      return {"fragile", "covered only by tools at risk", Ink::medium};
    case Coverage::once:
      return {"covered", "covered by one tool", Ink::good};
    case Coverage::twice:
      return {"overlapping", "covered by two or more tools", Ink::good};
  }
  return {"not covered", "not covered", Ink::high};
}

std::string tool_phrase(const ToolRow& tool) {
  return named(tool.tool) + (tool.in_trouble ? " (at risk)" : "");
}

std::string providers_phrase(const std::vector<std::uint32_t>& tools, const AuditReport& report,
                             std::size_t most) {
  std::vector<std::string> names;
  names.reserve(tools.size());
  for (const std::uint32_t tool : tools) names.push_back(tool_phrase(report.tools[tool]));
  return names.empty() ? "no active tool" : names_phrase({names.begin(), names.end()}, most);
}

}  // namespace martech_audit::report
