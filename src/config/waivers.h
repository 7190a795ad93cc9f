// Waivers that stand outside the inventory.
#pragma once

#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/waiver.h"
#include "rules/field_row.h"

namespace martech_audit::config {

// Each item of the list that is a waiver. One with a fault is reported and left out: never a wider
// suppression.
std::vector<Waiver> read_waiver_list(Node list, Diagnostics& diagnostics);

std::span<const rules::FieldRow<Waiver>> waiver_rows();

}  // namespace martech_audit::config
