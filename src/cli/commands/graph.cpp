// graph: the stack as a picture.
#include "martech_audit/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/edit_distance.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/graphviz.h"
#include "cli/judge.h"
#include "cli/messages.h"
#include "cli/outputs.h"

namespace martech_audit::cli {
namespace {

// Beyond so many tools ranks make a picture of no use, and take long.
constexpr std::size_t most_ranked = 150;

struct DrawingOptions {
  JudgingOptions judging;
  std::string format = "dot";
  std::string by = "category";
  std::string focus;
  std::string output = "-";
  bool follow = false;
};

GraphGroups groups_by(const std::string& word) {
  if (word == "department") return GraphGroups::department;
  return word == "objective" ? GraphGroups::objective : GraphGroups::category;
}

Result<GraphOptions> graph_options(const DrawingOptions& options, const AuditReport& report) {
  GraphOptions chosen{groups_by(options.by), {}};
  if (options.focus.empty()) return chosen;
  std::vector<std::string_view> ids;
  for (const ToolRow& row : report.tools) ids.push_back(row.tool.id);
  const auto found = std::ranges::find(ids, options.focus);
  if (found == ids.end()) {
    const std::string guess = did_you_mean(options.focus, ids);
    return Error{fmt::format("unknown tool '{}'{}{}", options.focus, guess.empty() ? "" : "; ", guess)};
  }
  chosen.focus = static_cast<std::uint32_t>(found - ids.begin());
  return chosen;
}

Result<std::string> drawn(const AuditReport& report, const GraphOptions& chosen, const std::string& format) {
  std::string text;
  const auto sink = [&](std::string_view bytes) { text += bytes; };
  if (format == "mermaid") {
    write_graph_mermaid(report, chosen, sink);
    return text;
  }
  write_graph_dot(report, chosen, sink);
  if (format == "dot") return text;
  return svg_by_graphviz(text, report.tools.size() <= most_ranked || chosen.focus ? "dot" : "sfdp");
}

int graph(DrawingOptions& options, const Run& run) {
  if (const auto failed = options.judging.configure(run)) return *failed;
  Judged judged;
  if (const auto failed = judge(options.judging, {}, judged)) return *failed;
  const Result<GraphOptions> chosen = graph_options(options, judged.report);
  if (!chosen) return fail(chosen.error());
  const Result<std::string> picture = drawn(judged.report, *chosen, options.format);
  if (!picture) return fail(picture.error());
  const Result<Written> written = write_text(options.output, *picture, links(options.follow));
  return written ? exit_ok : fail(written.error());
}

std::vector<std::string_view> picture_formats() { return {"dot", "mermaid", "svg"}; }
std::vector<std::string_view> groupings() { return {"category", "department", "objective"}; }

constexpr std::array drawing_rows{
    Row{Option::word("format", "FORMAT", "dot, mermaid or svg (svg requires Graphviz)", picture_formats)
            .with_letter('f')
            .with_default()
            .not_configurable(),
        &DrawingOptions::format},
    Row{Option::word("by", "GROUP", "How to group tools", groupings).with_default(), &DrawingOptions::by},
    Row{Option::text("focus", "TOOL", "Show only this tool and its connections"), &DrawingOptions::focus},
    Row{output_file_option, &DrawingOptions::output},
    Row{follow_option, &DrawingOptions::follow},
};

}  // namespace

Command graph_command(const Globals& globals) {
  return command<DrawingOptions>(globals, "graph", "Draw the stack: tools, integrations and objectives",
                                 {{&DrawingOptions::judging, JudgingOptions::group()}, drawing_rows}, graph);
}

}  // namespace martech_audit::cli
