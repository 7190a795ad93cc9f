// Who answers for tools, and which functions of the business take part.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct DataFlows;
struct Departures;

struct Ownership {
  std::vector<Value> functions;  // a tool each: list of words, or unknown
};

Ownership derive_ownership(const Context& context, const Departures& departures);

Value dataset_functions(const Context& context, const Record& dataset);
Value objective_functions(const Context& context, const Departures& departures, const Record& objective);
Value tool_functions(const Context& context, const Ownership& ownership, const Record& tool);
Value tool_owner_department(const Context& context, const Record& tool);
Value org_siloed_share(const Context& context, const DataFlows& data_flows, const Ownership& ownership,
                       const Record& organisation);

}  // namespace martech_audit::facts
