// What would clear a finding: edits of one field, found by trying them.
#pragma once

#include <string>
#include <vector>

#include "audit/edits.h"
#include "martech_audit/audit.h"
#include "martech_audit/inventory.h"
#include "rules/rule_set.h"

namespace martech_audit {

struct Remedy {
  Edit edit;
  bool holds = false;  // the rule holds then; else it no longer applies
  Points gap = 0;      // of the whole inventory after the edit
  // Findings, "rule: message", that go with it, and that come with it.
  std::vector<std::string> cleared;
  std::vector<std::string> appeared;
};

struct Remedies {
  std::vector<Remedy> best;  // at most three, of one field each, the one with the fewest new findings first
  std::size_t tried = 0;     // edits
  std::size_t left_out = 0;  // edits that a large inventory leaves no room for
};

// `report` is the audit of `sources` under `options`, without errors, and `finding` one of its findings.
// `inventory` and `rules` are what was judged. Nothing is written anywhere: each edit is tried on a copy in
// memory. Those of fields that the rule names are tried first; where no edit of the entity lets the rule
// hold, those of entities that it names are.
Remedies find_remedies(const std::vector<SourcePtr>& sources, const AuditOptions& options,
                       const AuditReport& report, const Finding& finding, const Inventory& inventory,
                       const RuleSet& rules);

}  // namespace martech_audit
