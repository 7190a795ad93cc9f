#include "report/stack_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/figures.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

bool is_shown(const ToolRow& row) { return row.status != "retired"; }

bool is_active(const ObjectiveRow& row) { return row.status == "active"; }

// By tool, whether the picture shows it.
std::vector<bool> shown_tools(const AuditReport& report, const GraphOptions& options) {
  std::vector<bool> shown(report.tools.size());
  for (std::size_t i = 0; i < shown.size(); ++i) shown[i] = !options.focus && is_shown(report.tools[i]);
  if (!options.focus) return shown;
  shown[*options.focus] = true;
  for (const IntegrationRow& row : report.integrations) {
    if (row.from == *options.focus) shown[row.to] = true;
    if (row.to == *options.focus) shown[row.from] = true;
  }
  return shown;
}

bool serves(const ObjectiveRow& objective, std::uint32_t tool) {
  return std::ranges::find(objective.tools, tool, &ServingTool::tool) != objective.tools.end();
}

// The group a tool is in; of several objectives that of the highest priority.
std::string group_of(const AuditReport& report, std::uint32_t tool, GraphGroups by) {
  const ToolRow& row = report.tools[tool];
  if (by == GraphGroups::category) return std::string(row.category);
  if (by == GraphGroups::department) return std::string(row.department);
  for (const ObjectiveRow& objective : report.strategy) {
    if (is_active(objective) && serves(objective, tool)) return std::string(called(objective.objective));
  }
  return {};
}

std::string_view nameless(GraphGroups by) {
  switch (by) {
    case GraphGroups::category:
      return "no category";
    case GraphGroups::department:
      return "no department";
    case GraphGroups::objective:
      return "no active objective";
  }
  return {};
}

}  // namespace

StackGraph stack_graph(const AuditReport& report, const GraphOptions& options) {
  StackGraph graph;
  const std::vector<bool> shown = shown_tools(report, options);
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (std::uint32_t tool = 0; tool < shown.size(); ++tool) {
    if (shown[tool]) groups[group_of(report, tool, options.by)].push_back(tool);
  }
  for (auto& [name, tools] : groups) {
    if (!name.empty()) graph.groups.push_back({name, std::move(tools)});
  }
  if (const auto rest = groups.find(""); rest != groups.end())
    graph.groups.push_back({std::string(nameless(options.by)), std::move(rest->second)});
  for (const IntegrationRow& row : report.integrations) {
    const bool is_near = !options.focus || row.from == *options.focus || row.to == *options.focus;
    if (is_near && shown[row.from] && shown[row.to]) graph.integrations.push_back(&row);
  }
  for (std::uint32_t objective = 0; objective < report.strategy.size(); ++objective) {
    const ObjectiveRow& row = report.strategy[objective];
    const std::size_t before = graph.served.size();
    for (const ServingTool& serving : row.tools) {
      if (is_active(row) && shown[serving.tool]) graph.served.push_back({serving.tool, objective});
    }
    if (graph.served.size() > before) graph.objectives.push_back(objective);
  }
  return graph;
}

std::string connection_text(const IntegrationRow& row) {
  std::string text(row.kind);
  if (!row.status.empty() && row.status != "active")
    text += fmt::format("{}{}", text.empty() ? "" : ", ", row.status);
  return text;
}

std::string tool_text(const ToolRow& row) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (row.annual_cost) add(money_text(*row.annual_cost) + " a year");
  if (row.utilisation) add(share_text(*row.utilisation) + " used");
  if (!row.in_use) add(std::string(row.status));
  if (row.in_trouble) add("at risk");
  return text;
}

}  // namespace martech_audit::report
