#include "facts/lifecycle.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "facts/context.h"
#include "facts/contracts.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/labels.h"
#include "facts/standing.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

// A tool of which nothing is said counts as active, the strict side.
Status status_of(const Record& tool) {
  const std::string_view word = text_of(tool, tool_field::status);
  const auto at = std::find(model::tool_statuses.begin(), model::tool_statuses.end(), word);
  if (at == model::tool_statuses.end()) return Status::active;
  return static_cast<Status>(at - model::tool_statuses.begin());
}

Status status(const Context& context, const Record& tool) { return context.lifecycle.status[tool.index]; }

Between days(const Context& context, const Record& tool, const FieldPath& date, std::string_view of = {}) {
  return days_since(at(tool, date), context.today, of);
}

bool is_being_introduced(Status status) {
  return status == Status::evaluating || status == Status::pilot || status == Status::implementing;
}

// Of the days that a count is about: its window, or a month.
std::int64_t window_of(const Record& tool) {
  constexpr std::int64_t usual = 30;
  return integer_of(tool, tool_field::usage_window_days).value_or(usual);
}

// A contract that ran out and was never stopped in the list renewed nothing of what is gone.
bool will_renew(const Record& tool, std::int64_t today) {
  const Contract contract = contract_on(tool, today);
  return boolean_of(tool, tool_field::contract_auto_renews) == true && contract.ends &&
         *contract.ends >= today && !contract.is_rolled;
}

bool is_used_now(const Record& tool, Status status, Standing standing, std::int64_t today) {
  if (status == Status::evaluating) return is_bought(tool) || standing == Standing::active;
  return status != Status::retired || is_used_since_retired(tool, today) || will_renew(tool, today);
}

}  // namespace

Lifecycle derive_lifecycle(const Inventory& inventory, std::int64_t today) {
  const auto tools = inventory.entities(EntityKind::tool);
  Lifecycle lifecycle;
  lifecycle.status.reserve(tools.size());
  for (const Record& tool : tools) lifecycle.status.push_back(status_of(tool));
  lifecycle.standing = standings(inventory, lifecycle.status, today);
  for (const Record& tool : tools)
    lifecycle.in_use.push_back(
        is_used_now(tool, lifecycle.status[tool.index], lifecycle.standing[tool.index], today));
  lifecycle.by_id = sorted_by_id(tools, tool_field::id);
  lifecycle.position.resize(lifecycle.by_id.size());
  for (std::uint32_t i = 0; i < lifecycle.by_id.size(); ++i)
    lifecycle.position[lifecycle.by_id[i]->index] = i;
  return lifecycle;
}

bool is_active(const Context& context, const Record& tool) {
  return context.lifecycle.standing[tool.index] == Standing::active;
}

bool is_in_use(const Context& context, const Record& tool) { return context.lifecycle.in_use[tool.index]; }

bool is_enabling(const Record& tool) {
  const std::string_view kind = text_of(tool, tool_field::kind);
  return !kind.empty() && kind != "business" && !is_odd_kind(tool);
}

// A retirement that is only a bound proves nothing.
bool is_used_since_retired(const Record& tool, std::int64_t today) {
  const Value& counted = at(tool, tool_field::usage_measured_on);
  const Value& retired = at(tool, tool_field::retired_on);
  if (integer_of(tool, tool_field::usage_active).value_or(0) <= 0 || !counted.is(ValueKind::date))
    return false;
  if (counted.is_before() || today - counted.as_integer() > fresh_usage_days) return false;
  return !retired.is(ValueKind::date) || retired.is_before() ||
         counted.as_integer() - window_of(tool) >= retired.as_integer();
}

Value tool_active(const Context& context, const Record& tool) {
  const Standing standing = context.lifecycle.standing[tool.index];
  if (standing != Standing::unknown) return Value::boolean(standing == Standing::active);
  return context.unknown(lacking_for_standing(tool, status(context, tool)));
}

Value tool_in_service(const Context& context, const Record& tool) {
  const Status said = status(context, tool);
  if (said != Status::evaluating) return Value::boolean(said != Status::retired);
  return tool_active(context, tool);
}

Value tool_audited(const Context& context, const Record& tool) {
  return Value::boolean(is_in_use(context, tool));
}

Value tool_enabling(const Context& context, const Record& tool) {
  Given given(tool);
  if (is_odd_kind(tool)) given.lacks(tool_field::because);
  return given ? Value::boolean(is_enabling(tool)) : given.unknown(context.memory);
}

namespace {

// A tool that is said to be in use is not going live later; the day says nothing then.
bool is_live_ahead(const Context& context, const Record& tool) {
  const Value& live = at(tool, tool_field::live_on);
  return live.is(ValueKind::date) && live.as_integer() > context.today &&
         !is_being_introduced(status(context, tool));
}

// A contract's first day is a bound: it may be that of the current term. What was bought on a known day went
// live then or later.
Between age_of(const Context& context, const Record& tool) {
  constexpr std::string_view fact = "age_days";
  const bool has_day = is_given(tool, tool_field::live_on) && !is_live_ahead(context, tool);
  Between age = days(context, tool, has_day ? tool_field::live_on : tool_field::purchased_on, fact);
  if (is_exact(age)) return age;
  const Between bought = days(context, tool, tool_field::purchased_on);
  if (has_day && is_exact(bought) && bought.most >= age.least) age.most = bought.most;
  age.least = std::max(age.least, days(context, tool, tool_field::contract_starts).least);
  if (age.least > age.most) age.most = std::numeric_limits<std::int64_t>::max();
  return age;
}

}  // namespace

Value tool_age_days(const Context& context, const Record& tool) {
  Given given(tool);
  given.lacks(tool_field::live_on);  // what would tell the age best
  return given.within(age_of(context, tool), context.memory);
}

// What is live, or under contract, was bought by then: the purchase is at least as long ago.
Value tool_purchase_age_days(const Context& context, const Record& tool) {
  Between bought = days(context, tool, tool_field::purchased_on, "purchase_age_days");
  for (const FieldPath& later : {tool_field::live_on, tool_field::contract_starts}) {
    if (!is_exact(bought)) bought.least = std::max(bought.least, days(context, tool, later).least);
  }
  Given given(tool);
  given.lacks(tool_field::purchased_on);
  return given.within(bought, context.memory);
}

Value tool_ramping(const Context& context, const Record& tool) {
  if (is_being_introduced(status(context, tool)) && !is_active(context, tool)) {
    const Value active = tool_active(context, tool);
    return active.is_unknown() ? active : Value::boolean(true);
  }
  const Between age = age_of(context, tool);
  if (age.most < ramp_days) return Value::boolean(true);
  if (age.least >= ramp_days) return Value::boolean(false);
  Given given(tool);
  given.lacks(tool_field::live_on);  // what would tell the age best
  return given.unknown(context.memory);
}

// What is at least so long ago, bounds included; of several days the earliest.
Value tool_least_age_days(const Context& context, const Record& tool) {
  if (const auto least = least_age_days(tool, context.today)) return Value::integer(*least);
  Given given(tool);
  given.lacks(tool_field::live_on);
  given.lacks(tool_field::purchased_on);
  return given.unknown(context.memory);
}

Value tool_used_since_retired(const Context& context, const Record& tool) {
  Given given(tool);
  given.integer(tool_field::usage_active);
  given.exact_day(tool_field::usage_measured_on);
  return given ? Value::boolean(is_used_since_retired(tool, context.today)) : given.unknown(context.memory);
}

Value org_active_tools(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  const auto& all = context.lifecycle.standing;
  return Value::integer(std::count(all.begin(), all.end(), Standing::active));
}

}  // namespace martech_audit::facts
