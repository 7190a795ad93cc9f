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
// Of each group one counts as the tool to keep: the most critical, else the one with the most active users
// for its cost, else with the most integrations, else one that serves an objective with a KPI, else the one
// whose contract runs longest, else the dearest. What nobody knows of a tool speaks for none, but one of
// unknown cost is dear. Two of which one names the other in `relation` are meant to be there, until its day.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Spend;

struct DataFlows;

struct Overlap {  // a tool each
  std::vector<Value> shares_capability_with;
  std::vector<Value> duplicates;
  std::vector<Value> overlap_capabilities;
  std::vector<Value> repeated_capabilities;
  std::vector<Value> kept_for;  // text: why the first of its duplicates is the one to keep
  std::vector<Value> covered_elsewhere;
};

Overlap derive_overlap(const Context& context, const Spend& spend, const DataFlows& flows);

Value tool_covered_elsewhere(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_duplicate_reason(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_duplicates(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_overlap_capabilities(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_repeated_capabilities(const Context& context, const Overlap& overlap, const Record& tool);
Value tool_shares_capability_with(const Context& context, const Overlap& overlap, const Record& tool);
Value org_overlap_capabilities(const Context& context, const Overlap& overlap, const Record& organisation);

}  // namespace martech_audit::facts
