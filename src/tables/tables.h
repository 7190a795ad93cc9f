// The tables of a report that are no findings: a row a tool, and spend by group.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "martech_audit/fact.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"

namespace martech_audit {

// Yearly cost of each tool in minor units of the organisation's currency, by tool index; none where unknown.
std::vector<std::optional<std::int64_t>> tool_costs(const Inventory& inventory, const Facts& facts);

// `report` must have findings, waived findings and evidence with their points and allocations. Fills tools,
// spend_by_category, spend_by_department and off_strategy. Views are of the inventory.
void fill_tables(const Inventory& inventory, const Facts& facts, AuditReport& report);

// What follows from the rest of the report: points, waste and trouble of each tool, and spend by category and
// department. Entity indices of tools must be those of report.tools.
void sum_up_tools(AuditReport& report);

}  // namespace martech_audit
