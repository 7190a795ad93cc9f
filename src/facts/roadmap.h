// What was bought, and whether that was planned.
//
// When a tool was bought is told by purchased_on; that it was live or under contract by some day shows that
// it was bought no later. Planned is what an item names that was decided by then (decided_on, else its first
// day) and that was not long over. The roadmap was there from the first such day on.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

struct Roadmap {
  std::vector<bool> names_tool;           // a tool each
  std::vector<Value> planned;             // a tool each: boolean, or unknown
  std::vector<Value> bought_off_roadmap;  // a tool each: boolean, or unknown
};

Roadmap derive_roadmap(const Context& context);

Value tool_bought_off_roadmap(const Context& context, const Roadmap& roadmap, const Record& tool);
Value tool_on_roadmap(const Context& context, const Roadmap& roadmap, const Record& tool);
Value org_bought_since_review(const Context& context, const Roadmap& roadmap, const Record& organisation);

}  // namespace martech_audit::facts
