// The table of facts.
#pragma once

#include <span>

#include "facts/fact_row.h"

namespace martech_audit::facts {

// By the same number as all_facts().
std::span<const Derive> all_derivations();

}  // namespace martech_audit::facts
