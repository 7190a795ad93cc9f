// Billing data: rows that agree in everything but their amounts are one payment.
#pragma once

#include <vector>

#include "import/column_plan.h"

namespace martech_audit::import {

// Joins them: the amounts are summed exactly and rounded once, and what they do not agree in is left out.
// Rows whose amounts are no plain numbers stay as they are. How many rows joined others.
std::size_t join_billing_rows(RecordTable& table, std::vector<ColumnPlan>& plans, const Mapping& mapping);

}  // namespace martech_audit::import
