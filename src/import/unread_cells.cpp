#include "import/unread_cells.h"

#include <fmt/format.h>

#include "base/text.h"

namespace martech_audit::import {
namespace {

constexpr std::size_t most_of_a_problem = 3;  // told one by one
constexpr std::size_t most_problems = 5;      // of a column

}  // namespace

void UnreadCells::add(const ColumnPlan& plan, const Cell& cell, const CellReading& reading) {
  columns_[plan.index].push_back({&cell, reading.problem, reading.hint});
}

void UnreadCells::report(const RecordTable& table, Diagnostics& diagnostics) const {
  if (columns_.empty()) return;
  const ColumnCells cells = cells_by_column(table);
  for (const auto& [column, all] : columns_) {
    const auto kept = [&, column = column](std::size_t count) {
      const std::string name = shorten(table.columns[column].name, 40);
      if (count == 1) return fmt::format("'{}' is kept as text", name);
      return fmt::format("'{}' is kept as text in {} of {}", name, count,
                         counted(cells[column].size(), "cell"));
    };
    std::map<std::string, std::vector<const Unread*>> by_problem;
    for (const Unread& unread : all) by_problem[unread.problem].push_back(&unread);
    if (by_problem.size() > most_problems) {
      diagnostics.warning(all.front().cell->where,
                          fmt::format("{}; here: {}", kept(all.size()), all.front().problem),
                          all.front().hint);
      continue;
    }
    for (const auto& [problem, some] : by_problem) {
      const bool together = some.size() > most_of_a_problem;
      for (const Unread* unread : some) {
        diagnostics.warning(unread->cell->where,
                            fmt::format("{}: {}", kept(together ? some.size() : 1), problem), unread->hint);
        if (together) break;
      }
    }
  }
}

}  // namespace martech_audit::import
