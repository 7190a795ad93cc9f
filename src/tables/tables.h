// The tables of a report that are no findings: a row a tool, and spend by group.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/fact_values.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"
#include "score/tool_money.h"

namespace martech_audit {

// `report` must have findings, waived findings and evidence with their points and allocations, and the
// waterfall. Fills tools, spend_by_category, spend_by_department and off_strategy. `money` is by entity
// index. Views are of the inventory.
void fill_tables(const Inventory& inventory, const Facts& facts, std::span<const ToolMoney> money,
                 AuditReport& report);

// What follows from the rest of the report: points, waste and trouble of each tool, and spend by category and
// department. Entity indices of tools must be those of report.tools.
void sum_up_tools(AuditReport& report);

}  // namespace martech_audit
