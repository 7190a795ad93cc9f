// Who has left. What they owned is owned by nobody.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

struct Departures {
  // A team each: somebody is listed in it, all of those have left, and nothing says that there are others.
  std::vector<bool> deserted;
};

Departures derive_departures(const Context& context);

// Of a party that is a person or a team.
bool has_left(const Context& context, const Departures& departures, const Record& party);

Value party_left(const Context& context, const Departures& departures, const Record& party);
Value person_left(const Context& context, const Record& person);
Value tool_owner_left(const Context& context, const Departures& departures, const Record& tool);

}  // namespace martech_audit::facts
