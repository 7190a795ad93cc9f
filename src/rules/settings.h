// What users set over the packs: rules on and off, severities, weights, parameters.
#pragma once

#include <deque>

#include "base/arena.h"
#include "martech_audit/diagnostic.h"
#include "rules/draft.h"
#include "rules/rule_set.h"

namespace martech_audit::rules {

// Names that do not exist are errors without a place, with a suggestion; a rule's former id is a warning.
// Texts of parameters are copied to `memory`. Weights that nobody sets follow from the severity afterwards.
void apply_settings(const RuleSettings& settings, std::deque<PackDraft>& packs, Arena& memory,
                    Diagnostics& diagnostics);

}  // namespace martech_audit::rules
