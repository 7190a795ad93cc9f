// Lists and mappings of records in YAML or JSON as tables.
#pragma once

#include <optional>

#include "import/record_table.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

// The columns are the keys in the order they are first met; those of a mapping inside a record are called
// "outer.inner", the items of a list stand in one cell, a line each. `records` leads to the list
// ("data.apps"), or through lists of groups ("categories[].apps[]"), whose texts become columns
// "categories.title"; where it is empty, the list is the root or the only list of mappings among the root's
// members. A mapping of mappings is such a list too, its keys a first column "key": where nothing leads to
// it, most of its members must have a known heading. What stands beside the list is the banner. With `rows`,
// a record becomes a row for each item of that list of its own, whose keys become columns "rows.key"; what
// the record says beside it stands in each row, repeated.
std::optional<RecordTable> read_record_list(const SourcePtr& source, const TableOptions& options,
                                            Diagnostics& diagnostics);

}  // namespace martech_audit::import
