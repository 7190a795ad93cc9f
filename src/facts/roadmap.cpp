#include "facts/roadmap.h"

#include <algorithm>
#include <limits>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"

namespace martech_audit::facts {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

// House default: who buys a year after the plan is over does not follow it.
constexpr std::int64_t over_days = 365;

const Value& decided(const Record& item) {
  const Value& day = at(item, roadmap_field::decided_on);
  return day.is(ValueKind::date) ? day : at(item, roadmap_field::starts);
}

// The first day of the roadmap, as far as its items say; those that do not, or not exactly, may be earlier.
struct Beginning {
  std::int64_t day = never;
  Value vague;  // unknown where there are such items
};

Beginning beginning(const Context& context) {
  constexpr std::size_t most_vague = 20;  // each leaves every tool undecided
  Beginning began;
  std::vector<Missing> vague;
  for (const Record* item :
       sorted_by_id(context.inventory.entities(EntityKind::roadmap), roadmap_field::id)) {
    const Value& day = decided(*item);
    const bool is_day = day.is(ValueKind::date);
    if (is_day) began.day = std::min(began.day, day.as_integer());
    const bool is_vague = !is_day || day.is_before();
    if (is_vague && vague.size() < most_vague) vague.push_back({item, roadmap_field::starts.text, {}});
  }
  if (!vague.empty()) began.vague = context.unknown(vague);
  return began;
}

struct Purchase {
  std::int64_t at_latest = never;
  bool is_exact = false;  // the day of the purchase is given
};

Purchase purchase_of(const Record& tool) {
  Purchase purchase;
  for (const FieldPath& path : {tool_field::purchased_on, tool_field::live_on, tool_field::contract_starts}) {
    const Value& day = at(tool, path);
    if (day.is(ValueKind::date)) purchase.at_latest = std::min(purchase.at_latest, day.as_integer());
  }
  const Value& bought = at(tool, tool_field::purchased_on);
  purchase.is_exact = bought.is(ValueKind::date) && !bought.is_before();
  return purchase;
}

std::vector<std::vector<const Record*>> items_of_tools(const Context& context) {
  std::vector<std::vector<const Record*>> items(context.tools().size());
  for (const Record* item :
       sorted_by_id(context.inventory.entities(EntityKind::roadmap), roadmap_field::id)) {
    for (const Value& tool : links_of(*item, roadmap_field::tools))
      items[tool.as_record()->index].push_back(item);
  }
  return items;
}

// Whether an item was decided by the day of the purchase, and not over long before it.
Value is_planned_by(const Context& context, const Record& item, const Record& tool,
                    const Purchase& purchase) {
  const Value& day = decided(item);
  Given given(item);
  if (!day.is(ValueKind::date)) {
    given.lacks(roadmap_field::starts);
    return given.unknown(context.memory);
  }
  if (day.as_integer() - (day.is_before() ? 1 : 0) > purchase.at_latest) return Value::boolean(false);
  Given of_tool(tool);
  if (!purchase.is_exact) of_tool.lacks(tool_field::purchased_on);
  if (!of_tool) return of_tool.unknown(context.memory);
  const Value& ends = at(item, roadmap_field::ends);
  const bool is_over = ends.is(ValueKind::date) && ends.as_integer() + over_days < purchase.at_latest;
  return Value::boolean(!is_over);
}

Value is_planned(const Context& context, const Record& tool, std::span<const Record* const> items) {
  const Purchase purchase = purchase_of(tool);
  Given given(tool);
  for (const Record* item : items) {
    const Value planned = is_planned_by(context, *item, tool, purchase);
    if (planned.is_unknown()) {
      given.fact(planned);
    } else if (planned.as_boolean()) {
      return planned;
    }
  }
  return given ? Value::boolean(false) : given.unknown(context.memory);
}

Value bought_off_roadmap(const Context& context, const Record& tool, const Beginning& began) {
  const Purchase purchase = purchase_of(tool);
  if (purchase.at_latest < began.day) return began.vague.is_unknown() ? began.vague : Value::boolean(false);
  const bool was_planning = began.day != never || began.vague.is_unknown();
  Given given(tool);
  if (was_planning && !purchase.is_exact) given.lacks(tool_field::purchased_on);
  return given ? Value::boolean(was_planning) : given.unknown(context.memory);
}

Value roadmap_not_given(const Context& context) {
  Given given(context.inventory.organisation());
  given.links(list_field::roadmap);
  return given ? Value::null() : given.unknown(context.memory);
}

}  // namespace

Roadmap derive_roadmap(const Context& context) {
  Roadmap roadmap;
  const auto items = items_of_tools(context);
  const Value not_given = roadmap_not_given(context);
  const Beginning began = beginning(context);
  for (const Record& tool : context.tools()) {
    const auto& naming = items[tool.index];
    const Value planned = is_planned(context, tool, naming);
    const bool may_be = planned.is_unknown() || planned.as_boolean();
    roadmap.names_tool.push_back(!naming.empty());
    roadmap.planned.push_back(planned);
    roadmap.bought_off_roadmap.push_back(not_given.is_unknown() ? not_given
                                         : planned.is_unknown() ? planned
                                         : may_be               ? Value::boolean(false)
                                                                : bought_off_roadmap(context, tool, began));
  }
  return roadmap;
}

Value tool_bought_off_roadmap(const Context&, const Roadmap& roadmap, const Record& tool) {
  return roadmap.bought_off_roadmap[tool.index];
}

Value tool_on_roadmap(const Context& context, const Roadmap& roadmap, const Record& tool) {
  const Value not_given = roadmap_not_given(context);
  return not_given.is_unknown() ? not_given : Value::boolean(roadmap.names_tool[tool.index]);
}

Value org_bought_since_review(const Context& context, const Roadmap& roadmap, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  const std::int64_t reviewed = given.exact_day(list_field::reviewed_on);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> bought;
  for (const Record* tool : context.lifecycle.by_id) {
    const Purchase purchase = purchase_of(*tool);
    if (!is_active(context, *tool) || purchase.at_latest <= reviewed) continue;
    const Value& planned = roadmap.planned[tool->index];
    if (!planned.is_unknown() && planned.as_boolean()) continue;
    given.fact(planned);
    if (!purchase.is_exact) given.lacks(*tool, tool_field::purchased_on);
    given.links(list_field::roadmap);
    bought.push_back(Value::record(tool));
  }
  return given ? context.list(bought) : given.unknown(context.memory);
}

}  // namespace martech_audit::facts
