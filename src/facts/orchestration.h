// What it takes to plan content and bring it out together, and which active tools have it.
//
// A tool has a part by its category or by a capability it names, in the words of the table in the .cpp. Parts
// that a declared capability rules out by target_level 0 are not needed.
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct DataFlows;

Value org_kit_gaps(const Context& context, const Record& organisation);
Value org_planning_reaches_publishing(const Context& context, const DataFlows& data_flows,
                                      const Record& organisation);
Value org_planning_tools(const Context& context, const Record& organisation);
Value org_publishing_tools(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
