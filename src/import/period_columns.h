// Columns of months, quarters and years with what was paid in each.
#pragma once

#include <string>
#include <vector>

#include "import/cell_reader.h"
#include "import/column_plan.h"
#include "import/draft.h"

namespace martech_audit::import {

// Where no column is the cost: the newest twelve months or four quarters in a row become parts of the yearly
// cost, else the newest year does, which is no later than the day of the count where people say one. Plans
// are changed so; what was taken for what comes back.
std::vector<std::string> settle_period_columns(const RecordTable& table, std::vector<ColumnPlan>& plans,
                                               const Mapping& mapping);

// Adds the amount to the draft's cost; why it cannot be added, or nothing. What was paid in a period that is
// known becomes a payment as well.
std::string add_part(Draft& draft, const ColumnPlan& plan, const CellReading& reading,
                     std::vector<Draft>& payments);

}  // namespace martech_audit::import
