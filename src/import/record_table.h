// RecordTable: what is imported, whatever it was written in: columns, and for each record a row of the cells
// that say something. A sheet may have a thousand columns of which each row fills ten.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/cell.h"
#include "martech_audit/source.h"

namespace martech_audit::import {

struct RecordRow {
  std::vector<Cell> cells;  // those with text, by column
  Location where;
  std::size_t number = 0;  // row of the sheet, or place in the list, from 1
  std::size_t width =
      0;  // of a sheet: its cells, with those that have no text; of a workbook, up to the last that has

  const Cell* find(std::size_t column) const;  // null where nothing is written
  const std::string& text(std::size_t column) const;
  std::size_t used() const { return cells.empty() ? 0 : cells.back().column + 1; }
};

struct RecordTable {
  SourcePtr source;  // that its places are in: of a workbook, the sheet
  std::vector<Column> columns;
  std::vector<RecordRow> rows;       // of a sheet, without those that have no text at all
  std::size_t header_row = 0;        // row of the sheet with the headings; 0 where the source has no such row
  std::vector<std::string> banner;   // what stood above it or beside the list, a text for each row or key
  std::vector<std::string> remarks;  // on how it was read, for the summary
  bool keyed = false;                // the first column has the keys of a mapping of records
};

// For each column its cells, by row. They point into the table.
using ColumnCells = std::vector<std::vector<const Cell*>>;
ColumnCells cells_by_column(const RecordTable& table);

struct TableOptions {
  std::optional<std::size_t> header_row;  // where people said which
  std::string records;                    // path of the list in YAML and JSON: "data.subscriptions"
  std::string rows;                       // path of a list in each of them whose items are rows of their own
  std::function<bool(std::string_view)> is_known_heading;
  std::string sheet = {};  // name of one in a workbook, where people said which
};

}  // namespace martech_audit::import
