#include "facts/spend.h"

#include <algorithm>

#include "base/decimals.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit::facts {
namespace {

void check_size(const Context& context, const Record& tool, const AmountPaths& paths, Diagnostics& notes) {
  Given given(tool);
  const bool whole = at(tool, paths.amount).is(ValueKind::decimal) && is_given(tool, paths.per) &&
                     is_given(tool, paths.currency);
  if (!whole || yearly(context.inventory, tool, paths, given)) return;
  notes.error(context.inventory.where(tool, paths.amount.text),
              "this amount is too large to convert to a year");
}

Value annual_cost(const Context& context, const Record& tool) {
  Given given(tool);
  const auto paid = yearly_cost(context.inventory, tool, given);
  if (!paid && given) given.lacks(cost.whole);  // too large
  return paid ? amount(context, paid->minor) : given.unknown(context.memory);
}

std::int64_t paid_once(const Context& context, const Record& tool, const AmountPaths& paths) {
  const auto sum = decimal_of(tool, paths.amount);
  const auto own =
      sum ? in_own_currency(context.inventory, *sum, text_of(tool, paths.currency)) : std::nullopt;
  return own ? std::max<std::int64_t>(own->minor, 0) : 0;
}

// What keeps a sum over the tools from being known at all.
Value no_total(const Context& context, const std::vector<Value>& annual) {
  Given tools_given(context.inventory.organisation());
  tools_given.links(list_field::tools);
  if (!tools_given) return tools_given.unknown(context.memory);
  std::vector<Missing> missing;
  for (const Record* tool : context.lifecycle.by_id) {
    if (!is_in_use(context, *tool)) continue;
    if (!annual[tool->index].is_unknown()) continue;
    const auto lacking = annual[tool->index].missing();
    missing.insert(missing.end(), lacking.begin(), lacking.end());
  }
  // Without a tool in use there is nothing to pay.
  return missing.empty() ? amount(context, 0) : context.unknown(missing);
}

}  // namespace

Spend derive_spend(const Context& context, Diagnostics& notes) {
  Spend spend;
  spend.annual.reserve(context.tools().size());
  bool fits = true;
  for (const Record& tool : context.tools()) {
    for (const AmountPaths* paths : {&cost, &unit_price, &lower_plan})
      check_size(context, tool, *paths, notes);
    const Value cost_of_tool = annual_cost(context, tool);
    spend.annual.push_back(cost_of_tool);
    if (!is_in_use(context, tool)) continue;
    (cost_of_tool.is_unknown() ? spend.unknown : spend.known) += 1;
    if (!cost_of_tool.is_unknown()) fits = add(spend.total, cost_of_tool.as_integer()) && fits;
  }
  if (!fits) notes.error({}, "the total annual cost of all tools is too large");
  // Some tools that are free say nothing of those whose cost nobody gives.
  const bool is_known = spend.total > 0 || (spend.known > 0 && spend.unknown == 0);
  spend.total_cost = is_known ? amount(context, spend.total) : no_total(context, spend.annual);
  return spend;
}

std::optional<std::int64_t> annual_minor(const Spend& spend, const Record& tool) {
  const Value& annual = spend.annual[tool.index];
  return annual.is_unknown() ? std::nullopt : std::optional(annual.as_integer());
}

Value share_of_total(const Spend& spend, std::int64_t part) {
  if (spend.total_cost.is_unknown()) return spend.total_cost;
  return Value::real(ratio(part, spend.total));
}

Value spend_by(const Context& context, const Spend& spend,
               const std::function<std::string_view(const Record&)>& key) {
  if (spend.total_cost.is_unknown()) return spend.total_cost;
  Sums sums;
  for (const Record& tool : context.tools()) {
    const auto annual = annual_minor(spend, tool);
    if (annual && is_in_use(context, tool)) add(sums[key(tool)], *annual);
  }
  return map_of(context, sums);
}

Value tool_annual_cost(const Context&, const Spend& spend, const Record& tool) {
  return spend.annual[tool.index];
}

Value tool_cost_share(const Context&, const Spend& spend, const Record& tool) {
  const auto annual = annual_minor(spend, tool);
  return annual ? share_of_total(spend, *annual) : spend.annual[tool.index];
}

// A positive cost says more than a word about the price.
Value tool_free(const Context& context, const Record& tool) {
  if (costs_money(tool)) return Value::boolean(false);
  Given given(tool);
  given.links(tool_field::pricing_metrics);
  return given ? Value::boolean(is_priced_free(tool)) : given.unknown(context.memory);
}

Value tool_lower_plan_saving(const Context& context, const Spend& spend, const Record& tool) {
  Given given(tool);
  const auto lower = yearly(context.inventory, tool, lower_plan, given);
  const std::int64_t now = given.fact(spend.annual[tool.index]).as_integer();
  if (!given) return given.unknown(context.memory);
  return amount(context, std::max<std::int64_t>(now - lower->minor, 0));
}

Value tool_unit_cost(const Context& context, const Spend& spend, const Record& tool) {
  Given given(tool);
  const auto price = yearly(context.inventory, tool, unit_price, given);
  if (price && price->minor > 0)
    return amount(context, price->minor);  // what is paid once has no yearly price
  given.lacks(unit_price.whole);
  Given instead(tool);
  const std::int64_t annual = instead.fact(spend.annual[tool.index]).as_integer();
  const std::int64_t seats = instead.integer(tool_field::seats_purchased);
  if (instead && seats > 0) {
    const Money whole{annual, context.inventory.currency()};
    return Value::real(whole.to_double() / static_cast<double>(seats));
  }
  given.fact(instead.unknown(context.memory));
  return given.unknown(context.memory);
}

Value org_costs_known_share(const Context& context, const Spend& spend, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  const std::int64_t all = spend.known + spend.unknown;
  return Value::real(all == 0 ? 1.0 : ratio(spend.known, all));
}

Value org_costs_known(const Context& context, const Spend& spend, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  std::vector<Missing> missing;
  for (const Record* tool : context.lifecycle.by_id) {
    const Value& annual = spend.annual[tool->index];
    if (is_in_use(context, *tool) && annual.is_unknown()) note_missing(missing, annual.missing());
  }
  return spend.unknown == 0 ? Value::boolean(true) : context.unknown(missing);
}

Value org_spend_by_category(const Context& context, const Spend& spend, const Record&) {
  return spend_by(context, spend, [](const Record& tool) { return text_of(tool, tool_field::category); });
}

Value org_spend_by_department(const Context& context, const Spend& spend, const Record&) {
  return spend_by(context, spend, [](const Record& tool) {
    const Record* owner = reference_of(tool, tool_field::owner);
    return owner == nullptr ? std::string_view() : text_of(*owner, party_field::department);
  });
}

// Of the tools in use: what was paid once for them, and for their implementation and training.
Value org_sunk_costs(const Context& context, const Record&) {
  std::int64_t sum = 0;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool)) continue;
    if (text_of(tool, cost.per) == "once") add(sum, paid_once(context, tool, cost));
    for (const AmountPaths* paths : {&implementation, &user_training})
      add(sum, paid_once(context, tool, *paths));
  }
  return amount(context, sum);
}

Value org_tools_without_cost(const Context& context, const Spend& spend, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  return given ? Value::integer(spend.unknown) : given.unknown(context.memory);
}

Value org_total_cost(const Context&, const Spend& spend, const Record&) { return spend.total_cost; }

}  // namespace martech_audit::facts
