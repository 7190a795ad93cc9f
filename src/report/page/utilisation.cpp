#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t fewest_rows = 3;  // below, findings say it all

std::vector<const ToolRow*> emptiest_first(const AuditReport& report) {
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (row.in_use && row.utilisation) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return *row->utilisation; });
  return rows;
}

std::vector<Cell> summary_cells(const std::vector<const ToolRow*>& rows) {
  Cell profile;
  for (const ToolRow* row : rows) profile.profile.push_back(*row->utilisation);
  return {{.text = {{fmt::format("all {} with usage data", rows.size())}}},
          profile,
          {},
          {.text = {{fmt::format("{}–{}", share_text(*rows.front()->utilisation),
                                 share_text(*rows.back()->utilisation))}}}};
}

std::vector<Cell> utilisation_cells(const ToolRow& row) {
  return {{.text = {{std::string(called(row.tool))}}},
          {.bar = Bar{{{Part::used, *row.utilisation}}, {}}},
          {.text = {{share_text(*row.utilisation)}}},
          {.text = {{row.waste.minor == 0 ? "" : "waste " + money_text(row.waste)}}}};
}

}  // namespace

void write_utilisation(const AuditPage& input, Page& page) {
  const std::vector<const ToolRow*> rows = emptiest_first(input.report);
  if (rows.size() < fewest_rows) return;
  page.add(Heading{.title = "Seat utilisation, lowest first",
                   .key = {{Part::used, "in use"}, {Part::rest, "idle"}}});
  page.add(Table{
      .label = "Seat utilisation",
      .columns =
          {{"Tool", ColumnKind::name}, {"Utilisation", ColumnKind::bar}, {"", ColumnKind::number}, {"Waste"}},
      .size = rows.size() + 1,
      .row = [&](std::size_t i) { return i == 0 ? summary_cells(rows) : utilisation_cells(*rows[i - 1]); },
      .most = {.terminal = 6},
      .noun = "",
      .titles_in_text = false});
}

}  // namespace martech_audit::report
