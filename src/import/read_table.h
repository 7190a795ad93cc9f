// A file of any format to a table of records.
#pragma once

#include <optional>

#include "import/record_table.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// Reads workbooks, CSV, YAML and JSON. A workbook is told by its bytes; the others by the source's name and,
// where that says nothing, by its text.
// Where a sheet has a banner, the header is the row with the most known headings among the first 40.
// Nothing comes back after an error; rows with too many or too few cells are warnings.
std::optional<RecordTable> read_table(const SourcePtr& source, const TableOptions& options,
                                      Diagnostics& diagnostics);

}  // namespace martech_audit::import
