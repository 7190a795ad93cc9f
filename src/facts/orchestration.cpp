#include "facts/orchestration.h"

#include <algorithm>
#include <array>

#include "facts/context.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/reach.h"
#include "facts/tool_traits.h"

namespace martech_audit::facts {
namespace {

constexpr std::array<std::string_view, 6> kit_parts{"content planning", "calendar",  "visualisation",
                                                    "publishing",       "workflows", "collaboration"};
constexpr std::array<Traits, kit_parts.size()> kit_traits{Trait::plans,          Trait::has_calendar,
                                                          Trait::visualises,     Trait::publishes,
                                                          Trait::runs_workflows, Trait::collaborates};
constexpr Traits planning = Trait::plans | Trait::has_calendar;

// No maturity aimed at: a statement that nobody needs it.
Traits unneeded(const Context& context) {
  Traits traits = 0;
  for (const Record& capability : context.inventory.entities(EntityKind::capability)) {
    if (integer_of(capability, capability_field::target_level) != 0) continue;
    traits |= catalogue::traits_of_capability(text_of(capability, capability_field::id));
  }
  return traits;
}

// Active tools that have one of the traits.
Holders with_one(const Context& context, Traits wanted) {
  Holders holders = no_holders(context);
  for (const Record& tool : context.tools()) {
    if (!is_active(context, tool)) continue;
    holders.has[tool.index] = (traits_of(tool) & wanted) != 0;
    if (!says_what_it_is(tool)) note_missing(holders.maybe[tool.index], tool, tool_field::category);
  }
  if (!context.inventory.declared(EntityKind::tool))
    note_missing(holders.anywhere, context.inventory.organisation(), list_field::tools);
  return holders;
}

}  // namespace

Value org_planning_tools(const Context& context, const Record&) {
  return tools_with(context, with_one(context, planning));
}

Value org_publishing_tools(const Context& context, const Record&) {
  return tools_with(context, with_one(context, Trait::publishes));
}

Value org_planning_reaches_publishing(const Context& context, const DataFlows& data_flows, const Record&) {
  const Holders plans = with_one(context, planning);
  const auto reached =
      reach(context, group_connected(context, data_flows), with_one(context, Trait::publishes));
  std::vector<Missing> missing = plans.anywhere;
  for (const Record* tool : context.lifecycle.by_id) {
    const Value& there = reached[tool->index];
    const bool may_reach = there.is_unknown() || there.as_boolean();
    if (!may_reach) continue;
    if (plans.has[tool->index] && !there.is_unknown()) return Value::boolean(true);
    if (plans.has[tool->index] || !plans.maybe[tool->index].empty()) {
      note_missing(missing, plans.maybe[tool->index]);
      if (there.is_unknown()) note_missing(missing, there.missing());
    }
  }
  return missing.empty() ? Value::boolean(false) : context.unknown(missing);
}

Value org_kit_gaps(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  Traits found = unneeded(context);
  for (const Record* tool : context.lifecycle.by_id) {
    if (!is_active(context, *tool)) continue;
    found |= traits_of(*tool);
    if (!says_what_it_is(*tool)) given.lacks(*tool, tool_field::category);
  }
  std::vector<Value> gaps;
  for (std::size_t i = 0; i < kit_parts.size(); ++i) {
    if ((found & kit_traits[i]) == 0) gaps.push_back(Value::string(kit_parts[i]));
  }
  return given || gaps.empty() ? context.list(gaps) : given.unknown(context.memory);
}

}  // namespace martech_audit::facts
