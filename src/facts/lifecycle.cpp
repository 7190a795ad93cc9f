#include "facts/lifecycle.h"

#include <algorithm>
#include <optional>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"

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

std::optional<std::int64_t> days_since(const Context& context, const Record& tool, const FieldPath& date) {
  const Value& day = at(tool, date);
  return day.is(ValueKind::date) ? std::optional(context.today - day.as_integer()) : std::nullopt;
}

bool is_being_introduced(Status status) {
  return status == Status::evaluating || status == Status::pilot || status == Status::implementing;
}

}  // namespace

Lifecycle derive_lifecycle(const Inventory& inventory) {
  const auto tools = inventory.entities(EntityKind::tool);
  Lifecycle lifecycle;
  lifecycle.status.reserve(tools.size());
  for (const Record& tool : tools) lifecycle.status.push_back(status_of(tool));
  lifecycle.by_id = sorted_by_id(tools, tool_field::id);
  lifecycle.position.resize(lifecycle.by_id.size());
  for (std::uint32_t i = 0; i < lifecycle.by_id.size(); ++i)
    lifecycle.position[lifecycle.by_id[i]->index] = i;
  return lifecycle;
}

bool is_active(const Context& context, const Record& tool) { return status(context, tool) == Status::active; }

bool is_in_use(const Context& context, const Record& tool) {
  const Status now = status(context, tool);
  return now != Status::evaluating && now != Status::retired;
}

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

Value tool_age_days(const Context& context, const Record& tool) {
  if (const auto live = days_since(context, tool, tool_field::live_on)) return Value::integer(*live);
  if (const auto bought = days_since(context, tool, tool_field::purchased_on)) return Value::integer(*bought);
  const auto contract = days_since(context, tool, tool_field::contract_starts);
  if (contract && *contract > sure_age_days) return Value::integer(*contract);
  Given given(tool);
  given.lacks(tool_field::live_on);
  given.lacks(tool_field::purchased_on);
  if (!contract) given.lacks(tool_field::contract_starts);
  return given.unknown(context.memory);
}

// What is live, or under contract, was bought by then: the purchase is at least as long ago.
Value tool_purchase_age_days(const Context& context, const Record& tool) {
  if (const auto bought = days_since(context, tool, tool_field::purchased_on)) return Value::integer(*bought);
  for (const FieldPath& later : {tool_field::live_on, tool_field::contract_starts}) {
    const auto age = days_since(context, tool, later);
    if (age && *age > sure_age_days) return Value::integer(*age);
  }
  Given given(tool);
  given.lacks(tool_field::purchased_on);
  return given.unknown(context.memory);
}

Value tool_ramping(const Context& context, const Record& tool) {
  if (is_being_introduced(status(context, tool))) return Value::boolean(true);
  const Value age = tool_age_days(context, tool);
  if (!age.is_unknown()) return Value::boolean(age.as_integer() < ramp_days);
  const auto contract = days_since(context, tool, tool_field::contract_starts);
  return contract && *contract >= ramp_days ? Value::boolean(false) : age;
}

Value org_active_tools(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  const auto& all = context.lifecycle.status;
  return Value::integer(std::count(all.begin(), all.end(), Status::active));
}

}  // namespace martech_audit::facts
