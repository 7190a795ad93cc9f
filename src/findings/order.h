// The order of findings, the same in every report.
#pragma once

#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"

namespace martech_audit {

// Severity, worst first; money, most first: waste, then the largest claim of any class; rule id; entity id;
// fingerprint. Only after the waterfall has granted its money.
void sort_findings(std::vector<Finding>& findings, std::span<const Rule> rules);

// Points, most first; rule id; entity id. Only after the score has given its points.
void sort_evidence(std::vector<EvidenceGap>& evidence, std::span<const Rule> rules);

}  // namespace martech_audit
