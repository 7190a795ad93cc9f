// Which column names the tools.
#pragma once

#include <string>
#include <vector>

#include "import/column_plan.h"

namespace martech_audit::import {

struct NameColumn {
  bool found = false;
  std::string assumption = {};  // where the cells decided, not a heading
};

// The one that people mapped; else the fullest of those that are called so, unless most rows leave them out;
// else the keys of the records, or whichever has the fullest and most distinct texts of the vendors and of
// the columns that no heading explains. Plans are changed accordingly.
NameColumn settle_name_column(const RecordTable& table, std::vector<ColumnPlan>& plans,
                              const Mapping& mapping);

}  // namespace martech_audit::import
