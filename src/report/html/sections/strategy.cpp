// Active objectives, and the matrix of what they need and which tools provide it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t named_providers = 3;
constexpr std::size_t longest_provider = 40;

std::string_view in_words(Coverage coverage) {
  switch (coverage) {
    case Coverage::none:
      return "not covered";
    case Coverage::troubled:
      return "covered only by tools at risk";
    case Coverage::once:
      return "covered by one tool";
    case Coverage::twice:
      return "covered by two or more tools";
  }
  return {};
}

std::string_view symbol_of(Coverage coverage) {
  return coverage == Coverage::none ? "uncovered" : name(coverage);
}

data objective_of(const ObjectiveRow& row, const AuditReport& report) {
  const auto measured =
      std::ranges::count_if(row.kpis, [&](std::uint32_t kpi) { return report.kpis[kpi].measured; });
  const auto covered = std::ranges::count_if(
      row.required, [](const CapabilityRow& need) { return need.coverage != Coverage::none; });
  data item;
  put(item, "title", brief(called(row.objective), longest_name));
  put(item, "spend", row.spend ? money_text(*row.spend) : "unknown");
  put(item, "spend_sort", std::to_string(row.spend ? row.spend->minor : -1));
  put(item, "tools", std::to_string(row.tools.size()));
  put(item, "measured", row.kpis.empty() ? "no KPI" : fmt::format("{} of {}", measured, row.kpis.size()));
  put(item, "covered",
      row.required.empty() ? "none listed" : fmt::format("{} of {}", covered, row.required.size()));
  return item;
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

std::string providers_text(const std::vector<std::uint32_t>& providers, const AuditReport& report) {
  if (providers.empty()) return "no active tool";
  std::string text;
  const std::size_t shown = std::min(named_providers, providers.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const ToolRow& row = report.tools[providers[i]];
    text += fmt::format("{}{}{}", i == 0 ? "" : ", ", brief(called(row.tool), longest_provider),
                        row.in_trouble ? " (at risk)" : "");
  }
  if (shown < providers.size()) text += fmt::format(" and {} more", providers.size() - shown);
  return text;
}

data need_of(const Need& need, const AuditReport& report) {
  data item;
  put(item, "capability", brief(called(need.row->capability), longest_name));
  put(item, "providers", providers_text(need.row->providers, report));
  data cells{data::type::list};
  for (const bool needed : need.needed) {
    data cell;
    cell.set("needed", needed);
    put(cell, "symbol", symbol_of(need.row->coverage));
    put(cell, "words", in_words(need.row->coverage));
    cells.push_back(cell);
  }
  item.set("cells", cells);
  return item;
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

}  // namespace

std::optional<data> strategy_data(const AuditReport& report, const Sink&) {
  std::vector<const ObjectiveRow*> active;
  for (const ObjectiveRow& row : report.strategy) {
    if (row.status == "active") active.push_back(&row);
  }
  const std::vector<Need> needs = needs_of(active);
  data page;
  put_list(page, "objectives",
           list_of(active, [&](const ObjectiveRow* row) { return objective_of(*row, report); }));
  put_list(page, "needs", list_of(needs, [&](const Need& need) { return need_of(need, report); }));
  put(page, "coverage", coverage_text(needs));
  return page;
}

}  // namespace martech_audit::report
