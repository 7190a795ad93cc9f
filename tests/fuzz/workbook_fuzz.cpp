// Any bytes as a workbook: an archive as it is, or parts to be put into one, which no checksum protects.
// Parts are separated by a record separator (0x1E); the first line of each is its name.
#include "import/workbook/workbook.h"

#include <algorithm>

#include "fuzzing.h"
#include "import/import.h"
#include "support/zip_writer.h"

namespace martech_audit::fuzz {
namespace {

std::string archive_of(std::string_view text) {
  constexpr char separator = '\x1E';
  tests::ZipWriter zip;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const std::size_t line = std::min(part.find('\n'), part.size());
    zip.add({std::string(part.substr(0, line)), std::string(part.substr(std::min(line + 1, part.size())))});
    at = end + 1;
  }
  return zip.text();
}

// Cells stand where their places say, in order.
void check_sheet(const import::Sheet& sheet) {
  std::size_t before = 0;
  std::size_t rows = 0;
  for (const import::RecordRow& row : import::rows_of(sheet, sheet.last_row())) {
    demand(row.number > before, "rows are out of order", sheet.name);
    before = row.number;
    ++rows;
    std::size_t next = 0;
    for (const import::Cell& cell : row.cells) {
      demand(cell.column >= next, "cells are out of order", sheet.name);
      next = cell.column + 1;
      const auto number = static_cast<std::uint32_t>(row.number);
      demand_same("a cell is called by another name", cell.where.source->place(cell.where.begin),
                  "!" + cell_name(number, static_cast<std::uint32_t>(next)));
    }
    demand(next <= sheet.width, "a row is wider than its sheet", sheet.name);
  }
  demand(rows == sheet.row_count, "rows are counted wrong", sheet.name);
}

}  // namespace

void check_input(std::string_view bytes) {
  const SourcePtr file =
      source("book.xlsx", import::is_workbook(bytes) ? std::string(bytes) : archive_of(bytes));
  Diagnostics faults;
  const auto sheets = import::read_workbook(file, faults);
  check(sheets.has_value(), faults);
  if (!sheets) return;
  std::for_each(sheets->begin(), sheets->end(), check_sheet);
  import::ImportOptions options;
  options.currency = Currency::parse("EUR");
  options.rates = {{*Currency::parse("USD"), *Decimal::parse("0.9"), {}}};
  Diagnostics diagnostics;
  const auto result = import::import_records(file, options, diagnostics);
  check(result.has_value(), diagnostics);
  if (result) check_imported(result->yaml);
}

}  // namespace martech_audit::fuzz
