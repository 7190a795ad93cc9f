// Whether an import accounts for every cell of its source: told without the importer's own readers of cells.
#pragma once

#include <string>
#include <vector>

#include "importing.h"

namespace martech_audit::import::test {

struct SourceText {
  std::string name;
  std::string text;
  std::size_t header_row = 1;  // 0 in YAML and JSON
};

// The cells whose text is neither in the entry of their row, nor among what the summary says of their row or
// of a column about persons: "row 7, 'Seats': 12". Titles above the headings too.
std::vector<std::string> lost_cells(const SourceText& source, const ImportOptions& options,
                                    const std::string& mapping = {});

// Whether a value of an inventory says what a cell says: the same text, number, day or truth.
bool says_same(const std::string& cell, const std::string& value);

}  // namespace martech_audit::import::test
