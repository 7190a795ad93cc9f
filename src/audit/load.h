// The first stages of an audit, for commands that stop there.
#pragma once

#include <optional>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"
#include "martech_audit/source.h"

namespace martech_audit {

// Texts → documents → one inventory. Nothing where there is any error; warnings come with the inventory.
std::optional<Inventory> load_inventory(const std::vector<SourcePtr>& sources, Diagnostics& diagnostics);

}  // namespace martech_audit
