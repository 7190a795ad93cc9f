// The file of a baseline: a line a finding, sorted, so that versions merge line by line.
//
//   # martech-audit baseline 1 EUR
//   shelfware tool/hootsuite high 9600.00 3f9c2a71…
//
// Rule and entity are for people; severity, largest claim and fingerprint count.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "martech_audit/baseline.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/finding.h"
#include "martech_audit/rule.h"

namespace martech_audit {

// Every line that is none is reported. The currency is checked by compare_with_baseline().
std::optional<Baseline> read_baseline(const SourcePtr& source, Diagnostics& diagnostics);

// Findings as a baseline. Waived ones do not belong in it: their waivers come to an end.
Baseline baseline_of(std::span<const Finding> findings, Currency currency, std::string name);
std::string baseline_text(std::span<const Finding> findings, std::span<const Rule> rules, Currency currency);

// The text without the lines of findings that are in neither list.
std::string pruned_baseline(const SourcePtr& source, std::span<const Finding> findings,
                            std::span<const Finding> waived);

// Sets `novelty` of the findings; warns of entries that match none of both lists, and says how many of each
// there are.
BaselineUse compare_with_baseline(const Baseline& baseline, Currency currency, std::span<Finding> findings,
                                  std::span<const Finding> waived, Diagnostics& diagnostics);

}  // namespace martech_audit
