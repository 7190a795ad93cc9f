// How a run differs from its policy, or from the defaults where there is none, in what makes the gate laxer:
// every report lists it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/finding.h"
#include "martech_audit/inventory.h"
#include "rules/rule_set.h"

namespace martech_audit {

struct Judged {
  const Inventory& inventory;
  const RuleSet& rules;
  const AuditOptions& options;
  const std::vector<Finding>& waived;
  std::span<const Waiver> waivers;  // in force or not
};

// One sentence each.
struct Loosened {
  // Limits of the gate, whose approval waivers need, packs, the day, rules switched off, severities, weights,
  // parameters, numbers of benchmarks, a baseline; in this order, each sorted.
  std::vector<std::string> settings;
  // Waivers in effect that nobody had to approve, waivers that the policy does not let count, fields and
  // lists marked not applicable.
  std::vector<std::string> exceptions;
};
Loosened loosened(const Judged& judged);

}  // namespace martech_audit
