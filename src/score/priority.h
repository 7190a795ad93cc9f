// What to do first: findings by value for effort.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/score.h"

namespace martech_audit {

// Every finding, best first: (points + 100 * allocated recoverable / total cost) / effort with effort low 1,
// medium 3, high 8; ties by severity (worst first), rule id, entity id, fingerprint. The order compares the
// values exactly; Priority::value is the nearest double. Without a total cost above 0 money counts nothing.
// Findings must have their points and allocations.
std::vector<Priority> order_by_value(std::span<const Finding> findings, std::span<const Rule> rules,
                                     const std::optional<Money>& total_cost);

}  // namespace martech_audit
