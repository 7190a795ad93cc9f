#include "import/read_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/csv.h"
#include "import/record_list.h"
#include "import/unique_names.h"

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

std::size_t used_cells(const CsvRow& row) {
  std::size_t used = row.size();
  while (used > 0 && row[used - 1].text.empty()) --used;
  return used;
}

std::size_t known_headings(const CsvRow& row, const TableOptions& options) {
  return static_cast<std::size_t>(std::count_if(
      row.begin(), row.end(), [&](const Cell& cell) { return options.is_known_heading(cell.text); }));
}

// Index of the row with the headings. One known word alone may be a title ("Software"), or a cell below
// headings that are not known.
std::optional<std::size_t> find_header(const std::vector<CsvRow>& rows, const TableOptions& options) {
  std::optional<std::size_t> best;
  std::size_t most = 0;
  bool below_others = false;
  for (std::size_t i = 0; i < std::min(rows.size(), rows_searched); ++i) {
    const std::size_t known = known_headings(rows[i], options);
    const bool title = rows[i].size() == 1 && i + 1 < rows.size() && rows[i + 1].size() != 1;
    const bool single = known == 1 && (title || below_others);
    below_others = below_others || used_cells(rows[i]) > 2;
    if (known > most && !single) {
      best = i;
      most = known;
    }
  }
  return best;
}

Location place_of(const CsvRow& row) {
  return {row.front().where.source, row.front().where.begin, row.back().where.end};
}

std::vector<Column> columns_of(const CsvRow& header, std::size_t count) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < count; ++i) {
    const bool named = i < header.size() && !header[i].text.empty();
    columns.push_back({named ? header[i].text : fmt::format("column {}", i + 1),
                       i < header.size() ? header[i].where : place_of(header)});
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

std::string joined(const CsvRow& row) {
  std::string text;
  for (const Cell& cell : row) {
    if (!cell.text.empty()) text += fmt::format("{}{}", text.empty() ? "" : " | ", cell.text);
  }
  return text;
}

std::string row_and_header(std::size_t cells, std::size_t headings) {
  return fmt::format("this row has {}, the header {}", counted(cells, "cell"), headings);
}

void add_row(CsvRow& cells, std::size_t number, std::size_t heading_count, RecordTable& table,
             Diagnostics& diagnostics) {
  RecordRow row{std::move(cells), {}, number};
  row.where = place_of(row.cells);
  if (row.cells.size() < heading_count) {
    diagnostics.warning(row.where, row_and_header(row.cells.size(), heading_count),
                        "the remaining cells are read as empty; is a delimiter missing?");
  } else if (used_cells(row.cells) > heading_count) {
    diagnostics.warning(row.where, row_and_header(used_cells(row.cells), heading_count),
                        "quote cells that contain a delimiter; the extra cells are kept unchanged");
  }
  row.cells.resize(table.columns.size(), Cell{{}, row.where, false});
  table.rows.push_back(std::move(row));
}

// With the row and the heading that people would most likely name.
std::string mapping_hint(const std::vector<CsvRow>& rows) {
  const auto wide =
      std::find_if(rows.begin(), rows.end(), [](const CsvRow& row) { return used_cells(row) > 1; });
  if (wide == rows.end()) return "write a mapping: header_row: 1, columns: {Your heading: name, …}";
  const auto named =
      std::find_if(wide->begin(), wide->end(), [](const Cell& cell) { return !cell.text.empty(); });
  const bool plain = named->text.find_first_of(":#{}[],\"'&*!|>%@`\\\n") == named->text.npos;
  return fmt::format("write a mapping: header_row: {}, columns: {{{}: name, …}}", wide - rows.begin() + 1,
                     plain ? shorten(escape_controls(named->text), 40) : "Your heading");
}

std::optional<std::size_t> header_index(const SourcePtr& source, const std::vector<CsvRow>& rows,
                                        const TableOptions& options, Diagnostics& diagnostics) {
  if (options.header_row) {
    if (*options.header_row <= rows.size() && !rows[*options.header_row - 1].empty())
      return *options.header_row - 1;
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

std::optional<RecordTable> table_of_csv(const SourcePtr& source, const TableOptions& options,
                                        Diagnostics& diagnostics) {
  auto rows = read_csv(source, diagnostics);
  if (!rows) return std::nullopt;
  const auto header = header_index(source, *rows, options, diagnostics);
  if (!header) return std::nullopt;
  RecordTable table;
  table.header_row = *header + 1;
  for (std::size_t i = 0; i < *header; ++i) {
    if (!(*rows)[i].empty()) table.banner.push_back(joined((*rows)[i]));
  }
  const CsvRow& headings = (*rows)[*header];
  const std::size_t heading_count = used_cells(headings);
  std::size_t widest = heading_count;
  for (std::size_t i = *header + 1; i < rows->size(); ++i) widest = std::max(widest, used_cells((*rows)[i]));
  table.columns = columns_of(headings, widest);
  make_names_unique(table.columns, diagnostics);
  for (std::size_t i = *header + 1; i < rows->size(); ++i) {
    if (!(*rows)[i].empty()) add_row((*rows)[i], i + 1, heading_count, table, diagnostics);
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
  const bool document = is_document(source);
  check_place(source, document, options, diagnostics);
  if (document) return read_record_list(source, options, diagnostics);
  return table_of_csv(source, options, diagnostics);
}

}  // namespace martech_audit::import
