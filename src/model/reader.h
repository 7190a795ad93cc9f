// Documents to one Inventory.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// A document with waivers beside the inventory: a list of them, alone or under the key `waivers`.
struct WaiverDocument {
  Document document;
  bool is_configuration = false;  // which has other keys, too
};

// Merges the documents in the order given: lists are concatenated, there is one organisation, one strategy
// and one `defaults`, whose tools are those of all files. Every fault that can be found is added to
// `diagnostics`. Nothing comes back where `diagnostics` holds an error afterwards, also one of an earlier
// stage. `waivers` must hold against the inventory as its own do.
std::optional<Inventory> read_inventory(std::vector<Document> documents, Diagnostics& diagnostics,
                                        std::vector<WaiverDocument> waivers = {});

}  // namespace martech_audit
