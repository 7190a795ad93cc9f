#include "import/workbook/sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "document/limits.h"
#include "import/workbook/limits.h"

namespace martech_audit::import {

std::vector<RecordRow> rows_of(const Sheet& sheet, std::size_t last) {
  const auto& marks = sheet.source->cells();
  const std::string_view text = sheet.source->text();
  std::vector<RecordRow> rows;
  for (std::size_t i = 0; i < marks.size() && marks[i].row <= last; ++i) {
    const CellMark& mark = marks[i];
    const std::size_t end = (i + 1 < marks.size() ? marks[i + 1].begin : text.size()) - 1;
    Cell cell{std::string(text.substr(mark.begin, end - mark.begin)),
              {sheet.source, mark.begin, static_cast<std::uint32_t>(end)},
              sheet.plain[i]};
    cell.column = mark.column - 1;
    if (rows.empty() || rows.back().number != mark.row) {
      rows.push_back({.cells = {}, .where = cell.where, .number = mark.row});
    }
    rows.back().where.end = cell.where.end;
    rows.back().width = mark.column;
    rows.back().cells.push_back(std::move(cell));
  }
  return rows;
}

Refusal check_sheet_count(std::size_t count) {
  if (count <= workbook_limits::sheets) return {};
  return refusal(fmt::format("the workbook has more than {} sheets", grouped(workbook_limits::sheets)),
                 keep_one_sheet);
}

CellBudget::CellBudget(std::size_t file_size)
    : most_cells(std::min(workbook_limits::cells, workbook_limits::cells_at_first + file_size)),
      cells(most_cells),
      most_text(std::min(workbook_limits::text_length,
                         workbook_limits::text_at_first + workbook_limits::text_ratio * file_size)),
      text(most_text) {}

SheetBuilder::SheetBuilder(const std::string& file, std::string name, CellBudget& budget)
    : source_name_(fmt::format("{}!{}", file, name)),
      budget_(budget),
      hidden_columns_(workbook_limits::columns + 2) {
  sheet_.name = std::move(name);
}

Refusal SheetBuilder::add(std::uint32_t row, std::uint32_t column, std::string_view text, bool plain) {
  text = trim(text);
  if (text.empty()) return {};
  namespace limit = workbook_limits;
  if (row > limit::rows || column > limit::columns) {
    return refusal_at(row, column, "this cell lies beyond the last one of a sheet, XFD1048576", save_again);
  }
  if (!marks_.empty()) {
    const CellMark& before = marks_.back();
    if (row < before.row || (row == before.row && column <= before.column)) {
      return refusal_at(row, column,
                        fmt::format("this cell is written behind {}", cell_name(before.row, before.column)),
                        save_again);
    }
  }
  if (text.size() > limits::scalar_length) {
    return refusal_at(
        row, column,
        fmt::format("this cell has {} bytes; the maximum is {}", text.size(), limits::scalar_length),
        "shorten it");
  }
  if (budget_.cells == 0) {
    return refusal_at(
        row, column,
        fmt::format("up to here the workbook has {} cells, the most that a file of its size may have",
                    grouped(budget_.most_cells)),
        keep_one_sheet);
  }
  if (text.size() >= budget_.text) {
    return refusal_at(
        row, column,
        fmt::format("up to here the workbook has {} KiB of text, the most that a file of its size may have",
                    grouped(budget_.most_text >> 10U)),
        keep_one_sheet);
  }
  --budget_.cells;
  budget_.text -= text.size() + 1;
  marks_.push_back({static_cast<std::uint32_t>(text_.size()), row, column});
  sheet_.plain.push_back(plain);
  text_ += with_plain_breaks(text);
  text_ += '\n';
  return {};
}

void SheetBuilder::hide_columns(std::uint32_t first, std::uint32_t last) {
  if (first < 1 || first > last || first > workbook_limits::columns) return;
  ++hidden_columns_[first];
  --hidden_columns_[std::min(last, workbook_limits::columns) + 1];
}

void SheetBuilder::add_formula_without_value(std::uint32_t row, std::uint32_t column) {
  if (++sheet_.formulas_without_value == 1) sheet_.first_formula = cell_name(row, column);
}

Refusal SheetBuilder::refusal_at(std::uint32_t row, std::uint32_t column, std::string message,
                                 std::string hint) const {
  const auto cell = std::make_shared<Source>(source_name_, "\n", std::vector{CellMark{0, row, column}});
  return refusal(std::move(message), std::move(hint), {cell, 0, 0});
}

Sheet SheetBuilder::finish() {
  std::vector<bool> used(workbook_limits::columns + 1);
  auto hidden = hidden_rows_.begin();
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const CellMark& mark = marks_[i];
    used[mark.column] = true;
    sheet_.width = std::max<std::size_t>(sheet_.width, mark.column);
    if (i > 0 && mark.row == marks_[i - 1].row) continue;
    ++sheet_.row_count;
    while (hidden != hidden_rows_.end() && hidden->second < mark.row) ++hidden;
    if (hidden != hidden_rows_.end() && hidden->first <= mark.row) ++sheet_.hidden_rows;
  }
  int hides = 0;
  for (std::size_t column = 1; column <= sheet_.width; ++column) {
    hides += hidden_columns_[column];
    if (used[column] && hides > 0) ++sheet_.hidden_columns;
  }
  sheet_.source = std::make_shared<const Source>(source_name_, std::move(text_), std::move(marks_));
  return std::move(sheet_);
}

}  // namespace martech_audit::import
