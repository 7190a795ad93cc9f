#include "report/page/trouble.h"

#include <algorithm>

namespace martech_audit::report {
namespace {

std::vector<bool> tools_with(Severity least, const AuditReport& report) {
  std::vector<bool> marked(report.tools.size());
  for (const Finding& finding : report.findings) {
    if (finding.entity.kind != EntityKind::tool || finding.severity < least) continue;
    if (const ToolRow* const row = report.tool(finding.entity.id))
      marked[static_cast<std::size_t>(row - report.tools.data())] = true;
  }
  return marked;
}

}  // namespace

std::vector<bool> marked_tools(const AuditReport& report) {
  const auto in_use = std::ranges::count_if(report.tools, &ToolRow::in_use);
  for (const Severity least : {Severity::high, Severity::critical}) {
    std::vector<bool> marked = tools_with(least, report);
    if (3 * std::ranges::count(marked, true) <= in_use) return marked;
  }
  return std::vector<bool>(report.tools.size());
}

}  // namespace martech_audit::report
