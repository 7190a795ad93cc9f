// The stack as a flowchart of Mermaid, which code hosts draw in their pages.
#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "martech_audit/graph.h"
#include "report/phrases.h"
#include "report/stack_graph.h"

namespace martech_audit {
namespace report {
namespace {

// Within quotes everything that Markdown, HTML or Mermaid would take for its own becomes an entity.
std::string mermaid_quoted(std::string_view text) {
  constexpr std::string_view special = "\"#<>&`*_[]{}()|\\~;";
  std::string out = "\"";
  for (const char c : escape_controls(shorten(text, widest_node))) {
    out += special.find(c) != special.npos ? fmt::format("#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return out + '"';
}

std::string mermaid_label(std::string_view name, std::string_view below) {
  std::string text = mermaid_quoted(name);
  if (below.empty()) return text;
  text.pop_back();
  return text + "<br>" + mermaid_quoted(below).substr(1);
}

std::string arrow(const IntegrationRow& row) {
  const bool both = row.direction == "both";
  const bool loose = row.kind == "manual" || row.kind == "file" || row.status == "planned";
  const std::string line = loose ? (both ? "<-.->" : "-.->") : (both ? "<-->" : "-->");
  const std::string text = connection_text(row);
  return text.empty() ? line : fmt::format("{}|{}|", line, mermaid_quoted(text));
}

}  // namespace
}  // namespace report

void write_graph_mermaid(const AuditReport& report, const GraphOptions& options, const Sink& sink) {
  using namespace report;  // NOLINT: of the writers beside this one
  const StackGraph graph = stack_graph(report, options);
  sink("flowchart LR\n");
  for (std::size_t i = 0; i < graph.groups.size(); ++i) {
    sink(fmt::format("  subgraph g{}[{}]\n", i, mermaid_quoted(graph.groups[i].name)));
    for (const std::uint32_t tool : graph.groups[i].tools) {
      const ToolRow& row = report.tools[tool];
      const std::string_view style = !row.in_use ? ":::unused" : row.in_trouble ? ":::trouble" : "";
      sink(fmt::format("    t{}[{}]{}\n", tool, mermaid_label(called(row.tool), tool_text(row)), style));
    }
    sink("  end\n");
  }
  for (const std::uint32_t objective : graph.objectives)
    sink(fmt::format("  o{}([{}])\n", objective,
                     mermaid_quoted(called(report.strategy[objective].objective))));
  for (const IntegrationRow* row : graph.integrations)
    sink(fmt::format("  t{} {} t{}\n", row->from, arrow(*row), row->to));
  for (const StackGraph::Served& served : graph.served)
    sink(fmt::format("  t{} -.-o o{}\n", served.tool, served.objective));
  sink(
      "  classDef trouble stroke:#b3261e,stroke-width:3px\n"
      "  classDef unused stroke:#767676,stroke-dasharray:4\n");
}

}  // namespace martech_audit
