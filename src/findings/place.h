// How reports call an entity, and where they say it stands.
#pragma once

#include <string_view>

#include "base/arena.h"
#include "martech_audit/finding.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// Views into the inventory. The name is the entity's `name`, else its `title`, else its id; of an integration
// that has none it says, in the arena, what it connects. The organisation's id is empty.
EntityRef entity_ref(const Record& entity, Arena& arena);

// Where the field at `path` of the entity was written, the entity where the field was not. What stretches
// over several lines is marked on the first. The path and the snippet are views into the source, the pointer
// lies in the arena.
Place place_of(const Inventory& inventory, const Record& entity, std::string_view path, Arena& arena);

}  // namespace martech_audit
