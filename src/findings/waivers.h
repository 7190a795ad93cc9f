// Waivers: which findings somebody decided to live with, and which waivers have outlived their use.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "findings/outcome_index.h"
#include "findings/rule_names.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/finding.h"

namespace martech_audit {

// Days before its last day from which a waiver is announced to expire.
inline constexpr int waiver_notice_days = 14;

struct WaiverContext {
  const Inventory& inventory;
  const RuleNames& rules;
  const OutcomeIndex& gaps;  // of findings, in their order
  const OutcomeIndex& undecided;
  Date as_of;
  std::optional<int> longest = {};  // days that a waiver should last at most, from its creation or from as_of
  WaiverPolicy policy = {};
};

// Why the policy does not let a waiver count; empty where it does.
std::string refusal(const Waiver& waiver, const Inventory& inventory, const WaiverPolicy& policy, Date as_of);

// Sets `waiver` of the findings that a waiver in force covers; of several the one that lasts longest. The
// waivers were checked by whoever read them (Inventory::waivers()). Errors: a rule that does not exist: never
// a wider suppression. Warnings: against the policy, expired, matches nothing, covers what another one
// covers. Notes: expires within 14 days. A waiver may name a rule by a former id.
void apply_waivers(std::span<const Waiver> waivers, const WaiverContext& context, std::span<Finding> findings,
                   Diagnostics& diagnostics);

}  // namespace martech_audit
