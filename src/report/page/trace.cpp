// `trace` for people: which objectives a tool serves and what proves it, and which technology carries an
// objective.
#include "martech_audit/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/page/coverage.h"
#include "report/phrases.h"
#include "report/text/text_page.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_providers = 5;

constexpr std::array coverages{Coverage::twice, Coverage::once, Coverage::troubled, Coverage::none};

class Trace {
 public:
  Trace(const AuditReport& report, Page& page) : report_(report), page_(page) {}

  void write_strategy() {
    if (report_.strategy.empty()) {
      return page_.add(
          Paragraph{{{"No objectives to trace. Add them under 'objectives:', and link each tool to "
                      "the objectives it serves."}}});
    }
    write_summary();
    for (const ObjectiveRow& row : report_.strategy) write_objective(row);
  }

  void write_objective(const ObjectiveRow& row) {
    add_title(row.objective, objective_facts(row));
    Facts facts{
        {{"Spend", {{spend_of(row)}}}, {"KPIs", {{proof_of(row.kpis)}}}, {"Tools", {{tools_of(row)}}}}};
    if (row.required.empty()) facts.rows.push_back({"Requires", {{"no capabilities listed"}}});
    page_.add(facts);
    if (!row.required.empty()) add_needs(row);
  }

  void write_tool(std::uint32_t number) {
    const ToolRow& tool = report_.tools[number];
    add_title(tool.tool, std::string(tool.status) + (tool.in_trouble ? ", at risk" : ""));
    Facts facts{{{"Spend", {{tool.annual_cost ? money_phrase(*tool.annual_cost) : "unknown"}}}}};
    std::string label = "Serves";
    for (const ObjectiveRow& row : report_.strategy) {
      const std::string text = service_of(number, row);
      if (!text.empty()) facts.rows.push_back({std::exchange(label, ""), {{text}}});
    }
    if (!label.empty()) facts.rows.push_back({label, {{"no objective"}}});
    facts.rows.push_back({"KPIs", {{own_proof(tool)}}});
    add_findings(tool, facts);
    page_.add(facts);
  }

 private:
  void add_title(const EntityRef& entity, const std::string& facts) {
    page_.add(Heading{.title = named(entity), .note = fmt::format("{}, {}", entity.id, facts)});
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
      if (count > 0) parts.push_back(fmt::format("{} {}", count, words_of(coverage).word));
    }
    std::string text = counted(report_.strategy.size(), "objective");
    if (required > 0) {
      text += fmt::format(", {} required: {}", counted(required, "capability", "capabilities"),
                          fmt::join(parts, ", "));
    }
    page_.add(Paragraph{{{text}}});
    if (counts[static_cast<std::size_t>(Coverage::troubled)] > 0)
      page_.add(Paragraph{{{"(fragile: covered only by tools with high or critical findings)", Ink::faint}}});
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

  void add_needs(const ObjectiveRow& row) {
    page_.add(
        Table{.label = "Required capabilities",
              .columns = {{"Requires", ColumnKind::name}, {"Coverage"}, {"Provided by"}},
              .size = row.required.size(),
              .row =
                  [&](std::size_t i) {
                    const CapabilityRow& need = row.required[i];
                    const CoverageWords coverage = words_of(need.coverage);
                    return std::vector<Cell>{
                        {.text = {{named(need.capability)}}},
                        {.text = {{coverage.word, coverage.ink}}},
                        {.text = {{providers_phrase(need.providers, report_, most_providers), Ink::faint}}}};
                  },
              .noun = "capability"});
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
        provided.push_back(fmt::format("{} ({})", named(need.capability), words_of(need.coverage).word));
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

  void add_findings(const ToolRow& tool, Facts& facts) const {
    std::string label = "Findings";
    for (const Finding& finding : report_.findings) {
      if (finding.entity.kind != EntityKind::tool || finding.entity.id != tool.tool.id) continue;
      facts.rows.push_back(
          {std::exchange(label, ""),
           {{fmt::format("{}: {}", name(finding.severity), brief(finding.message, message_columns)),
             ink_of(finding.severity)}}});
    }
    if (!label.empty()) facts.rows.push_back({label, {{"none"}}});
  }

  const AuditReport& report_;
  Page& page_;
};

}  // namespace
}  // namespace martech_audit::report

namespace martech_audit {

void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink) {
  report::TextPage page(report::on::terminal, style, sink);
  report::Trace trace(report, page);
  if (focus.objective) {
    trace.write_objective(report.strategy[*focus.objective]);
  } else if (focus.tool) {
    trace.write_tool(*focus.tool);
  } else {
    trace.write_strategy();
  }
}

}  // namespace martech_audit
