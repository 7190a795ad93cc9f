#include "facts/lifecycle.h"

#include <algorithm>
#include <optional>

#include "facts/fields.h"
#include "facts/given.h"
#include "facts/workings.h"

namespace martech_audit::facts {
namespace {

// A tool of which nothing is said counts as active, the strict side.
Status status_of(const Record& tool) {
  const std::string_view word = text_of(tool, tool_field::status);
  const auto at = std::find(model::tool_statuses.begin(), model::tool_statuses.end(), word);
  if (at == model::tool_statuses.end()) return Status::active;
  return static_cast<Status>(at - model::tool_statuses.begin());
}

Status status(const Workings& workings, const Record& tool) {
  return workings.themes.lifecycle.status[tool.index];
}

std::optional<std::int64_t> days_since(const Workings& workings, const Record& tool, const FieldPath& date) {
  const Value& day = at(tool, date);
  return day.is(ValueKind::date) ? std::optional(workings.today - day.as_integer()) : std::nullopt;
}

bool is_being_introduced(Status status) {
  return status == Status::evaluating || status == Status::pilot || status == Status::implementing;
}

}  // namespace

Lifecycle derive_lifecycle(const Workings& workings) {
  Lifecycle lifecycle;
  lifecycle.status.reserve(workings.tools().size());
  for (const Record& tool : workings.tools()) lifecycle.status.push_back(status_of(tool));
  lifecycle.by_id = sorted_by_id(workings.tools(), tool_field::id);
  lifecycle.position.resize(lifecycle.by_id.size());
  for (std::uint32_t i = 0; i < lifecycle.by_id.size(); ++i)
    lifecycle.position[lifecycle.by_id[i]->index] = i;
  return lifecycle;
}

bool is_active(const Workings& workings, const Record& tool) {
  return status(workings, tool) == Status::active;
}

bool is_in_use(const Workings& workings, const Record& tool) {
  const Status now = status(workings, tool);
  return now != Status::evaluating && now != Status::retired;
}

bool is_enabling(const Record& tool) {
  const std::string_view kind = text_of(tool, tool_field::kind);
  return !kind.empty() && kind != "business";
}

Value tool_active(const Workings& workings, const Record& tool) {
  return Value::boolean(is_active(workings, tool));
}

Value tool_audited(const Workings& workings, const Record& tool) {
  return Value::boolean(is_in_use(workings, tool));
}

Value tool_enabling(const Workings&, const Record& tool) { return Value::boolean(is_enabling(tool)); }

Value tool_age_days(const Workings& workings, const Record& tool) {
  if (const auto live = days_since(workings, tool, tool_field::live_on)) return Value::integer(*live);
  if (const auto bought = days_since(workings, tool, tool_field::purchased_on))
    return Value::integer(*bought);
  const auto contract = days_since(workings, tool, tool_field::contract_starts);
  if (contract && *contract > sure_age_days) return Value::integer(*contract);
  Given given(tool);
  given.lacks(tool_field::live_on);
  given.lacks(tool_field::purchased_on);
  if (!contract) given.lacks(tool_field::contract_starts);
  return given.unknown(workings.memory);
}

// What is live, or under contract, was bought by then: the purchase is at least as long ago.
Value tool_purchase_age_days(const Workings& workings, const Record& tool) {
  if (const auto bought = days_since(workings, tool, tool_field::purchased_on))
    return Value::integer(*bought);
  for (const FieldPath& later : {tool_field::live_on, tool_field::contract_starts}) {
    const auto age = days_since(workings, tool, later);
    if (age && *age > sure_age_days) return Value::integer(*age);
  }
  Given given(tool);
  given.lacks(tool_field::purchased_on);
  return given.unknown(workings.memory);
}

Value tool_ramping(const Workings& workings, const Record& tool) {
  if (is_being_introduced(status(workings, tool))) return Value::boolean(true);
  const Value age = tool_age_days(workings, tool);
  if (!age.is_unknown()) return Value::boolean(age.as_integer() < ramp_days);
  const auto contract = days_since(workings, tool, tool_field::contract_starts);
  return contract && *contract >= ramp_days ? Value::boolean(false) : age;
}

Value org_active_tools(const Workings& workings, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(workings.memory);
  const auto& all = workings.themes.lifecycle.status;
  return Value::integer(std::count(all.begin(), all.end(), Status::active));
}

}  // namespace martech_audit::facts
