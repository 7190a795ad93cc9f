// How far the components of Marketing 5.0 have come: AuditReport::marketing5.
#pragma once

#include "base/fact_values.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"

namespace martech_audit {

// `report.tools` must be there. Views are of the inventory or the program.
void fill_marketing5(const Inventory& inventory, const Facts& facts, AuditReport& report);

}  // namespace martech_audit
