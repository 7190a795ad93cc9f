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
#include "martech_audit/report.h"

namespace martech_audit {

// Every line that is none is reported. The currency is checked by compare_with_baseline().
std::optional<Baseline> read_baseline(const SourcePtr& source, Diagnostics& diagnostics);

// The findings of a report as a baseline; waived ones left out.
Baseline baseline_of(const AuditReport& report, std::string name);

// Of the report's findings, waived ones left out: their waivers come to an end.
std::string baseline_text(const AuditReport& report);

// The text without the lines of findings that are no more.
std::string pruned_baseline(const SourcePtr& source, const AuditReport& report);

// Sets `novelty` of the findings; warns of entries that match none of both lists, and says how many of each
// there are.
BaselineUse compare_with_baseline(const Baseline& baseline, Currency currency, std::span<Finding> findings,
                                  std::span<const Finding> waived, Diagnostics& diagnostics);

}  // namespace martech_audit
