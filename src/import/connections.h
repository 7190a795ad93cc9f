// Cells that list connections as records: {to: Salesforce, kind: api}.
#pragma once

#include "import/cell.h"
#include "import/cell_reader.h"

namespace martech_audit::import {

// The names of the other tools, which stand under "to" or a usual heading of names, with what else is said of
// each connection as details. A record that names no tool, or says what no connection has, is a problem of
// the whole cell.
CellReading read_connections(const Cell& cell, const Target& target, std::optional<DateOrder> order);

}  // namespace martech_audit::import
