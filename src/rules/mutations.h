// Mutations: small changes of a pack that its cases should notice. A threshold that no case holds in place
// may be wrong without anybody seeing it.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace martech_audit::rules {

// `replacement` instead of the bytes at `where` of the pack's source.
struct Mutation {
  std::string rule;    // empty where a parameter changes, which may serve several rules
  std::string change;  // "when: >= for > in tool.age_days > 90"; unique within the rule
  Location where;
  std::string replacement;
};

// Every comparison loses or gains its boundary, equality turns around; every operand of && and || is left out
// or becomes its opposite, every ! is dropped, every condition of ?: decided both ways; every number moves a
// little, and parameters both ways. Of the rules in force, in the order of the pack; messages stay as they
// are.
std::vector<Mutation> mutations(const RuleSet& rules, const RulePack& pack);

}  // namespace martech_audit::rules
