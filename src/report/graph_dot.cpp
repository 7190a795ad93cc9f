// The stack for Graphviz. Nodes are numbered, so that no name can be more than a label.
#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "martech_audit/graph.h"
#include "report/phrases.h"
#include "report/stack_graph.h"

namespace martech_audit {
namespace report {
namespace {

// In a string of DOT a backslash begins an escape, and a label takes entities of HTML for characters.
std::string dot_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : escape_controls(shorten(text, widest_node))) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '&' ? std::string("&amp;") : std::string(1, c);
  }
  return out + '"';
}

// Two lines of a label.
std::string dot_label(std::string_view name, std::string_view below) {
  std::string text = dot_quoted(name);
  if (below.empty()) return text;
  text.pop_back();
  const std::string second = dot_quoted(below);
  return text + "\\n" + second.substr(1);
}

std::string_view style_of(const ToolRow& row) {
  if (!row.in_use) return "style=\"rounded,dashed\", color=\"#767676\"";
  if (row.in_trouble) return "style=\"rounded,bold\", color=\"#b3261e\", penwidth=2.5";
  return "style=\"rounded\", color=\"#3b5b8c\"";
}

// Kinds differ in their dashes, what does not work in colour, too; both are said by the label.
std::string style_of(const IntegrationRow& row) {
  std::string style = row.kind == "manual" ? "dotted" : row.kind == "file" ? "dashed" : "solid";
  std::string text = fmt::format("style={}", style);
  if (row.status == "broken") text += ", color=\"#b3261e\", penwidth=2";
  if (row.status == "planned" || row.status == "retired") text += ", color=\"#767676\"";
  if (row.direction == "both") text += ", dir=both";
  return text;
}

}  // namespace
}  // namespace report

void write_graph_dot(const AuditReport& report, const GraphOptions& options, const Sink& sink) {
  using namespace report;  // NOLINT: of the writers beside this one
  const StackGraph graph = stack_graph(report, options);
  sink(
      fmt::format("digraph {} {{\n"
                  "  graph [rankdir=LR, fontname=\"sans-serif\", nodesep=0.25, ranksep=0.9, compound=true];\n"
                  "  node [shape=box, fontname=\"sans-serif\", fontsize=11];\n"
                  "  edge [fontname=\"sans-serif\", fontsize=9, color=\"#3b5b8c\"];\n",
                  dot_quoted(report.organisation)));
  for (std::size_t i = 0; i < graph.groups.size(); ++i) {
    sink(fmt::format("  subgraph cluster_{} {{\n    label={};\n    color=\"#b0b0b0\";\n", i,
                     dot_quoted(graph.groups[i].name)));
    for (const std::uint32_t tool : graph.groups[i].tools) {
      const ToolRow& row = report.tools[tool];
      sink(fmt::format("    t{} [label={}, {}];\n", tool, dot_label(called(row.tool), tool_text(row)),
                       style_of(row)));
    }
    sink("  }\n");
  }
  for (const std::uint32_t objective : graph.objectives) {
    sink(fmt::format("  o{} [label={}, shape=ellipse, style=filled, fillcolor=\"#fff4d6\"];\n", objective,
                     dot_quoted(called(report.strategy[objective].objective))));
  }
  for (const IntegrationRow* row : graph.integrations) {
    sink(fmt::format("  t{} -> t{} [label={}, {}];\n", row->from, row->to, dot_quoted(connection_text(*row)),
                     style_of(*row)));
  }
  for (const StackGraph::Served& served : graph.served) {
    sink(fmt::format("  t{} -> o{} [style=dashed, arrowhead=open, color=\"#8a6d1d\"];\n", served.tool,
                     served.objective));
  }
  sink("}\n");
}

}  // namespace martech_audit
