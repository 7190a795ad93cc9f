// The rule packs of a run: those built in, and those given.
#pragma once

#include <optional>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/diagnostic.h"
#include "rules/rule_set.h"

namespace martech_audit {

// Sorted by file name; read when the tool was built.
const std::vector<PackDocument>& built_in_packs();

// What a pack given under the id of a built-in one is: a fault, since whatever names that id would be
// ambiguous and rules could go missing unseen; or, where packs are tested, the copy that is worked on, which
// stands in the place of the built-in one.
enum class Namesake { fault, stands_in };

// The built-in set of benchmarks, and the one that the options name.
std::vector<Document> benchmark_sets(const AuditOptions& options, Diagnostics& diagnostics);

// The packs that the options name, read, checked and compiled. Nothing where there is any error.
std::optional<RuleSet> load_rules(const AuditOptions& options, Diagnostics& diagnostics,
                                  Namesake namesake = Namesake::fault);

}  // namespace martech_audit
