// The facts that a pack defines: checked, compiled, and made known to the expressions that come after them.
#pragma once

#include <cstddef>

#include "martech_audit/diagnostic.h"
#include "rules/compiled.h"
#include "rules/draft.h"

namespace martech_audit::rules {

// Of the pack with that number. A fact may read those before it alone, so none can read itself.
void compile_facts(std::size_t number, PackDraft& draft, CompiledSet& into, Diagnostics& diagnostics);

}  // namespace martech_audit::rules
