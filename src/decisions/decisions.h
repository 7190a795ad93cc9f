// From findings to decisions: docs/decisions.md says how in words.
#pragma once

#include <vector>

#include "decisions/input.h"
#include "martech_audit/decision.h"

namespace martech_audit {

// By lane as they are listed, then by rank: each finding is in exactly one. Two findings are in one decision
// if they are about the same entity and their acts are of one family, or if the tool should go; those about
// the organisation, which is no one thing, only if their acts are the same.
std::vector<Decision> make_decisions(const DecisionInput& input);

}  // namespace martech_audit
