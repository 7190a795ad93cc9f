// Prices that do not say what they should, or not what the cost says.
#pragma once

#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// Warns of a unit price that, times the seats, comes to another amount than the cost, and of metrics beside a
// cost that name nothing.
void check_prices(const Inventory& inventory, Diagnostics& diagnostics);

namespace facts {

// Whether metrics are given that something else speaks against, and no reason stands beside them: of a tool
// that costs money only that it is free, or nothing; of one whose seats were bought no seat, nor anything
// else that is measured, or though its cost is that of the seats.
bool is_mispriced(const Inventory& inventory, const Record& tool);

}  // namespace facts
}  // namespace martech_audit
