// What the catalogue would add to an inventory or ask about it, for people to decide.
#pragma once

#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// Notes: tools that are known products and leave out category, vendor or metrics of the price; names that
// several products go by, where no category is given; categories that are not known.
void suggest(const Inventory& inventory, Diagnostics& diagnostics);

}  // namespace martech_audit
