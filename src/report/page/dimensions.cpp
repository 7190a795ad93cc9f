#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/page/sections.h"

namespace martech_audit::report {
namespace {

struct DimensionRow {
  std::string_view name;
  Points proven = 0, unproven = 0;
  Ink ink = Ink::plain;
};

// The dimensions by their own gaps, widest first, after the whole.
std::vector<DimensionRow> dimension_rows(const Score& score) {
  std::vector<DimensionRow> rows;
  for (const DimensionScore& dimension : score.dimensions) {
    const Points proven = dimension.proven_gap();
    rows.push_back({dimension.dimension, proven, dimension.gap() - proven});
  }
  std::ranges::stable_sort(rows, std::greater(),
                           [](const DimensionRow& row) { return row.proven + row.unproven; });
  rows.insert(rows.begin(), {"overall", score.proven, score.unproven, Ink::strong});
  return rows;
}

Bar dimension_bar(const DimensionRow& row) {
  constexpr double whole = 100.0 * points_per_point;
  return {{{Part::proven, static_cast<double>(row.proven) / whole},
           {Part::unproven, static_cast<double>(row.unproven) / whole}},
          fmt::format("{}: gap {} of 100", row.name, gap_range(row.proven, row.unproven))};
}

}  // namespace

void write_dimensions(const AuditPage& input, Page& page) {
  const std::vector<DimensionRow> rows = dimension_rows(input.report.score);
  page.add(Heading{.title = "Gap by dimension",
                   .key = {{Part::proven, "proven"}, {Part::unproven, "unproven"}, {Part::rest, "no gap"}}});
  page.add(Table{.label = "Gap by dimension",
                 .columns = {{"Dimension", ColumnKind::name},
                             {"Gap", ColumnKind::bar, 50},
                             {"of 100", ColumnKind::number}},
                 .size = rows.size(),
                 .row =
                     [&](std::size_t i) {
                       const DimensionRow& row = rows[i];
                       return std::vector<Cell>{{.text = {{std::string(row.name), row.ink}}},
                                                {.bar = dimension_bar(row)},
                                                {.text = {{gap_range(row.proven, row.unproven), row.ink}}}};
                     },
                 .titles_in_text = false,
                 .sortable = false});
}

}  // namespace martech_audit::report
