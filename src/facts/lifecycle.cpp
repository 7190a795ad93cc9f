#include "facts/lifecycle.h"

#include <algorithm>
#include <optional>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
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

std::optional<std::int64_t> sure_days(const Context& context, const Record& tool, const FieldPath& date) {
  return days_since(at(tool, date), context.today);
}

// At least as many as have gone by, however the date is written.
std::optional<std::int64_t> least_days(const Context& context, const Record& tool, const FieldPath& date) {
  const Value& day = at(tool, date);
  return day.is(ValueKind::date) ? std::optional(context.today - day.as_integer()) : std::nullopt;
}

bool is_being_introduced(Status status) {
  return status == Status::evaluating || status == Status::pilot || status == Status::implementing;
}

// A price on a quote is no payment: somebody signed or bought.
bool is_paid(const Record& tool) {
  const bool is_bought = is_given(tool, tool_field::purchased_on) ||
                         is_given(tool, tool_field::contract_starts) ||
                         is_given(tool, tool_field::contract_ends);
  return costs_money(tool) && is_bought;
}

// Of the days that a count is about: its window, or a month.
std::int64_t window_of(const Record& tool) {
  constexpr std::int64_t usual = 30;
  return integer_of(tool, tool_field::usage_window_days).value_or(usual);
}

// By a count of late whose whole window lies behind the retirement. A retirement that is only a bound proves
// nothing.
bool is_still_used(const Record& tool, std::int64_t today) {
  const Value& counted = at(tool, tool_field::usage_measured_on);
  const Value& retired = at(tool, tool_field::retired_on);
  if (integer_of(tool, tool_field::usage_active).value_or(0) <= 0 || !counted.is(ValueKind::date))
    return false;
  if (counted.is_before() || today - counted.as_integer() > fresh_usage_days) return false;
  return !retired.is(ValueKind::date) || retired.is_before() ||
         counted.as_integer() - window_of(tool) >= retired.as_integer();
}

bool will_renew(const Record& tool, std::int64_t today) {
  const Value& ends = at(tool, tool_field::contract_ends);
  return boolean_of(tool, tool_field::contract_auto_renews).value_or(false) && ends.is(ValueKind::date) &&
         ends.as_integer() >= today;
}

bool is_used_now(const Record& tool, Status status, std::int64_t today) {
  if (status == Status::evaluating) return is_paid(tool);
  return status != Status::retired || is_still_used(tool, today) || will_renew(tool, today);
}

}  // namespace

Lifecycle derive_lifecycle(const Inventory& inventory, std::int64_t today) {
  const auto tools = inventory.entities(EntityKind::tool);
  Lifecycle lifecycle;
  lifecycle.status.reserve(tools.size());
  for (const Record& tool : tools) {
    lifecycle.status.push_back(status_of(tool));
    lifecycle.in_use.push_back(is_used_now(tool, lifecycle.status.back(), today));
  }
  lifecycle.by_id = sorted_by_id(tools, tool_field::id);
  lifecycle.position.resize(lifecycle.by_id.size());
  for (std::uint32_t i = 0; i < lifecycle.by_id.size(); ++i)
    lifecycle.position[lifecycle.by_id[i]->index] = i;
  return lifecycle;
}

bool is_active(const Context& context, const Record& tool) { return status(context, tool) == Status::active; }

bool is_in_use(const Context& context, const Record& tool) { return context.lifecycle.in_use[tool.index]; }

bool is_enabling(const Record& tool) {
  const std::string_view kind = text_of(tool, tool_field::kind);
  return !kind.empty() && kind != "business";
}

Value tool_active(const Context& context, const Record& tool) {
  return Value::boolean(is_active(context, tool));
}

Value tool_audited(const Context& context, const Record& tool) {
  return Value::boolean(is_in_use(context, tool));
}

Value tool_enabling(const Context&, const Record& tool) { return Value::boolean(is_enabling(tool)); }

// A contract's first day is a bound: it may be that of the current term.
Value tool_age_days(const Context& context, const Record& tool) {
  if (const auto live = sure_days(context, tool, tool_field::live_on)) return Value::integer(*live);
  Given given(tool);
  given.lacks(tool_field::live_on);
  if (!is_given(tool, tool_field::live_on)) {
    if (const auto bought = sure_days(context, tool, tool_field::purchased_on))
      return Value::integer(*bought);
    given.lacks(tool_field::purchased_on);
  }
  const auto contract = least_days(context, tool, tool_field::contract_starts);
  if (contract && *contract > sure_age_days) return Value::integer(*contract);
  if (!contract && !is_given(tool, tool_field::live_on)) given.lacks(tool_field::contract_starts);
  return given.unknown(context.memory);
}

// What is live, or under contract, was bought by then: the purchase is at least as long ago.
Value tool_purchase_age_days(const Context& context, const Record& tool) {
  if (const auto bought = sure_days(context, tool, tool_field::purchased_on)) return Value::integer(*bought);
  for (const FieldPath& later : {tool_field::live_on, tool_field::contract_starts}) {
    const auto age = least_days(context, tool, later);
    if (age && *age > sure_age_days) return Value::integer(*age);
  }
  Given given(tool);
  given.lacks(tool_field::purchased_on);
  return given.unknown(context.memory);
}

// Live since a day that is only a bound, it is ramping where it was bought within these days, and not where
// the bound, or the contract, is older than they are.
Value tool_ramping(const Context& context, const Record& tool) {
  if (is_being_introduced(status(context, tool))) return Value::boolean(true);
  const Value age = tool_age_days(context, tool);
  if (!age.is_unknown()) return Value::boolean(age.as_integer() < ramp_days);
  const auto bought = sure_days(context, tool, tool_field::purchased_on);
  if (bought && *bought < ramp_days) return Value::boolean(true);
  for (const FieldPath& least : {tool_field::live_on, tool_field::contract_starts}) {
    const auto days = least_days(context, tool, least);
    if (days && *days >= ramp_days) return Value::boolean(false);
  }
  return age;
}

// What is at least so long ago, bounds included; of several days the earliest.
Value tool_least_age_days(const Context& context, const Record& tool) {
  std::optional<std::int64_t> most;
  for (const FieldPath& date : {tool_field::live_on, tool_field::purchased_on, tool_field::contract_starts}) {
    const auto days = least_days(context, tool, date);
    if (days && (!most || *days > *most)) most = *days;
  }
  if (most) return Value::integer(*most);
  Given given(tool);
  given.lacks(tool_field::live_on);
  given.lacks(tool_field::purchased_on);
  return given.unknown(context.memory);
}

Value tool_used_since_retired(const Context& context, const Record& tool) {
  Given given(tool);
  given.integer(tool_field::usage_active);
  given.exact_day(tool_field::usage_measured_on);
  return given ? Value::boolean(is_still_used(tool, context.today)) : given.unknown(context.memory);
}

Value org_active_tools(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  const auto& all = context.lifecycle.status;
  return Value::integer(std::count(all.begin(), all.end(), Status::active));
}

}  // namespace martech_audit::facts
