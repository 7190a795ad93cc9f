// How much of what an audit needs the inventory says.
//
// Eight facts about each tool in use are essential: owner, cost, end of the contract (not of free tools),
// problem, what it serves (objectives; of enabling tools what they support), category, pricing metrics, and
// since when it is there. A fact marked not_applicable counts as given.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Spend;

struct Coverage {
  std::vector<Value> missing_essentials;  // a tool each: list of paths
};

Coverage derive_coverage(const Context& context, const Spend& spend);

Value tool_missing_essentials(const Context& context, const Coverage& coverage, const Record& tool);
Value org_completeness(const Context& context, const Spend& spend, const Coverage& coverage,
                       const Record& organisation);
Value org_missing_lists(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
