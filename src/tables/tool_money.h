// What score and tables know of money, as arrays over tools.
#pragma once

#include <vector>

#include "base/fact_values.h"
#include "martech_audit/date.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"
#include "score/tool_money.h"

namespace martech_audit {

// By entity index, from the facts.
std::vector<ToolMoney> tool_money(const Inventory& inventory, const Facts& facts);

// By row, from the rows of a report.
std::vector<ToolMoney> tool_money(const AuditReport& report);

// `money` of the tool into its row; `row_of` gives the row of a tool by entity index.
void put_money(const ToolMoney& money, const std::vector<std::uint32_t>& row_of, ToolRow& row);

// What was paid once for the tools in use.
Money sunk_costs(const Inventory& inventory, const Facts& facts);

// Sums of the report over its rows, findings and waterfall. The sunk costs stay.
void sum_up_money(AuditReport& report);

}  // namespace martech_audit
