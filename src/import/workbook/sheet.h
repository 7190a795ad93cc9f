// Sheet: what the cells of one sheet of a workbook say, packed; and what makes one of the cells of a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/record_table.h"
#include "import/workbook/limits.h"
#include "import/workbook/refusal.h"

namespace martech_audit::import {

struct Sheet {
  std::string name;
  bool hidden = false;
  SourcePtr source;             // the texts of its cells; their places call the sheet
  std::vector<bool> plain;      // by cell: a number or boolean
  std::size_t width = 0;        // columns up to the last one with text
  std::size_t row_count = 0;    // that have any text
  std::size_t hidden_rows = 0;  // of those
  std::size_t hidden_columns = 0;
  std::size_t formulas_without_value = 0;
  std::string first_formula = {};  // the cell of the first of those

  std::size_t last_row() const { return source->cells().empty() ? 0 : source->cells().back().row; }
};

// The rows with text, up to the one numbered `last`.
std::vector<RecordRow> rows_of(const Sheet& sheet, std::size_t last);

// Whether a workbook may have so many.
Refusal check_sheet_count(std::size_t count);

// What all sheets of a workbook may hold together, by the size of its file; it is counted down.
struct CellBudget {
  explicit CellBudget(std::size_t file_size);

  std::size_t most_cells, cells;
  std::size_t most_text, text;  // bytes
};

// Takes the cells row by row, from left to right.
class SheetBuilder {
 public:
  // `file`: how messages call the workbook.
  SheetBuilder(const std::string& file, std::string name, CellBudget& budget);

  // Row and column count from 1. Cells without text are as if they were not there.
  Refusal add(std::uint32_t row, std::uint32_t column, std::string_view text, bool plain = false);
  void add_formula_without_value(std::uint32_t row, std::uint32_t column);
  void hide() { sheet_.hidden = true; }
  void hide_rows(std::uint32_t first, std::uint32_t last) { hidden_rows_.emplace_back(first, last); }
  void hide_columns(std::uint32_t first, std::uint32_t last);

  // An error at a cell.
  Refusal refusal_at(std::uint32_t row, std::uint32_t column, std::string message, std::string hint) const;

  Sheet finish();

 private:
  std::string source_name_;
  CellBudget& budget_;
  Sheet sheet_;
  std::string text_ = "\n";  // so that no cell begins at 0, which stands for the sheet as a whole
  std::vector<CellMark> marks_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_rows_;  // first and last of each run
  std::vector<int> hidden_columns_;  // by column: how many hidden runs begin there, less those that ended
};

}  // namespace martech_audit::import
