// Which tools do what others do as well.
//
// Only active tools count, but covered_elsewhere also says of others whether active ones do all they can. Of
// a tool's capabilities those marked primary are its core; where none is marked, all are. Two tools overlap
// where they have a core capability in common and their scopes meet: in regions, teams and audience alike,
// either one of them says nothing or both name the same. Modules of one contract (same vendor, same end) do
// not overlap.
//
// A tool that names no capability may have any. Where that could make a tool one that is covered, or a
// duplicate of a dearer one, these two are unknown, so that leaving capabilities out hides no overlap.
//
// Of each group the dearest tool counts as the one to keep, so that a finding at each of the others claims
// the cheaper ones. Tools of unknown cost rank before all others, equal ones by id.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Spend;

struct Overlap {  // a tool each
  std::vector<Value> shares_capability_with;
  std::vector<Value> duplicates;
  std::vector<Value> overlap_capabilities;
  std::vector<Value> repeated_capabilities;
  std::vector<Value> covered_elsewhere;
};

Overlap derive_overlap(const Context& context, const Spend& spend);

Value tool_covered_elsewhere(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_duplicates(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_overlap_capabilities(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_repeated_capabilities(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_shares_capability_with(const Context& context, const Overlap& overlap, const Record& tool);
Value org_overlap_capabilities(const Context& context, const Overlap& overlap, const Record& organisation);

}  // namespace martech_audit::facts
