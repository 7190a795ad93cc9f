// The limits that the field table sets between the fields of an entry, checked before it is written.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/inventory.h"

namespace martech_audit::import {

struct Draft;

struct BrokenLimit {
  std::string path;     // the field that would be refused
  std::string problem;  // "2026-01-01 is earlier than contract.starts, 2026-05-01"
};

// Those that are errors in an inventory; what only warns there is written.
std::vector<BrokenLimit> broken_limits(const Draft& draft, EntityKind kind);

}  // namespace martech_audit::import
