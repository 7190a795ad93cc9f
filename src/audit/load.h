// The first stages of an audit, for commands that stop there.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"
#include "martech_audit/source.h"
#include "martech_audit/waiver.h"

namespace martech_audit {

// Texts → documents → one inventory. Nothing where there is any error; warnings come with the inventory.
// The files of waivers are held against it as its own waivers are, and add theirs to Inventory::waivers().
std::optional<Inventory> load_inventory(const std::vector<SourcePtr>& sources, Diagnostics& diagnostics,
                                        std::span<const WaiverFile> waivers = {});

}  // namespace martech_audit
