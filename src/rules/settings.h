// What users set over the packs: rules on and off, severities, weights, parameters.
#pragma once

#include <deque>
#include <span>

#include "base/arena.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/fact.h"
#include "martech_audit/rule.h"

namespace martech_audit {

// What is laid over the packs. The facts are those that expressions may name; they must outlive the RuleSet.
struct RuleSettings {
  std::span<const RuleSetting> rules;
  std::span<const ParamSetting> params;
  std::span<const Fact> facts;
  std::span<const Document> benchmarks = {};  // sets; an item of a later one goes before those of its id
};

namespace rules {

struct PackDraft;

// Names that do not exist are errors without a place, with a suggestion; a rule's former id is a warning.
// Texts of parameters are copied to `memory`.
void apply_settings(const RuleSettings& settings, std::deque<PackDraft>& packs, Arena& memory,
                    Diagnostics& diagnostics);

}  // namespace rules
}  // namespace martech_audit
