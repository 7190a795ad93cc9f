// What makes the gate laxer than packs and inventory would have it: every report lists it.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/finding.h"
#include "martech_audit/inventory.h"
#include "rules/rule_set.h"

namespace martech_audit {

// Rules switched off, severities and weights lowered, parameters set, waivers in effect, fields marked not
// applicable; one sentence each, in this order, each sorted.
std::vector<std::string> loosened(const Inventory& inventory, const RuleSet& rules,
                                  const AuditOptions& options, const std::vector<Finding>& waived);

}  // namespace martech_audit
