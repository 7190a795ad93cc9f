// Draft to compiled rule.
#pragma once

#include "martech_audit/diagnostic.h"
#include "rules/compiled.h"
#include "rules/draft.h"

namespace martech_audit::rules {

// The rule's variables are declared in the environment, which is its own (Environments::of_rule).
CompiledRule compile_rule(cel::Environment& environment, const RuleDraft& draft, Diagnostics& diagnostics);

// The path below the entity that `at` names: "seats" for "tool.seats". Every step must be a field of the
// model, and all but the last a block. Nothing where `at` is left out or wrong.
std::string_view check_at(const RuleDraft& draft, Diagnostics& diagnostics);

}  // namespace martech_audit::rules
