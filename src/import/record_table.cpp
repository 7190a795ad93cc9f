#include "import/record_table.h"

#include <algorithm>

namespace martech_audit::import {

const Cell* RecordRow::find(std::size_t column) const {
  const auto at = std::lower_bound(cells.begin(), cells.end(), column,
                                   [](const Cell& cell, std::size_t wanted) { return cell.column < wanted; });
  return at != cells.end() && at->column == column ? &*at : nullptr;
}

const std::string& RecordRow::text(std::size_t column) const {
  static const std::string none;
  const Cell* cell = find(column);
  return cell == nullptr ? none : cell->text;
}

ColumnCells cells_by_column(const RecordTable& table) {
  ColumnCells cells(table.columns.size());
  for (const RecordRow& row : table.rows) {
    for (const Cell& cell : row.cells) cells[cell.column].push_back(&cell);
  }
  return cells;
}

}  // namespace martech_audit::import
