// Tests of packs: small inventories, and what a rule must say of them.
//
//   as_of: 2026-11-23
//   cases:
//     - rule: unused-licences
//       name: half of the seats are idle
//       inventory: {tools: [{id: crm, name: CRM, seats: {purchased: 10}, usage: {active: 5}, …}]}
//       expect:
//         - {entity: crm, outcome: gap, severity: high, degree: 0.44, message: "…", at: tool.seats,
//            money: {recoverable: 4000}}
//
// `outcome` is gap, pass, unknown or not-applicable; `entity` may be left out where the inventory has one
// entity of the rule's scope, and is `organisation` where a rule is undecided because a list is missing. What
// an item leaves out is not compared, a degree only to the decimals written. A gap that no item expects fails
// the case.
//
// `unnoticed` lists the changes that no test case can detect (rules/mutation_run.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/fact_values.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"
#include "rules/rule_set.h"

namespace martech_audit {

struct TestWorld {
  std::shared_ptr<const Inventory> inventory;  // facts are views of it
  Facts facts;
};

// Reads a whole inventory and derives its facts: a case's own, with `martech: 1` and an organisation in
// euros added where it has none. Its places are those of the test file.
using MakeWorld =
    std::function<std::optional<TestWorld>(const Document& inventory, Date as_of, Diagnostics&)>;

struct TestResult {
  std::string rule;
  std::string name;
  Location where;          // of the case
  std::string difference;  // lines that show what was expected and what came; empty where the case passed

  bool passed() const { return difference.empty(); }
};

struct TestRun {
  std::vector<TestResult> cases;  // in the order of the file
  // Errors at the rules of the pack that lack a case: one with a gap, one that passes, one that is not
  // applicable where the rule has a `when` or is optional, and one that is unknown where leaving a field out
  // of a case makes it so.
  std::vector<Diagnostic> uncovered;

  bool passed() const;
};

// Runs the cases of one file against the rules in force. Nothing comes back where the file itself has faults;
// they go to `diagnostics`.
std::optional<TestRun> run_rule_tests(const Document& file, const RulePack& pack, const RuleSet& rules,
                                      const MakeWorld& make_world, Diagnostics& diagnostics);

}  // namespace martech_audit
