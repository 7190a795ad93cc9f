// Active objectives, and the matrix of what they need and which tools provide it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/coverage.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t named_providers = 3;

std::string symbol_of(Coverage coverage) {
  return std::string(coverage == Coverage::none ? "uncovered" : name(coverage));
}

std::vector<Cell> objective_cells(const ObjectiveRow& row, const AuditReport& report) {
  const auto measured =
      std::ranges::count_if(row.kpis, [&](std::uint32_t kpi) { return report.kpis[kpi].measured; });
  const auto covered = std::ranges::count_if(
      row.required, [](const CapabilityRow& need) { return need.coverage != Coverage::none; });
  const auto of = [](std::ptrdiff_t some, std::size_t all, const char* none) {
    return Cell{.text = {{all == 0 ? none : fmt::format("{} of {}", some, all)}}};
  };
  return {{.text = {{named(row.objective)}}},
          {.text = {{row.spend ? money_text(*row.spend) : "unknown"}},
           .sort = std::to_string(row.spend ? row.spend->minor : -1)},
          {.text = {{std::to_string(row.tools.size())}}},
          of(measured, row.kpis.size(), "no KPI"),
          of(covered, row.required.size(), "none listed")};
}

// A capability that active objectives need, with which of them do.
struct Need {
  const CapabilityRow* row = nullptr;
  std::vector<bool> needed;  // by objective
};

// What is covered worst comes first.
std::vector<Need> needs_of(const std::vector<const ObjectiveRow*>& objectives) {
  std::map<std::string_view, Need> by_id;
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    for (const CapabilityRow& row : objectives[i]->required) {
      Need& need = by_id[row.capability.id];
      need.row = &row;
      need.needed.resize(objectives.size());
      need.needed[i] = true;
    }
  }
  std::vector<Need> needs;
  needs.reserve(by_id.size());
  for (auto& [id, need] : by_id) needs.push_back(std::move(need));
  std::ranges::stable_sort(needs, {}, [](const Need& need) { return need.row->coverage; });
  return needs;
}

std::vector<Cell> need_cells(const Need& need, const AuditReport& report) {
  const Coverage coverage = need.row->coverage;
  std::vector<Cell> cells{{.text = {{named(need.row->capability)}}}};
  for (const bool needed : need.needed) {
    cells.push_back(needed ? Cell{.text = {{words_of(coverage).meaning}}, .symbol = symbol_of(coverage)}
                           : Cell{});
  }
  cells.push_back({.text = {{providers_phrase(need.row->providers, report, named_providers)}}});
  return cells;
}

std::string coverage_text(const std::vector<Need>& needs) {
  const auto count = [&](Coverage coverage) {
    return std::ranges::count(needs, coverage, [](const Need& need) { return need.row->coverage; });
  };
  return fmt::format(
      "Active objectives require {}: {} covered by two or more tools, {} by one, {} only by tools "
      "at risk, {} not covered.",
      counted(needs.size(), "capability", "capabilities"), count(Coverage::twice), count(Coverage::once),
      count(Coverage::troubled), count(Coverage::none));
}

void add_objectives(const std::vector<const ObjectiveRow*>& active, const AuditReport& report, Page& page) {
  page.add(Table{.label = "Table of objectives",
                 .columns = {{"Objective", ColumnKind::name},
                             {"Annual spend", ColumnKind::number},
                             {"Tools", ColumnKind::number},
                             {"KPIs measured"},
                             {"Capabilities covered"}},
                 .size = active.size(),
                 .row = [&](std::size_t i) { return objective_cells(*active[i], report); },
                 .noun = "objective"});
}

void add_needs(const std::vector<const ObjectiveRow*>& active, const AuditReport& report, Page& page) {
  const std::vector<Need> needs = needs_of(active);
  if (needs.empty()) return;
  page.add(Heading{.title = "Required capabilities and the tools that provide them", .level = 3});
  page.add(Paragraph{{{coverage_text(needs)}}});
  page.add(Symbols{{{"twice", "two or more tools"},
                    {"once", "one tool"},
                    {"troubled", "only tools at risk"},
                    {"uncovered", "not covered"}}});
  Table matrix{.label = "Matrix of capabilities and objectives",
               .columns = {{"Capability", ColumnKind::name}}};
  for (const ObjectiveRow* row : active)
    matrix.columns.push_back({.title = named(row->objective), .kind = ColumnKind::picture, .upright = true});
  matrix.columns.push_back({"Provided by"});
  matrix.size = needs.size();
  matrix.row = [&](std::size_t i) { return need_cells(needs[i], report); };
  matrix.caption = "Capabilities by objective";
  matrix.matrix = true;
  page.add(matrix);
}

}  // namespace

void write_strategy(const AuditPage& input, Page& page) {
  std::vector<const ObjectiveRow*> active;
  for (const ObjectiveRow& row : input.report.strategy) {
    if (row.status == "active") active.push_back(&row);
  }
  page.add(Heading{.title = "Strategy and technology"});
  if (active.empty()) {
    return page.add(
        Paragraph{{{"No active objectives are listed, so spend cannot be linked to the strategy."}}});
  }
  add_objectives(active, input.report, page);
  add_needs(active, input.report, page);
}

}  // namespace martech_audit::report
