// Who answers for something, as a board knows them.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "base/fact_values.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// The job title of the person who owns the entity, or else the team. Empty where nobody does, where who did
// has left, and where the inventory has a free text, which may be a person's name.
std::string_view owner_role(const Record& entity, const Facts& facts, Arena& scratch);

}  // namespace martech_audit
