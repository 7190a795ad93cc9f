// `trace` for people.
#include "martech_audit/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t row_label_columns = 10;
constexpr std::size_t most_tools = 5;
constexpr std::size_t most_name_columns = 60;

constexpr std::array coverages{Coverage::twice, Coverage::once, Coverage::troubled, Coverage::none};

std::string_view in_words(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      return "not covered";
    case Coverage::troubled:
      return "at risk";
    case Coverage::once:
      return "covered";
    case Coverage::twice:
      return "overlapping";
  }
  return {};
}

Ink coverage_ink(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      return Ink::high;
    case Coverage::troubled:
      return Ink::medium;
    default:
      return Ink::good;
  }
}

std::string named(const EntityRef& entity) { return brief(called(entity), most_name_columns); }

class TracePage {
 public:
  TracePage(const AuditReport& report, const ReportStyle& style, const Sink& sink)
      : report_(report), canvas_(style, sink) {}

  void write_strategy() {
    if (report_.strategy.empty()) {
      return canvas_.paragraph(0, {{"No objectives to trace. Add them under "
                                    "'objectives:', and link each tool to the objectives it serves."}});
    }
    write_summary();
    for (const ObjectiveRow& row : report_.strategy) write_objective(row);
  }

  void write_objective(const ObjectiveRow& row) {
    title(row.objective, objective_facts(row));
    field("Spend", spend_of(row));
    field("KPIs", proof_of(row.kpis));
    write_needs(row);
    field("Tools", tools_of(row));
  }

  void write_tool(std::uint32_t number) {
    const ToolRow& tool = report_.tools[number];
    title(tool.tool, std::string(tool.status) + (tool.in_trouble ? ", at risk" : ""));
    field("Spend", tool.annual_cost ? money_phrase(*tool.annual_cost) : "unknown");
    std::string_view label = "Serves";
    for (const ObjectiveRow& row : report_.strategy) {
      const std::string text = service_of(number, row);
      if (!text.empty()) field(std::exchange(label, ""), text);
    }
    if (!label.empty()) field(label, "no objective");
    field("KPIs", own_proof(tool));
    write_findings(tool);
  }

 private:
  void title(const EntityRef& entity, const std::string& facts) {
    canvas_.gap();
    canvas_.paragraph(
        0, {{named(entity), Ink::strong}, {fmt::format("  {}, {}", entity.id, facts), Ink::faint}}, indent);
  }

  void field(std::string_view label, const std::string& text, Ink ink = Ink::plain) {
    canvas_.paragraph(indent, {{canvas_.padded(label, row_label_columns)}, {text, ink}}, row_label_columns);
  }

  void write_summary() {
    std::array<std::size_t, coverages.size()> counts{};
    std::size_t required = 0;
    for (const ObjectiveRow& row : report_.strategy) {
      for (const CapabilityRow& capability : row.required) {
        ++counts[static_cast<std::size_t>(capability.coverage)];
        ++required;
      }
    }
    std::vector<std::string> parts;
    for (const Coverage coverage : coverages) {
      const std::size_t count = counts[static_cast<std::size_t>(coverage)];
      if (count > 0) parts.push_back(fmt::format("{} {}", count, in_words(coverage)));
    }
    std::string text = counted(report_.strategy.size(), "objective");
    if (required > 0) {
      text += fmt::format(", {} required: {}", counted(required, "capability", "capabilities"),
                          fmt::join(parts, ", "));
    }
    canvas_.paragraph(0, {{text}});
    if (counts[static_cast<std::size_t>(Coverage::troubled)] > 0) {
      canvas_.paragraph(0, {{"(at risk: covered only by tools with high or critical findings)", Ink::faint}});
    }
  }

  static std::string objective_facts(const ObjectiveRow& row) {
    std::string text(row.status.empty() ? "status not given" : row.status);
    if (row.priority) text += fmt::format(", priority {}", *row.priority);
    if (!row.owner.empty()) text += fmt::format(", owner {}", row.owner);
    return text;
  }

  std::string spend_of(const ObjectiveRow& row) const {
    if (row.status == "closed" || row.status == "planned")
      return fmt::format("none (objective is {})", row.status);
    return row.spend ? money_phrase(*row.spend) : "unknown";
  }

  std::string money_phrase(const Money& money) const {
    std::string text = money_text(money) + " a year";
    const auto& total = report_.money.total_cost;
    if (!total || total->minor == 0) return text;
    return text + fmt::format(", {} of total spend", share_text(static_cast<double>(money.minor) /
                                                                static_cast<double>(total->minor)));
  }

  static std::string kpi_phrase(const KpiRow& kpi) {
    if (!kpi.measured) return named(kpi.kpi) + ", not measured";
    return fmt::format("{}, measured {}", named(kpi.kpi), kpi.measured_on ? to_string(*kpi.measured_on) : "");
  }

  std::string proof_of(const std::vector<std::uint32_t>& kpis) const {
    if (kpis.empty()) return "no KPI";
    std::vector<std::string> parts;
    parts.reserve(kpis.size());
    for (const std::uint32_t kpi : kpis) parts.push_back(kpi_phrase(report_.kpis[kpi]));
    return fmt::format("{}", fmt::join(parts, "; "));
  }

  std::string own_proof(const ToolRow& tool) const {
    std::vector<std::string> parts;
    for (const std::string_view id : tool.kpis) {
      const auto at =
          std::ranges::lower_bound(report_.kpis, id, {}, [](const KpiRow& row) { return row.kpi.id; });
      if (at != report_.kpis.end()) parts.push_back(kpi_phrase(*at));
    }
    return parts.empty() ? "no KPI linked" : fmt::format("{}", fmt::join(parts, "; "));
  }

  void write_needs(const ObjectiveRow& row) {
    if (row.required.empty()) return field("Requires", "no capabilities listed");
    std::string_view label = "Requires";
    std::size_t widest = 0;
    for (const CapabilityRow& need : row.required) {
      widest = std::max(widest, canvas_.width_of(named(need.capability)));
    }
    for (const CapabilityRow& need : row.required) {
      const std::size_t status_columns = in_words(Coverage::none).size();
      canvas_.paragraph(
          indent,
          {{canvas_.padded(std::exchange(label, ""), row_label_columns)},
           {canvas_.padded(in_words(need.coverage), status_columns), coverage_ink(need.coverage)},
           {"  " + canvas_.padded(named(need.capability), std::min(widest, most_name_columns))},
           {"  " + providers_of(need), Ink::faint}},
          row_label_columns + status_columns + 2);
    }
  }

  std::string providers_of(const CapabilityRow& need) const {
    std::vector<std::string> names;
    for (const std::uint32_t tool : need.providers) names.push_back(tool_phrase(report_.tools[tool]));
    return names.empty() ? "no active tool" : names_phrase({names.begin(), names.end()}, most_tools);
  }

  static std::string tool_phrase(const ToolRow& tool) {
    return named(tool.tool) + (tool.in_trouble ? " (at risk)" : "");
  }

  std::string tools_of(const ObjectiveRow& row) const {
    std::vector<std::string> parts;
    for (const ServingTool& serving : row.tools) {
      const ToolRow& tool = report_.tools[serving.tool];
      parts.push_back(tool_phrase(tool) + (serving.part ? " " + money_text(*serving.part) : ""));
    }
    return parts.empty() ? "none linked" : fmt::format("{}", fmt::join(parts, "; "));
  }

  // Empty where the tool has nothing to do with the objective.
  std::string service_of(std::uint32_t tool, const ObjectiveRow& row) const {
    const auto serving = std::ranges::find(row.tools, tool, &ServingTool::tool);
    std::vector<std::string> provided;
    for (const CapabilityRow& need : row.required) {
      if (std::ranges::binary_search(need.providers, tool)) {
        provided.push_back(fmt::format("{} ({})", named(need.capability), in_words(need.coverage)));
      }
    }
    if (serving == row.tools.end() && provided.empty()) return {};
    std::string text =
        fmt::format("{} ({}, {})", named(row.objective), row.objective.id, objective_facts(row));
    if (serving == row.tools.end()) text += ", not linked";
    if (serving != row.tools.end() && serving->part)
      text += fmt::format(": {} a year", money_text(*serving->part));
    if (!provided.empty()) text += fmt::format("; provides {}", fmt::join(provided, ", "));
    return text + "; KPIs: " + proof_of(row.kpis);
  }

  void write_findings(const ToolRow& tool) {
    std::string_view label = "Findings";
    for (const Finding& finding : report_.findings) {
      if (finding.entity.kind != EntityKind::tool || finding.entity.id != tool.tool.id) continue;
      field(std::exchange(label, ""),
            fmt::format("{}: {}", name(finding.severity), brief(finding.message, message_columns)),
            ink_of(finding.severity));
    }
    if (!label.empty()) field(label, "none");
  }

  const AuditReport& report_;
  Canvas canvas_;
};

}  // namespace
}  // namespace martech_audit::report

namespace martech_audit {

void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink) {
  report::TracePage page(report, style, sink);
  if (focus.objective) {
    page.write_objective(report.strategy[*focus.objective]);
  } else if (focus.tool) {
    page.write_tool(*focus.tool);
  } else {
    page.write_strategy();
  }
}

}  // namespace martech_audit
