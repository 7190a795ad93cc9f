#include "report/page/stack_nodes.h"

#include <algorithm>
#include <map>

#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_tools = 80;

}  // namespace

StackNodes stack_nodes(const AuditReport& report) {
  std::map<std::string_view, std::vector<std::uint32_t>> categories;
  for (std::uint32_t tool = 0; tool < report.tools.size(); ++tool) {
    if (report.tools[tool].in_use) categories[report.tools[tool].category].push_back(tool);
  }
  StackNodes stack;
  stack.of_tool.resize(report.tools.size());
  stack.by_category = std::ranges::count_if(report.tools, &ToolRow::in_use) > std::ptrdiff_t{most_tools};
  const auto add = [&](std::string_view name, std::vector<std::uint32_t> tools) {
    for (const std::uint32_t tool : tools)
      stack.of_tool[tool] = static_cast<std::uint32_t>(stack.nodes.size());
    stack.nodes.push_back({std::string(name), std::move(tools)});
  };
  for (auto& [category, tools] : categories) {
    if (stack.by_category) {
      add(category.empty() ? "no category" : category, std::move(tools));
    } else {
      for (const std::uint32_t tool : tools) add(called(report.tools[tool].tool), {tool});
    }
  }
  return stack;
}

}  // namespace martech_audit::report
