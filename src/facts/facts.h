// derive_facts(): everything that follows from an inventory, computed once.
#pragma once

#include <string>

#include "base/fact_values.h"
#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// The facts of the inventory on the day `as_of`. The inventory must outlive them.
//
// `notes` gets a note for each contract that is taken to have renewed by itself, and an error where amounts
// of money are too large to be added up, and one for each day of what is over that lies ahead (past.h); a
// warning for prices that contradict the cost (prices.h). Linear in the inventory but for sorting.
Facts derive_facts(const Inventory& inventory, Date as_of, Diagnostics& notes);

// One line an entity and fact, "tool braze annual_cost = 66240.00"; what is not known shows the fields that
// were missing: "unknown (cost.per)". For tests and for looking at facts.
std::string dump(const Inventory& inventory, const Facts& facts);

}  // namespace martech_audit
