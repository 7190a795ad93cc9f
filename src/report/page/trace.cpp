// `trace` for people: which objectives a tool serves and what proves it, and which technology carries an
// objective.
#include "martech_audit/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/text.h"
#include "report/figures.h"
#include "report/html/html_page.h"
#include "report/markdown/markdown_page.h"
#include "report/page/coverage.h"
#include "report/phrases.h"
#include "report/text/text_page.h"

namespace martech_audit::report {
namespace {

constexpr std::array coverages{Coverage::twice, Coverage::once, Coverage::troubled, Coverage::none};

// "KPIs" above what they are, or what there is instead.
Branch part(std::string_view title, std::vector<Branch> below, std::string_view none) {
  if (!below.empty()) return {{{std::string(title), Ink::strong}}, std::move(below)};
  return {{{fmt::format("{}: ", title), Ink::strong}, {std::string(none)}}};
}

class Trace {
 public:
  Trace(const AuditReport& report, const TraceFocus& focus, Page& page)
      : report_(report), focus_(focus), page_(page) {
    for (const ObjectiveRow& row : report.strategy) {
      ids_.push_back(fmt::format("objective-{}", ids_.size() + 1));
      titles_.push_back(named(row.objective));
    }
  }

  void write() {
    page_.begin({.kind = "Strategy trace",
                 .organisation = brief(report_.organisation, message_columns),
                 .facts = counted(report_.tools.size(), "tool"),
                 .as_of = report_.as_of,
                 .verdict = Masthead::Verdict::unasked},
                contents());
    if (focus_.objective) {
      write_objective(*focus_.objective);
    } else if (focus_.tool) {
      write_tool(report_.tools[*focus_.tool]);
    } else {
      write_strategy();
    }
    page_.end();
  }

 private:
  std::vector<Link> contents() const {
    std::vector<Link> links;
    if (focus_.objective || focus_.tool) return links;
    for (std::size_t i = 0; i < ids_.size(); ++i) links.push_back({ids_[i], titles_[i]});
    return links;
  }

  void write_strategy() {
    page_.begin_section("summary");
    page_.add(Heading{.title = "Summary", .in = on::page});
    if (report_.strategy.empty()) {
      page_.add(
          Paragraph{{{"No objectives to trace. Add them under 'objectives:', and link each tool to "
                      "the objectives it serves."}}});
    } else {
      write_summary();
    }
    page_.end_section();
    for (std::uint32_t i = 0; i < report_.strategy.size(); ++i) write_objective(i);
  }

  void write_objective(std::uint32_t number) {
    const ObjectiveRow& row = report_.strategy[number];
    page_.begin_section(ids_[number]);
    add_title(row.objective, objective_facts(row));
    page_.add(Tree{"What carries the objective",
                   {part("Spend", {}, spend_of(row)), part("KPIs", kpis_of(row.kpis), "none"),
                    part("Tools", tools_of(row), "none linked"),
                    part("Requires", needs_of(row), "no capabilities listed")}});
    page_.end_section();
  }

  void write_tool(const ToolRow& tool) {
    page_.begin_section("tool");
    add_title(tool.tool, std::string(tool.status) + (tool.in_trouble ? ", at risk" : ""));
    page_.add(
        Tree{"What the tool serves",
             {part("Spend", {}, tool.annual_cost ? money_phrase(*tool.annual_cost) : "unknown"),
              part("Serves", served_by(tool), "no objective"), part("KPIs", kpis_of(tool), "none linked"),
              part("Findings", findings_of(tool), "none")}});
    page_.end_section();
  }

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
    if (!row.owner.empty()) text += fmt::format(", owner {}", brief(row.owner, longest_name));
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

  std::vector<Branch> kpis_of(const std::vector<std::uint32_t>& kpis) const {
    std::vector<Branch> branches;
    branches.reserve(kpis.size());
    for (const std::uint32_t kpi : kpis) branches.push_back({{{kpi_phrase(report_.kpis[kpi])}}});
    return branches;
  }

  std::vector<Branch> kpis_of(const ToolRow& tool) const {
    std::vector<Branch> branches;
    for (const std::string_view id : tool.kpis) {
      const auto at =
          std::ranges::lower_bound(report_.kpis, id, {}, [](const KpiRow& row) { return row.kpi.id; });
      if (at != report_.kpis.end()) branches.push_back({{{kpi_phrase(*at)}}});
    }
    return branches;
  }

  std::vector<Branch> tools_of(const ObjectiveRow& row) const {
    std::vector<Branch> branches;
    for (const ServingTool& serving : row.tools) {
      const std::string part = serving.part ? fmt::format(": {} a year", money_text(*serving.part)) : "";
      branches.push_back({{{tool_phrase(report_.tools[serving.tool]) + part}}});
    }
    return branches;
  }

  std::vector<Branch> needs_of(const ObjectiveRow& row) const {
    std::vector<Branch> branches;
    for (const CapabilityRow& need : row.required) {
      const CoverageWords coverage = words_of(need.coverage);
      Branch branch{{{named(need.capability) + ": "}, {coverage.word, coverage.ink}}};
      for (const std::uint32_t provider : need.providers)
        branch.below.push_back({{{tool_phrase(report_.tools[provider])}}});
      branches.push_back(std::move(branch));
    }
    return branches;
  }

  std::vector<Branch> served_by(const ToolRow& tool) const {
    std::vector<Branch> branches;
    for (const ObjectiveRow& row : report_.strategy) {
      if (std::optional<Branch> branch = service_of(tool, row)) branches.push_back(*std::move(branch));
    }
    return branches;
  }

  // None where the tool has nothing to do with the objective.
  std::optional<Branch> service_of(const ToolRow& tool, const ObjectiveRow& row) const {
    const auto number = static_cast<std::uint32_t>(&tool - report_.tools.data());
    const auto serving = std::ranges::find(row.tools, number, &ServingTool::tool);
    const bool is_linked = serving != row.tools.end();
    std::string text =
        fmt::format("{} ({}, {})", named(row.objective), row.objective.id, objective_facts(row));
    if (!is_linked) text += ", not linked";
    if (is_linked && serving->part) text += fmt::format(": {} a year", money_text(*serving->part));
    Branch branch{{{std::move(text)}}};
    for (const CapabilityRow& need : row.required) {
      if (!std::ranges::binary_search(need.providers, number)) continue;
      const CoverageWords coverage = words_of(need.coverage);
      branch.below.push_back(
          {{{fmt::format("provides {}: ", named(need.capability))}, {coverage.word, coverage.ink}}});
    }
    if (!is_linked && branch.below.empty()) return std::nullopt;
    for (const std::uint32_t kpi : row.kpis)
      branch.below.push_back({{{"KPI " + kpi_phrase(report_.kpis[kpi])}}});
    return branch;
  }

  std::vector<Branch> findings_of(const ToolRow& tool) const {
    std::vector<Branch> branches;
    for (const Finding& finding : report_.findings) {
      if (finding.entity.kind != EntityKind::tool || finding.entity.id != tool.tool.id) continue;
      branches.push_back({{{std::string(name(finding.severity)), ink_of(finding.severity)},
                           {fmt::format(": {}", brief(without_label(finding), message_columns))}}});
    }
    return branches;
  }

  const AuditReport& report_;
  const TraceFocus& focus_;
  Page& page_;
  std::vector<std::string> ids_, titles_;  // of objectives, on the page and in its list of contents
};

}  // namespace
}  // namespace martech_audit::report

namespace martech_audit {

void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink) {
  report::TextPage page(report::on::terminal, style, sink);
  report::Trace(report, focus, page).write();
}

void write_trace_markdown(const AuditReport& report, const TraceFocus& focus, const Sink& sink) {
  report::MarkdownPage page("martech-audit trace", sink);
  report::Trace(report, focus, page).write();
}

void write_trace_html(const AuditReport& report, const TraceFocus& focus, const Sink& sink) {
  report::HtmlPage page("martech-audit " + report.tool_version, sink);
  report::Trace(report, focus, page).write();
}

}  // namespace martech_audit
