// Cell: one value of a source table, as it was written, with its place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "martech_audit/source.h"

namespace martech_audit::import {

// A record below another: keys and texts.
using CellRecord = std::vector<std::pair<std::string, std::string>>;

struct Cell {
  std::string text;        // trimmed, line breaks as LF
  Location where;          // with its quotes
  bool plain = false;      // a number or boolean of YAML or JSON, which stays one where the cell is kept
  bool repeated = false;   // said by an earlier row of the same record already
  std::size_t column = 0;  // its place in the table
  std::vector<CellRecord> records = {};  // where a list of records without lists of their own was written
};

// A column's heading. Names are unique within a table: a second "Notes" is called "Notes (2)".
struct Column {
  std::string name;
  Location where;
  std::string meaning = {};  // what it is to be understood as, where not as its name
};

}  // namespace martech_audit::import
