#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t fewest_rows = 3;  // below, findings say it all
constexpr std::size_t shown_tools = 5;
constexpr std::size_t narrowest_bar = 8;
constexpr std::size_t widest_use_bar = 20;
constexpr std::size_t use_columns = 2 + 4 + 20;  // "  100%  waste EUR 100,000"

std::vector<const ToolRow*> emptiest_first(const AuditReport& report) {
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (row.in_use && row.utilisation) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return *row->utilisation; });
  return rows;
}

double filled(const ToolRow& row) { return std::clamp(*row.utilisation, 0.0, 1.0); }

// A block for each tool; where there are more than `columns`, for every so many.
std::string sparkline(const std::vector<const ToolRow*>& rows, std::size_t columns) {
  constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t count = std::min(rows.size(), columns);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const ToolRow& row = *rows[i * rows.size() / count];
    text += blocks[std::min<std::size_t>(7, static_cast<std::size_t>(filled(row) * 8))];
  }
  return text;
}

}  // namespace

void write_utilisation(Page& page) {
  const std::vector<const ToolRow*> rows = emptiest_first(page.report);
  if (rows.size() < fewest_rows) return;
  Canvas& canvas = page.canvas;
  const std::size_t shown = page.style.verbose ? rows.size() : std::min(shown_tools, rows.size());
  const std::string all = fmt::format("all {} tools with usage data", rows.size());
  std::size_t name_columns = canvas.width_of(all);
  for (std::size_t i = 0; i < shown; ++i)
    name_columns = std::max(name_columns, canvas.width_of(called(rows[i]->tool)));
  name_columns = std::min(name_columns, std::max(canvas.columns() / 3, all.size()));
  const std::size_t taken = 2 + name_columns + 2 + use_columns;
  const std::size_t room = canvas.columns() - std::min(canvas.columns(), taken);
  const std::size_t bar_columns = std::clamp(room, narrowest_bar, widest_use_bar);

  canvas.heading("Seat utilisation (█ in use, · idle), lowest first");
  canvas.line(2, {{canvas.cell(all, name_columns) + "  "},
                  {sparkline(rows, std::max(room, narrowest_bar))},
                  {fmt::format("  {}–{}", share_text(*rows.front()->utilisation),
                               share_text(*rows.back()->utilisation))}});
  for (std::size_t i = 0; i < shown; ++i) {
    const ToolRow& row = *rows[i];
    const auto full = static_cast<std::size_t>(std::lround(filled(row) * static_cast<double>(bar_columns)));
    canvas.line(2, {{canvas.cell(called(row.tool), name_columns) + "  "},
                    {repeated("█", full), Ink::good},
                    {repeated("·", bar_columns - full), Ink::faint},
                    {fmt::format("  {:>4}", share_text(*row.utilisation))},
                    {row.waste.minor == 0 ? "" : fmt::format("  waste {}", money_text(row.waste))}});
  }
}

}  // namespace martech_audit::report
