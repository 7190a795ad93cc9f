#include "import/read_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/csv.h"
#include "import/headings.h"
#include "import/record_list.h"
#include "import/unique_names.h"
#include "import/workbook/workbook.h"

namespace martech_audit::import {
namespace {

bool is_document(const SourcePtr& source) {
  const std::string name = lower_ascii(source->name());
  for (const std::string_view ending : {".yaml", ".yml", ".json"}) {
    if (name.ends_with(ending)) return true;
  }
  for (const std::string_view ending : {".csv", ".tsv", ".txt"}) {
    if (name.ends_with(ending)) return false;
  }
  const std::string_view text = trim(source->text());
  return text.starts_with('{') || text.starts_with("[{") || text.starts_with("- ") ||
         text.starts_with("---\n");
}

void make_names_unique(std::vector<Column>& columns, Diagnostics& diagnostics) {
  UniqueNames names;
  for (Column& column : columns) {
    const std::string name = column.name;
    column.name = names.add(name, [&](std::size_t copy) { return fmt::format("{} ({})", name, copy); });
    if (column.name == name) continue;
    diagnostics.warning(column.where, fmt::format("another column is also called '{}'", name),
                        fmt::format("it is read as '{}'", column.name));
  }
}

std::string joined(const RecordRow& row) {
  std::string text;
  for (const Cell& cell : row.cells) text += fmt::format("{}{}", text.empty() ? "" : " | ", cell.text);
  return text;
}

std::string row_and_header(std::size_t cells, std::size_t headings) {
  return fmt::format("this row has {}, the header {}", counted(cells, "cell"), headings);
}

void add_row(RecordRow row, std::size_t heading_count, RecordTable& table, Diagnostics& diagnostics) {
  // A sheet has all cells of a row.
  const bool delimited = row.where.source->has_lines();
  if (delimited && row.width < heading_count) {
    diagnostics.warning(row.where, row_and_header(row.width, heading_count),
                        "the remaining cells are read as empty; is a delimiter missing?");
  } else if (delimited && row.used() > heading_count) {
    diagnostics.warning(row.where, row_and_header(row.used(), heading_count),
                        "quote cells that contain a delimiter; the extra cells are kept unchanged");
  }
  table.rows.push_back(std::move(row));
}

// With the row and the heading that people would most likely name.
std::string mapping_hint(const std::vector<RecordRow>& rows) {
  const auto wide =
      std::find_if(rows.begin(), rows.end(), [](const RecordRow& row) { return row.used() > 1; });
  if (wide == rows.end()) return "write a mapping: header_row: 1, columns: {Your heading: name, …}";
  const std::string& named = wide->cells.front().text;
  const bool plain = named.find_first_of(":#{}[],\"'&*!|>%@`\\\n") == named.npos;
  return fmt::format("write a mapping: header_row: {}, columns: {{{}: name, …}}", wide->number,
                     plain ? shorten(escape_controls(named), 40) : "Your heading");
}

std::optional<std::size_t> find_row(const std::vector<RecordRow>& rows, std::size_t number) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const RecordRow& row) { return row.number == number; });
  return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
}

std::optional<HeadingRows> heading_rows(const SourcePtr& source, const std::vector<RecordRow>& rows,
                                        const TableOptions& options, Diagnostics& diagnostics) {
  if (options.header_row) {
    if (const auto row = find_row(rows, *options.header_row)) return HeadingRows{*row, *row};
    diagnostics.error({source, 0, 0},
                      fmt::format("row {}, where the headings should be, is empty", *options.header_row));
    return std::nullopt;
  }
  const auto found = find_headings(rows, options);
  if (!found) {
    diagnostics.error({source, 0, 0}, "no row has a known heading such as 'Tool', 'Vendor' or 'Annual cost'",
                      mapping_hint(rows));
  }
  return found;
}

std::optional<RecordTable> table_of_rows(const SourcePtr& source, std::vector<RecordRow> rows,
                                         const TableOptions& options, Diagnostics& diagnostics) {
  const auto headings = heading_rows(source, rows, options, diagnostics);
  if (!headings) return std::nullopt;
  RecordTable table;
  table.source = source;
  table.header_row = rows[headings->last].number;
  if (headings->first != headings->last)
    table.remarks.push_back(fmt::format("the headings are those of rows {} and {}, joined",
                                        rows[headings->first].number, table.header_row));
  for (std::size_t i = 0; i < headings->first; ++i) table.banner.push_back(joined(rows[i]));
  std::size_t widest = 0;
  for (std::size_t i = headings->last + 1; i < rows.size(); ++i) widest = std::max(widest, rows[i].used());
  table.columns = headings_of(rows, *headings, widest, options);
  make_names_unique(table.columns, diagnostics);
  const std::size_t count = std::max(rows[headings->first].used(), rows[headings->last].used());
  for (std::size_t i = headings->last + 1; i < rows.size(); ++i)
    add_row(std::move(rows[i]), count, table, diagnostics);
  return table;
}

std::optional<RecordTable> table_of_csv(const SourcePtr& source, const TableOptions& options,
                                        Diagnostics& diagnostics) {
  auto rows = read_csv(source, diagnostics);
  if (!rows) return std::nullopt;
  return table_of_rows(source, std::move(*rows), options, diagnostics);
}

// Of the rows in which headings are looked for.
SheetScore score_of(const Sheet& sheet, const TableOptions& options) {
  const std::vector<RecordRow> rows = rows_of(sheet, options.header_row.value_or(rows_searched));
  auto at = find_headings(rows, options);
  if (options.header_row) {
    const auto row = find_row(rows, *options.header_row);
    at = row ? std::optional(HeadingRows{*row, *row}) : std::nullopt;
  }
  if (!at) return {0, sheet.row_count, {sheet.source, 0, 0}};
  return {known_headings(headings_of(rows, *at, 0, options), options), sheet.row_count - at->last - 1,
          rows[at->last].where};
}

std::optional<RecordTable> table_of_workbook(const SourcePtr& file, const TableOptions& options,
                                             Diagnostics& diagnostics) {
  const auto sheets = read_workbook(file, diagnostics);
  if (!sheets) return std::nullopt;
  const Sheet* sheet = choose_sheet(
      *sheets, options.sheet, workbook_place(file),
      [&](const Sheet& candidate) { return score_of(candidate, options); }, diagnostics);
  if (sheet == nullptr) return std::nullopt;
  auto table = table_of_rows(sheet->source, rows_of(*sheet, sheet->last_row()), options, diagnostics);
  if (table) {
    std::vector<std::string> remarks = remarks_on(*sheet, *sheets);
    table->remarks.insert(table->remarks.begin(), remarks.begin(), remarks.end());
  }
  return table;
}

// A mapping may say where to find what only the other kind of source has.
void check_place(const SourcePtr& source, bool document, const TableOptions& options,
                 Diagnostics& diagnostics) {
  if (document && options.header_row) {
    diagnostics.error({source, 0, 0}, "this has no row of headings", "leave 'header_row' out of the mapping");
  } else if (!document && !(options.records.empty() && options.rows.empty())) {
    diagnostics.error({source, 0, 0}, "this is a sheet and has no lists inside",
                      "leave 'records' and 'rows' out of the mapping; they are for YAML and JSON");
  }
}

}  // namespace

std::optional<RecordTable> read_table(const SourcePtr& source, const TableOptions& options,
                                      Diagnostics& diagnostics) {
  const bool workbook = is_workbook(source->text());
  const bool document = !workbook && is_document(source);
  check_place(workbook ? workbook_place(source) : source, document, options, diagnostics);
  if (workbook) return table_of_workbook(source, options, diagnostics);
  if (!options.sheet.empty()) {
    diagnostics.error({source, 0, 0}, "this is no workbook and has no sheets", "leave --sheet out");
    return std::nullopt;
  }
  if (document) {
    auto table = read_record_list(source, options, diagnostics);
    if (table) table->source = source;
    return table;
  }
  return table_of_csv(source, options, diagnostics);
}

}  // namespace martech_audit::import
