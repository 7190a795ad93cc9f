// Which tools are connected with one that has some trait, over any number of integrations.
//
// Tools lie in groups by what is sure to connect them, and in larger ones by what may: connections of which
// something is not said. A tool reaches the trait where its sure group has it; it does not where nobody in
// its possible group can have it; else it is unknown, for want of what is not said within that group.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct DataFlows;

struct Grouping {
  // A tool each: numbers below the count of tools, the same for tools of one group. Tools not in use are in
  // groups of their own.
  std::vector<std::uint32_t> sure;
  std::vector<std::uint32_t> possible;
  std::vector<std::vector<Missing>> doubts;  // by possible group: what would settle its connections
};

// Connected whatever the direction.
Grouping group_connected(const Context& context, const DataFlows& data_flows);
// Data flow from each to each by themselves: files and handwork do not count, and one-way connections only
// where others lead back.
Grouping group_exchanging(const Context& context, const DataFlows& data_flows);

struct Holders {
  std::vector<bool> has;                    // a tool each
  std::vector<std::vector<Missing>> maybe;  // a tool each: what would tell whether it has the trait, too
  std::vector<Missing> anywhere;            // what could give the trait to any tool
};

// No tool has it.
Holders no_holders(const Context& context);

// The tools with the trait, by id; unknown where none is known to have it and one may.
Value tools_with(const Context& context, const Holders& holders);

// Whether each tool reaches one with the trait; itself counts. Tools not in use reach nothing, and of those
// meant to stand alone it is not asked.
std::vector<Value> reach(const Context& context, const Grouping& grouping, const Holders& holders);

}  // namespace martech_audit::facts
