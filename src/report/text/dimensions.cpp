#include <algorithm>

#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t widest_bar = 50;
constexpr std::size_t figure_columns = 9;  // "38.2–62.1"
constexpr Points full = 100 * points_per_point;

struct Row {
  std::string_view name;
  Points proven;
  Points unproven;
  Ink ink = Ink::plain;
};

// The dimensions by their own gaps, widest first, after the whole.
std::vector<Row> rows_of(const Score& score) {
  std::vector<Row> rows;
  for (const DimensionScore& dimension : score.dimensions) {
    const Points proven = dimension.proven_gap();
    rows.push_back({dimension.dimension, proven, dimension.gap() - proven});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.proven + a.unproven > b.proven + b.unproven; });
  rows.insert(rows.begin(), {"overall", score.proven, score.unproven, Ink::strong});
  return rows;
}

// Cells for `points`; what is something has one at least.
std::size_t cells(Points points, std::size_t width) {
  const auto exact = static_cast<std::size_t>((points * static_cast<Points>(width) + full / 2) / full);
  return std::min(width, points > 0 ? std::max<std::size_t>(1, exact) : exact);
}

Text bar(const Row& row, std::size_t width) {
  const std::size_t proven = cells(row.proven, width);
  std::size_t both = std::max(proven, cells(row.proven + row.unproven, width));
  if (row.unproven > 0 && both == proven) both = std::min(width, both + 1);
  return {{repeated("█", proven), Ink::high},
          {repeated("░", both - proven), Ink::medium},
          {repeated("·", width - both), Ink::faint}};
}

}  // namespace

void write_dimensions(Page& page) {
  if (page.report.score.dimensions.empty()) return;
  const std::vector<Row> rows = rows_of(page.report.score);
  std::size_t name_columns = 0;
  for (const Row& row : rows) name_columns = std::max(name_columns, page.canvas.width_of(row.name));
  name_columns = std::min(name_columns, page.canvas.columns() / 4);
  const std::size_t taken = 2 + name_columns + 2 + 2 + figure_columns;
  const std::size_t width =
      std::clamp<std::size_t>(page.canvas.columns() - std::min(taken, page.canvas.columns()), 10, widest_bar);

  page.canvas.heading("Gap by dimension (█ proven, ░ unproven, · no gap)");
  for (const Row& row : rows) {
    Text line{{page.canvas.padded(row.name, name_columns) + "  ", row.ink}};
    const Text drawn = bar(row, width);
    line.insert(line.end(), drawn.begin(), drawn.end());
    line.push_back({"  " + gap_range(row.proven, row.unproven), row.ink});
    page.canvas.line(2, line);
  }
}

}  // namespace martech_audit::report
