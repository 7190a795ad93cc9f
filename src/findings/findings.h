// Findings: what rules came to, made ready for people: named, placed, fingerprinted, grouped and waived.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "martech_audit/diagnostic.h"
#include "martech_audit/finding.h"
#include "martech_audit/rule.h"

namespace martech_audit {

// Everything must live through the call; the inventory also as long as the Findings, which are views of it.
struct FindingsInput {
  Outcomes outcomes;                          // used up
  std::span<const Rule> rules;                // in force; Outcomes' indices count them
  std::span<const std::string> switched_off;  // ids of rules that exist and are not in force
  const Inventory& inventory;
  std::span<const Waiver> waivers;  // checked; they live as long as the inventory
  Date as_of;
  std::optional<int> longest_waiver = {};  // days
  WaiverPolicy waiver_policy = {};
};

// In the order of the outcomes, without points and allocations: score and ledger come next, then order.h
// sorts.
struct Findings {
  std::vector<Finding> findings;
  std::vector<Finding> waived;
  std::vector<EvidenceGap> evidence;
  std::shared_ptr<const void> memory;  // of views and waivers, the outcomes' own included
};

// Faults of waivers go to `diagnostics` (waivers.h); with an error there is no trustworthy verdict.
Findings make_findings(FindingsInput input, Diagnostics& diagnostics);

}  // namespace martech_audit
