// What an inventory showed and no longer does. A verdict must not get better by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"

namespace martech_audit {

// See ReportDiff. Nothing where one of the two inventories is not at hand (null).
std::optional<std::vector<std::string>> lost_evidence(const Inventory* before, const Inventory* after,
                                                      Date as_of);

// Whether an entity says the same in both. Of what has no id nothing is known: false.
bool is_unchanged(const Inventory& before, const Inventory& after, EntityKind kind, std::string_view id);

}  // namespace martech_audit
