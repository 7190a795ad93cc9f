// One text for a value of an inventory: two that say the same have the same, in whichever inventory they
// stand.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "martech_audit/inventory.h"

namespace martech_audit {

// What entities were called before, where they were called otherwise.
using FormerIds = std::unordered_map<const Record*, std::string_view>;

// Empty lists and maps say nothing.
bool is_given(const Value& value);

// "true", "14200" (of 14_200.00, too), "before 2026-01-01", an entity's id, "{starts: 2026-01-01}".
std::string canonical(const Value& value, const FormerIds& former);
// The fields that are given: "vendor: Similarweb, amount: 14200".
std::string canonical(const Record& record, const FormerIds& former);
// What tells an item of a list from the others: of blocks the first field, an id or a day.
std::string canonical_item(const Value& item, const FormerIds& former);

}  // namespace martech_audit
