// Which objectives tools serve, and where the money goes.
//
// A tool's yearly cost is split equally over the active objectives that it names. What an enabling tool costs
// goes, equally, to the tools and capabilities it supports and on from there; tools that support each other
// in a circle pass on what they cost together. A capability passes it on to the active objectives that need
// it. What arrives at no active objective is off strategy. Every unit of the currency goes to one place.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Capabilities;
struct Spend;

struct Strategy {
  std::vector<Value> active_objectives;  // a tool each: list, or unknown
  std::vector<Value> linked;             // a tool each: boolean, or unknown
  std::vector<Value> targets;            // a tool each: list of the tools to which it passes its cost on
  std::vector<std::int64_t> spend;       // an objective each, minor units
  std::int64_t off_strategy = 0;         // minor units
  Value costs;       // true; unknown where a tool that reaches no objective has no known cost
  Value unsettled;   // unknown where it is not known how money is split over objectives
  Value first_rank;  // smallest priority of an active objective; unknown where one has none
  Value last_rank;
};

Strategy derive_strategy(const Context& context, const Spend& spend, const Capabilities& capabilities);

Value objective_days_to_due(const Context& context, const Record& objective);
Value objective_spend(const Context& context, const Strategy& strategy, const Record& objective);
Value tool_active_objectives(const Context& context, const Strategy& strategy, const Record& tool);
Value tool_linked(const Context& context, const Strategy& strategy, const Record& tool);
Value tool_links_known(const Context& context, const Record& tool);
Value tool_serves_priority_one(const Context& context, const Strategy& strategy, const Record& tool);
Value tool_spend_targets(const Context& context, const Strategy& strategy, const Record& tool);
Value tool_supports_something(const Context& context, const Record& tool);
Value org_lowest_priority_spend_share(const Context& context, const Spend& spend, const Strategy& strategy,
                                      const Record& organisation);
Value org_priority_one_spend_share(const Context& context, const Spend& spend, const Strategy& strategy,
                                   const Record& organisation);
Value org_spend_by_objective(const Context& context, const Strategy& strategy, const Record& organisation);
Value org_off_strategy_costs_known(const Context& context, const Strategy& strategy,
                                   const Record& organisation);
Value org_spend_off_strategy(const Context& context, const Strategy& strategy, const Record& organisation);
Value org_spend_off_strategy_share(const Context& context, const Spend& spend, const Strategy& strategy,
                                   const Record& organisation);

}  // namespace martech_audit::facts
