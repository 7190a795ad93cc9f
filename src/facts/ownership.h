// Who answers for tools, and which functions of the business take part.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Workings;

struct Ownership {
  std::vector<Value> functions;  // a tool each: list of words, or unknown
};

Ownership derive_ownership(const Workings& workings);

Value dataset_functions(const Workings& workings, const Record& dataset);
Value party_left(const Workings& workings, const Record& party);
Value person_left(const Workings& workings, const Record& person);
Value tool_functions(const Workings& workings, const Record& tool);
Value tool_owner_department(const Workings& workings, const Record& tool);
Value tool_owner_left(const Workings& workings, const Record& tool);
Value org_siloed_share(const Workings& workings, const Record& organisation);

}  // namespace martech_audit::facts
