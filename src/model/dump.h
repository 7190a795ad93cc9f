// An inventory as text: one entity a paragraph, one given field a line. For tests and for looking at
// inventories.
#pragma once

#include <string>

#include "martech_audit/inventory.h"

namespace martech_audit {

// Every entity in the order of EntityKind, the organisation first and without its lists of entities.
std::string dump(const Inventory& inventory);

// "tool 'crm'", then the fields that are given, indented, empty lists left out. References are printed as
// kind:id, blocks in braces, decimals and dates as they were written, marks as not_applicable(reason).
std::string dump(const Record& record);

}  // namespace martech_audit
