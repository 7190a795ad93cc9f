// Fingerprint: what makes two findings of two runs the same finding.
#pragma once

#include <array>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit {

// The first 32 hex digits of the SHA-256 of five netstrings (base/netstring.h): "martech-audit/v1", rule id,
// name of the entity's kind, entity id (empty for the organisation), and a discriminator, which is empty as
// long as a rule fires at most once on an entity. Nothing that may change while the finding stays the same is
// in it: no line, order, message, money or severity.
std::array<char, 32> fingerprint(std::string_view rule, EntityKind kind, std::string_view entity,
                                 std::string_view discriminator = {});

}  // namespace martech_audit
