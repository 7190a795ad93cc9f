// Puts what the stages made into one report.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/fact_values.h"
#include "findings/findings.h"
#include "martech_audit/audit.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"
#include "rules/rule_set.h"
#include "score/tool_money.h"

namespace martech_audit {

struct Parts {
  std::shared_ptr<const Inventory> inventory;
  const RuleSet& rules;
  const Facts& facts;
  Findings findings;  // sorted, with points and allocations
  Score score;
  std::optional<Waterfall> waterfall;
  std::span<const ToolMoney> money;  // by entity index
  const AuditOptions& options;
};

// Everything but the order of what to do first, the gate and the diagnostics.
AuditReport assemble(Parts parts);

// Ids of the rules that the packs hold and that are not in force.
std::vector<std::string> switched_off(const RuleSet& rules);

}  // namespace martech_audit
