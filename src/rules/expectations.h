// What a case expects against what came.
#pragma once

#include <string>

#include "martech_audit/inventory.h"
#include "rules/engine.h"
#include "rules/test_file.h"

namespace martech_audit::rules {

// Lines that show what was expected and what came; empty where the case is met. `outcomes` are those of
// `rule` alone.
std::string differences(const TestCase& test, const Outcomes& outcomes, const Inventory& inventory,
                        const Rule& rule);

}  // namespace martech_audit::rules
