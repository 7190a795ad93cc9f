// Every tool, with how much of it is used.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/page/trouble.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

Text owner_text(const ToolRow& row) {
  if (row.owner_left) return {{"has left", Ink::mark}};
  return {{brief(row.owner_role.empty() ? row.owner : row.owner_role, longest_name)}};
}

std::vector<Cell> tool_cells(const ToolRow& row, bool is_marked) {
  const auto amount = [](const std::optional<Money>& money) { return money ? money_text(*money) : "–"; };
  Cell name{.text = {{named(row.tool)}}};
  if (is_marked) name.text.insert(name.text.end(), {{" "}, {"at risk", Ink::mark}});
  Cell used{.sort = fmt::format("{:.4f}", row.utilisation.value_or(-1))};
  if (row.utilisation) {
    used.text = {{share_text(*row.utilisation)}};
    used.bar = Bar{{{Part::spend, *row.utilisation}}, {}};
  }
  return {std::move(name),
          {.text = {{brief(spelled_out(row.category), longest_name)}}},
          {.text = owner_text(row)},
          {.text = {{amount(row.annual_cost)}},
           .sort = std::to_string(row.annual_cost ? row.annual_cost->minor : -1)},
          std::move(used),
          {.text = {{row.waste.minor == 0 ? "–" : money_text(row.waste)}},
           .sort = std::to_string(row.waste.minor)},
          {.text = {{points_text(row.points)}}, .sort = std::to_string(row.points)}};
}

}  // namespace

void write_tools(const AuditPage& input, Page& page) {
  const auto& tools = input.report.tools;
  page.add(Heading{.title = "Tools"});
  if (tools.empty()) return page.add(Paragraph{{{"The inventory has no tools."}}});
  const std::vector<bool> marked = marked_tools(input.report);
  page.add(Table{.label = "Table of tools",
                 .columns = {{"Tool", ColumnKind::name},
                             {"Category"},
                             {"Owner"},
                             {"Annual cost", ColumnKind::number},
                             {"Seat utilisation"},
                             {"Waste", ColumnKind::number},
                             {"Points", ColumnKind::number}},
                 .size = tools.size(),
                 .row = [&](std::size_t i) { return tool_cells(tools[i], marked[i]); },
                 .noun = "tool",
                 .filter = "tools"});
}

}  // namespace martech_audit::report
