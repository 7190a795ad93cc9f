#include "facts/orchestration.h"

#include <algorithm>
#include <array>

#include "facts/fields.h"
#include "facts/given.h"
#include "facts/reach.h"
#include "facts/words.h"
#include "facts/workings.h"

namespace martech_audit::facts {
namespace {

constexpr std::array<std::string_view, 6> kit_parts{"content planning", "calendar",  "visualisation",
                                                    "publishing",       "workflows", "collaboration"};
enum Part : std::uint8_t {
  plan = 1,
  calendar = 2,
  show = 4,
  publish = 8,
  flow = 16,
  collaborate = 32,
  all = 63
};

struct Word {
  std::string_view word;
  unsigned bits;
};

// Categories, and what organisations call the capability. Sorted.
constexpr std::array words{
    Word{"agile-lean-management", plan | flow | collaborate},
    Word{"automation", flow},
    Word{"business-intelligence", show},
    Word{"calendar", calendar},
    Word{"calendaring", calendar},
    Word{"campaign-planning", plan},
    Word{"cms", publish},
    Word{"cms-web-experience", publish},
    Word{"collaboration", collaborate},
    Word{"content-calendar", plan | calendar},
    Word{"content-management", publish},
    Word{"content-marketing", plan | calendar | publish | flow},
    Word{"content-planning", plan},
    Word{"content-publishing", publish},
    Word{"dashboards", show},
    Word{"dashboards-visualisation", show},
    Word{"dashboards-visualization", show},
    Word{"data-visualisation", show},
    Word{"data-visualization", show},
    Word{"editorial-calendar", plan | calendar},
    Word{"editorial-planning", plan},
    Word{"email-automation", publish},
    Word{"email-marketing", publish},
    Word{"marketing-automation", publish | flow},
    Word{"marketing-calendar", calendar},
    Word{"marketing-resource-management", plan | calendar | flow},
    Word{"mobile-marketing", publish},
    Word{"omnichannel-publishing", publish},
    Word{"project-management", plan | flow | collaborate},
    Word{"project-planning", plan},
    Word{"projects-workflow", plan | flow | collaborate},
    Word{"publishing", publish},
    Word{"reporting", show},
    Word{"social-media-management", calendar | publish},
    Word{"social-publishing", publish},
    Word{"team-chat", collaborate},
    Word{"visualisation", show},
    Word{"visualization", show},
    Word{"work-management", plan | flow | collaborate},
    Word{"workflow", flow},
    Word{"workflow-automation", flow},
    Word{"workflows", flow},
};
static_assert(std::ranges::is_sorted(words, {}, &Word::word));

// No maturity aimed at: a statement that nobody needs it.
unsigned unneeded(const Workings& workings) {
  unsigned bits = 0;
  for (const Record& capability : workings.inventory.entities(EntityKind::capability)) {
    if (integer_of(capability, capability_field::target_level) != 0) continue;
    bits |= bits_of(words, text_of(capability, capability_field::id));
  }
  return bits;
}

// Active tools that have one of the parts.
Trait with_part(const Workings& workings, unsigned parts) {
  Trait trait = no_trait(workings);
  for (const Record& tool : workings.tools()) {
    if (!is_active(workings, tool)) continue;
    trait.has[tool.index] = (bits_of(words, tool) & parts) != 0;
    if (!says_what_it_is(tool)) note_missing(trait.maybe[tool.index], tool, tool_field::category);
  }
  if (!workings.inventory.declared(EntityKind::tool))
    note_missing(trait.anywhere, workings.inventory.organisation(), list_field::tools);
  return trait;
}

constexpr unsigned planning = plan | calendar;

}  // namespace

Value org_planning_tools(const Workings& workings, const Record&) {
  return tools_with(workings, with_part(workings, planning));
}

Value org_publishing_tools(const Workings& workings, const Record&) {
  return tools_with(workings, with_part(workings, publish));
}

Value org_planning_reaches_publishing(const Workings& workings, const Record&) {
  const Trait plans = with_part(workings, planning);
  const auto reached = reach(workings, group_connected(workings), with_part(workings, publish));
  std::vector<Missing> missing = plans.anywhere;
  for (const Record* tool : workings.themes.lifecycle.by_id) {
    const Value& there = reached[tool->index];
    const bool may_reach = there.is_unknown() || there.as_boolean();
    if (!may_reach) continue;
    if (plans.has[tool->index] && !there.is_unknown()) return Value::boolean(true);
    if (plans.has[tool->index] || !plans.maybe[tool->index].empty()) {
      note_missing(missing, plans.maybe[tool->index]);
      if (there.is_unknown()) note_missing(missing, there.missing());
    }
  }
  return missing.empty() ? Value::boolean(false) : workings.unknown(missing);
}

Value org_kit_gaps(const Workings& workings, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  unsigned found = unneeded(workings);
  for (const Record* tool : workings.themes.lifecycle.by_id) {
    if (!is_active(workings, *tool)) continue;
    found |= bits_of(words, *tool);
    if (!says_what_it_is(*tool)) given.lacks(*tool, tool_field::category);
  }
  if (!given && found != all) return given.unknown(workings.memory);
  std::vector<Value> gaps;
  for (std::size_t i = 0; i < kit_parts.size(); ++i) {
    if ((found >> i & 1U) == 0) gaps.push_back(Value::string(kit_parts[i]));
  }
  return workings.list(gaps);
}

}  // namespace martech_audit::facts
