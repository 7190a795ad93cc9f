// The rule packs of a run: those built in, and those given.
#pragma once

#include <optional>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/diagnostic.h"
#include "rules/rule_set.h"

namespace martech_audit {

// Sorted by file name; read when the tool was built. They live as long as the program, so that diagnostics
// may point into them.
const std::vector<PackDocument>& built_in_packs();

// The packs that the options name, as documents. Fewer than named where one could not be read. A pack given
// under the id of a built-in one stands in its place, so that a copy can be worked on.
std::vector<PackDocument> pack_documents(const AuditOptions& options, Diagnostics& diagnostics);

// The same, checked and compiled. Nothing where there is any error.
std::optional<RuleSet> load_rules(const AuditOptions& options, Diagnostics& diagnostics);

}  // namespace martech_audit
