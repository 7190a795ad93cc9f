// Which row of a sheet has the headings.
#pragma once

#include <optional>
#include <vector>

#include "import/record_table.h"

namespace martech_audit::import {

inline constexpr std::size_t rows_searched = 40;  // for headings

struct HeadingRows {
  std::size_t first = 0;  // index of the row of headings, or of the upper one of two
  std::size_t last = 0;   // of the lower one
};

// The row with the most known headings, unless it looks like data: a heading is no number or day, and does
// not stand in its column again; a row as full above it, of different texts, goes before it where nothing
// below differs in type. Nothing where no row has a known heading. Two rows are one heading where the groups
// of the upper one ("Cost" over "2025" and "2026") make headings known.
std::optional<HeadingRows> find_headings(const std::vector<RecordRow>& rows, const TableOptions& options);

// The headings of one row, or of two joined, with so many columns at least. Those without a text are called
// "column 3".
std::vector<Column> headings_of(const std::vector<RecordRow>& rows, const HeadingRows& at, std::size_t count,
                                const TableOptions& options);

std::size_t known_headings(const std::vector<Column>& columns, const TableOptions& options);

}  // namespace martech_audit::import
