// The rows of a report that are about strategy: kpis and strategy.
#pragma once

#include "base/fact_values.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"

namespace martech_audit {

// `report.tools` must be there. Views are of the inventory.
void fill_strategy(const Inventory& inventory, const Facts& facts, AuditReport& report);

// What follows from the rest of the report: spend_by_objective.
void sum_up_objectives(AuditReport& report);

}  // namespace martech_audit
