// What makes two decisions of two runs the same decision.
#pragma once

#include <array>
#include <string_view>

#include "martech_audit/decision.h"

namespace martech_audit {

// The first 32 hex digits of the SHA-256 of netstrings: "martech-audit/decision/v1", name of the entity's
// kind, entity id, name of the family, and for the organisation the act.
std::array<char, 32> decision_id(const EntityRef& entity, Act act);

std::string_view name(Family family);

}  // namespace martech_audit
