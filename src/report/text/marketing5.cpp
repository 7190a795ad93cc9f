#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t highest = 3;
constexpr std::size_t fewest_tools = 8;  // below, nobody asks for the components: the rule's own default
constexpr std::size_t most_names = 2;

std::string levels(const ComponentRow& row) {
  return row.level == row.possible_level ? fmt::format("{}", row.level)
                                         : fmt::format("{}–{}", row.level, row.possible_level);
}

std::string tools(const ComponentRow& row, const AuditReport& report) {
  std::vector<std::string_view> names;
  for (const std::uint32_t tool : row.tools) names.push_back(called(report.tools[tool].tool));
  return names.empty() ? "no tool" : names_phrase(names, most_names);
}

bool is_asked_for(const AuditReport& report) {
  const auto is_active = [](const ToolRow& row) { return row.status == "active"; };
  return static_cast<std::size_t>(std::ranges::count_if(report.tools, is_active)) >= fewest_tools;
}

}  // namespace

void write_marketing5(Page& page) {
  if (page.report.marketing5.empty() || !is_asked_for(page.report)) return;
  page.canvas.heading("Marketing 5.0 (1 tool, 2 objective and skilled owner, 3 measured KPI)");
  for (const ComponentRow& row : page.report.marketing5) {
    const std::string name = page.canvas.padded(row.component, 13);
    Text line{{name}, {repeated("█", row.level), Ink::strong}};
    line.push_back({repeated("░", row.possible_level - row.level), Ink::medium});
    line.push_back({repeated("·", highest - row.possible_level), Ink::faint});
    line.push_back({"  " + page.canvas.padded(levels(row), 5)});
    const std::size_t taken = 2 + 13 + highest + 2 + 5;
    line.push_back({brief(tools(row, page.report), page.canvas.columns() - taken)});
    page.canvas.line(2, line);
  }
}

}  // namespace martech_audit::report
