#include "import/read_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/csv.h"
#include "import/record_list.h"
#include "import/unique_names.h"
#include "import/workbook/workbook.h"

namespace martech_audit::import {
namespace {

constexpr std::size_t rows_searched = 40;  // for the header

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

std::size_t known_headings(const RecordRow& row, const TableOptions& options) {
  return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
    return options.is_known_heading(cell.text);
  }));
}

// Index of the row with the headings. One known word alone may be a title ("Software"), or a cell below
// headings that are not known.
std::optional<std::size_t> find_header(const std::vector<RecordRow>& rows, const TableOptions& options) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  bool below_others = false;
  for (std::size_t i = 0; i < std::min(rows.size(), rows_searched); ++i) {
    const std::size_t known = known_headings(rows[i], options);
    const bool title = rows[i].width == 1 && i + 1 < rows.size() && rows[i + 1].width != 1;
    const bool single = known == 1 && (title || below_others);
    below_others = below_others || rows[i].used() > 2;
    if (known > most && !single) {
      best = i;
      most = known;
    }
  }
  return best;
}

std::vector<Column> columns_of(const RecordRow& header, std::size_t count) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < count; ++i) {
    const Cell* cell = header.find(i);
    columns.push_back(cell != nullptr ? Column{cell->text, cell->where}
                                      : Column{fmt::format("column {}", i + 1), header.where});
  }
  return columns;
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

std::optional<std::size_t> header_index(const SourcePtr& source, const std::vector<RecordRow>& rows,
                                        const TableOptions& options, Diagnostics& diagnostics) {
  if (options.header_row) {
    if (const auto row = find_row(rows, *options.header_row)) return row;
    diagnostics.error({source, 0, 0},
                      fmt::format("row {}, where the headings should be, is empty", *options.header_row));
    return std::nullopt;
  }
  const auto found = find_header(rows, options);
  if (!found) {
    diagnostics.error({source, 0, 0}, "no row has a known heading such as 'Tool', 'Vendor' or 'Annual cost'",
                      mapping_hint(rows));
  }
  return found;
}

std::optional<RecordTable> table_of_rows(const SourcePtr& source, std::vector<RecordRow> rows,
                                         const TableOptions& options, Diagnostics& diagnostics) {
  const auto header = header_index(source, rows, options, diagnostics);
  if (!header) return std::nullopt;
  const RecordRow& headings = rows[*header];
  RecordTable table;
  table.source = source;
  table.header_row = headings.number;
  for (std::size_t i = 0; i < *header; ++i) table.banner.push_back(joined(rows[i]));
  std::size_t widest = headings.used();
  for (std::size_t i = *header + 1; i < rows.size(); ++i) widest = std::max(widest, rows[i].used());
  table.columns = columns_of(headings, widest);
  make_names_unique(table.columns, diagnostics);
  for (std::size_t i = *header + 1; i < rows.size(); ++i)
    add_row(std::move(rows[i]), headings.used(), table, diagnostics);
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
  const auto header = options.header_row ? find_row(rows, *options.header_row) : find_header(rows, options);
  if (!header) return {0, sheet.row_count, {sheet.source, 0, 0}};
  return {known_headings(rows[*header], options), sheet.row_count - *header - 1, rows[*header].where};
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
  if (table) table->remarks = remarks_on(*sheet, *sheets);
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
