#include "facts/standing.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "facts/contracts.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/yearly_amount.h"
#include "martech_audit/inventory.h"

namespace martech_audit::facts {

std::optional<std::int64_t> least_age_days(const Record& tool, std::int64_t today) {
  constexpr std::int64_t nothing = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = nothing;
  for (const FieldPath& date : {tool_field::live_on, tool_field::purchased_on, tool_field::contract_starts})
    most = std::max(most, days_since(at(tool, date), today, {}).least);
  return most == nothing ? std::nullopt : std::optional(most);
}

bool is_bought(const Record& tool) {
  return costs_money(tool) &&
         (is_given(tool, tool_field::purchased_on) || is_given(tool, tool_field::contract_starts) ||
          is_given(tool, tool_field::contract_ends));
}

namespace {

using Initiatives = std::span<const Record* const>;

std::optional<std::int64_t> known_day(const Record& record, const FieldPath& path) {
  const Value& day = at(record, path);
  return day.is(ValueKind::date) && !day.is_before() ? std::optional(day.as_integer()) : std::nullopt;
}

bool is_shown_old(const Record& record, std::initializer_list<FieldPath> days, std::int64_t limit,
                  std::int64_t today) {
  return std::ranges::any_of(
      days, [&](const FieldPath& day) { return days_since(at(record, day), today, {}).least > limit; });
}

bool is_shown_young(const Record& record, std::initializer_list<FieldPath> days, std::int64_t today) {
  return std::ranges::any_of(days, [&](const FieldPath& path) {
    const auto day = known_day(record, path);
    return day && *day <= today;
  });
}

// Active users by a count of late; nothing without one.
std::optional<std::int64_t> users(const Record& tool, std::int64_t today) {
  const auto counted = known_day(tool, tool_field::usage_measured_on);
  if (!counted || today - *counted > fresh_usage_days) return std::nullopt;
  return integer_of(tool, tool_field::usage_active);
}

Standing evaluating(const Record& tool, std::int64_t today) {
  const auto least = least_age_days(tool, today);
  if (least && *least > trial_limit_days) return Standing::active;
  if (users(tool, today).value_or(0) > trial_users) return Standing::active;
  const bool is_young = is_shown_young(tool, {tool_field::live_on, tool_field::purchased_on}, today);
  return is_young || !is_bought(tool) ? Standing::as_said : Standing::unknown;
}

// A decision to extend has a new day to decide by.
bool is_overdue(const Record& initiative, std::int64_t today) {
  const auto by = known_day(initiative, initiative_field::decide_by);
  return by && *by < today;
}

Standing pilot(const Record& tool, Initiatives initiatives, std::int64_t today) {
  bool is_young = false;
  for (const Record* initiative : initiatives) {
    if (is_overdue(*initiative, today) ||
        is_shown_old(*initiative, {initiative_field::starts}, pilot_limit_days, today))
      return Standing::active;
    is_young = is_young || is_shown_young(*initiative, {initiative_field::starts}, today);
  }
  const bool is_live_long = is_shown_old(tool, {tool_field::live_on}, pilot_limit_days, today);
  const bool is_past_ramp = is_shown_old(tool, {tool_field::live_on}, ramp_days, today);
  if (is_live_long || (is_past_ramp && users(tool, today) == 0)) return Standing::active;
  if (!is_young && is_shown_old(tool, {tool_field::purchased_on}, pilot_limit_days, today))
    return Standing::active;
  is_young = is_young || is_shown_young(tool, {tool_field::live_on, tool_field::purchased_on}, today);
  return is_young ? Standing::as_said : Standing::unknown;
}

// One that takes too long without going live has a rule of its own.
Standing implementing(const Record& tool, std::int64_t today) {
  if (is_shown_old(tool, {tool_field::live_on}, ramp_days, today)) return Standing::active;
  if (is_shown_old(tool, {tool_field::purchased_on, tool_field::contract_starts}, ramp_days, today) &&
      !is_given(tool, tool_field::live_on))
    return Standing::as_said;
  return is_shown_young(tool, {tool_field::live_on, tool_field::purchased_on}, today) ? Standing::as_said
                                                                                      : Standing::unknown;
}

Standing by_end(std::int64_t day, std::int64_t today) {
  return day <= today + retiring_days ? Standing::as_said : Standing::active;
}

Standing retiring(const Record& tool, std::int64_t today) {
  const auto renews = boolean_of(tool, tool_field::contract_auto_renews);
  if (renews == true) return Standing::active;
  const auto ends = contract_on(tool, today).ends;
  if (renews == false && ends) return by_end(*ends, today);
  const auto retired = known_day(tool, tool_field::retired_on);
  return retired ? by_end(*retired, today) : Standing::unknown;
}

Standing standing_of(const Record& tool, Status said, Initiatives initiatives, std::int64_t today) {
  switch (said) {
    case Status::evaluating:
      return evaluating(tool, today);
    case Status::pilot:
      return pilot(tool, initiatives, today);
    case Status::implementing:
      return implementing(tool, today);
    case Status::retiring:
      return retiring(tool, today);
    case Status::retired:
      return Standing::as_said;
    case Status::active:
      break;
  }
  return Standing::active;
}

}  // namespace

std::vector<Standing> standings(const Inventory& inventory, std::span<const Status> said,
                                std::int64_t today) {
  std::vector<std::vector<const Record*>> initiatives(said.size());
  for (const Record& initiative : inventory.entities(EntityKind::initiative)) {
    const Record* tool = reference_of(initiative, initiative_field::tool);
    if (tool != nullptr) initiatives[tool->index].push_back(&initiative);
  }
  std::vector<Standing> all;
  all.reserve(said.size());
  for (const Record& tool : inventory.entities(EntityKind::tool))
    all.push_back(standing_of(tool, said[tool.index], initiatives[tool.index], today));
  return all;
}

std::vector<Missing> lacking_for_standing(const Record& tool, Status said) {
  const bool is_leaving = said == Status::retiring;
  return {{&tool, is_leaving ? tool_field::contract_auto_renews.text : tool_field::purchased_on.text, {}},
          {&tool, is_leaving ? tool_field::retired_on.text : tool_field::live_on.text, {}}};
}

}  // namespace martech_audit::facts
