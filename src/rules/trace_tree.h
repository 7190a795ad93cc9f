// What the parts of an expression came to, as a tree for people.
#pragma once

#include <string>

#include "rules/evaluator.h"
#include "rules/rule_set.h"

namespace martech_audit {
namespace rules {

// A line a part, outermost first, each two columns further in than the part it belongs to:
//
//   tool.annual_cost > 1000 && tool.owner == "ana"   true
//     tool.annual_cost > 1000                        true
//       tool.annual_cost                             18000.0
//
// Values are written as CEL writes them, entities by kind and id, what is not known with the fields that are
// missing; long ones are cut. Control characters are escaped.
std::string trace_tree(const cel::Program& program, Evaluator& evaluator);

}  // namespace rules

// How a rule came to its verdict on an entity: its `when`, variables and `assert`, each as a tree. The rule's
// number counts those in force.
std::string rule_trace(const RuleSet& rules, std::uint32_t rule, const Inventory& inventory,
                       const Facts& facts, Date as_of, const Record& entity);

}  // namespace martech_audit
