// Inventories of test cases: part of a file as a document of its own.
#pragma once

#include <optional>

#include "document/document.h"

namespace martech_audit::rules {

// The mapping at `written` (or nothing, where it is null) as a whole inventory: `martech: 1` and an
// organisation with name and currency are added where it has none. `left_out`, a value somewhere inside, is
// dropped with its key. Places stay those of the file; aliases are written out.
Document make_inventory(const Document& file, Node written, std::optional<NodeId> left_out = std::nullopt);

}  // namespace martech_audit::rules
