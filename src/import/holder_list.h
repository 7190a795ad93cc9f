// Lists with a row for each holder of a licence, and what it costs: the rows of one licence become one tool
// (join_holders.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/column_plan.h"

namespace martech_audit::import {

struct HolderList {
  PeopleRule rule;                    // how the holders are counted
  std::vector<std::string> licences;  // for each row of the table what tells its licence from others
};

// A list is one of holders where most rows share the name of their tool with others, each beside another
// person. Columns that do not say one thing of each licence are then about its holders, and their plans are
// changed so.
std::optional<HolderList> find_holders(const RecordTable& table, std::vector<ColumnPlan>& plans,
                                       const Mapping& mapping);

}  // namespace martech_audit::import
