// RecordTable: what is imported, whatever it was written in: columns, and a row of cells for each record.
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
  std::vector<Cell> cells;  // one for each column
  Location where;
  std::size_t number = 0;  // row of the sheet, or place in the list, from 1
};

struct RecordTable {
  std::vector<Column> columns;
  std::vector<RecordRow> rows;      // without those that have no text at all
  std::size_t header_row = 0;       // row of the sheet with the headings; 0 where the source has no such row
  std::vector<std::string> banner;  // what stood above it or beside the list, a text for each row or key
  bool keyed = false;               // the first column has the keys of a mapping of records
};

struct TableOptions {
  std::optional<std::size_t> header_row;  // where people said which
  std::string records;                    // path of the list in YAML and JSON: "data.subscriptions"
  std::string rows;                       // path of a list in each of them whose items are rows of their own
  std::function<bool(std::string_view)> is_known_heading;
};

}  // namespace martech_audit::import
