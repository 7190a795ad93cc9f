// Tests of tests: changes a pack in one place after the other (rules/mutations.h) and asks its cases whether
// they notice.
//
// Changes that no case can notice, because what they allow cannot come about, may be listed in the file of
// the cases with the reason, under the name that they have here; no rule is named where a parameter changes:
//
//   unnoticed:
//     - {rule: unused-licences, change: "degree: 0.99 for 1.0", reason: …}
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "rules/rule_set.h"
#include "rules/rule_tests.h"

namespace martech_audit {

// Loads the pack with this text in its place, among the same others; nothing where it has faults.
using LoadChanged = std::function<std::optional<RuleSet>(SourcePtr pack)>;

struct MutationRun {
  std::size_t made = 0;     // changes that leave a pack without faults
  std::size_t excused = 0;  // listed as not to be noticed
  // Errors: at the places in the pack whose change no case notices, and in the file's list where it names a
  // change that is noticed, or none at all.
  std::vector<Diagnostic> unnoticed;
};

// Of a file and rules that run_rule_tests() passes.
MutationRun mutate_rules(const Document& file, const RulePack& pack, const RuleSet& rules,
                         const MakeWorld& make_world, const LoadChanged& load);

}  // namespace martech_audit
