// Waivers: which findings somebody decided to live with, and which waivers have outlived their use.
#pragma once

#include <map>
#include <optional>
#include <set>
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

// What a policy lets count, of the people and teams of an inventory. The policy must outlive it.
class WaiverAcceptance {
 public:
  WaiverAcceptance(const Inventory& inventory, const WaiverPolicy& policy, Date as_of);

  // Why a waiver does not count; empty where it does.
  std::string refusal(const Waiver& waiver) const;

 private:
  bool is_own(const Waiver& waiver) const;

  const WaiverPolicy& policy_;
  Date as_of_;
  // By an approver, who is that by id or by name, and their teams: what owners of a waiver would be called.
  std::map<std::string, std::set<std::string>> same_as_;
};

// Sets `waiver` of the findings that a waiver in force covers; of several the one that lasts longest. The
// waivers were checked by whoever read them (Inventory::waivers()). Errors: a rule that does not exist: never
// a wider suppression. Warnings: against the policy, expired, matches nothing, covers what another one
// covers. Notes: expires within 14 days. A waiver may name a rule by a former id.
void apply_waivers(std::span<const Waiver> waivers, const WaiverContext& context, std::span<Finding> findings,
                   Diagnostics& diagnostics);

}  // namespace martech_audit
