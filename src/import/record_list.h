// Lists of records in YAML or JSON as tables.
#pragma once

#include "import/record_table.h"

namespace martech_audit::import {

// The columns are the keys in the order they are first met; those of a mapping inside a record are called
// "outer.inner", the items of a list stand in one cell, a line each. `path` leads to the list ("data.apps");
// where it is empty, the list is the root or the only list of mappings among the root's members.
std::optional<RecordTable> read_record_list(const SourcePtr& source, std::string_view path,
                                            Diagnostics& diagnostics);

}  // namespace martech_audit::import
