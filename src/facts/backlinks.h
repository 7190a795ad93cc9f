// What names what, seen from what is named: the initiatives of a tool, the tools of a process.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

// Lists in the order of the inventory.
struct Backlinks {
  std::vector<Value> initiatives;  // a tool each
  std::vector<Value> tools;        // a process each
};

Backlinks derive_backlinks(const Context& context);

Value process_tools(const Context& context, const Backlinks& backlinks, const Record& process);
Value tool_initiatives(const Context& context, const Backlinks& backlinks, const Record& tool);

}  // namespace martech_audit::facts
