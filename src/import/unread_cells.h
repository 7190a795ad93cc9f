// Cells that cannot be read, told by column where there are many.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/cell_reader.h"
#include "import/column_plan.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::import {

class UnreadCells {
 public:
  void add(const ColumnPlan& plan, const Cell& cell, const CellReading& reading);

  // A warning a cell; where many of a column have one problem, or a column has many, one warning for all.
  void report(const RecordTable& table, Diagnostics& diagnostics) const;

 private:
  struct Unread {
    const Cell* cell = nullptr;
    std::string problem;
    std::string hint;
  };
  std::map<std::size_t, std::vector<Unread>> columns_;  // by their place in the table
};

}  // namespace martech_audit::import
