// What names what, seen from what is named: the initiatives of a tool, the tools of a process.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

// Lists in the order of the inventory.
struct Naming {
  std::vector<Value> initiatives;  // a tool each
  std::vector<Value> tools;        // a process each
};

Naming derive_naming(const Context& context);

Value process_tools(const Context& context, const Naming& naming, const Record& process);
Value tool_initiatives(const Context& context, const Naming& naming, const Record& tool);

}  // namespace martech_audit::facts
