#include "facts/measurement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/decimals.h"
#include "facts/context.h"
#include "facts/departures.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/seen.h"
#include "facts/spend.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

bool is_blank(const Record& record, const FieldPath& field) {
  return !is_given(record, field) && !is_ruled_out(record, field);
}

constexpr std::size_t on_slot = *model::kpi_value_shape.index_of("on");
constexpr std::size_t value_slot = *model::kpi_value_shape.index_of("value");

struct Reading {
  Value day;    // a date
  Value value;  // decimal, or unknown
};

// The last of what was measured: the current value, or one of the history.
std::optional<Reading> last_reading(const Record& kpi) {
  std::optional<Reading> last;
  const Value& now = at(kpi, kpi_field::measured_on);
  if (now.is(ValueKind::date)) last = {now, at(kpi, kpi_field::current)};
  for (const Value& item : links_of(kpi, kpi_field::history)) {
    const Record& past = *item.as_record();
    const Value& day = values_of(past)[on_slot];
    if (!day.is(ValueKind::date) || !values_of(past)[value_slot].is(ValueKind::decimal)) continue;
    const bool is_later = !last || last->value.is_unknown() || day.as_integer() > last->day.as_integer();
    if (is_later) last = {day, values_of(past)[value_slot]};
  }
  return last;
}

// An active tool, or somebody who does it by hand.
bool has_source(const Context& context, const Departures& departures, const Record& kpi) {
  if (boolean_of(kpi, kpi_field::measured_by_hand).value_or(false)) {
    const Record* owner = reference_of(kpi, kpi_field::owner);
    return owner != nullptr && !has_left(context, departures, *owner);
  }
  const Record* source = reference_of(kpi, kpi_field::source);
  return source != nullptr && is_active(context, *source);
}

bool aims_at_nothing(const Record& kpi) {
  const auto from = decimal_of(kpi, kpi_field::baseline), to = decimal_of(kpi, kpi_field::target);
  return from && to && from->to_double() == to->to_double();
}

// True, false, or unknown: a day without the value measured on it, and what is marked as not applicable.
Value measured(const Context& context, const Departures& departures, const Record& kpi) {
  Given given(kpi);
  for (const FieldPath& field : {kpi_field::baseline, kpi_field::target, kpi_field::source}) {
    if (is_ruled_out(kpi, field)) given.lacks(field);
  }
  const bool is_manual = boolean_of(kpi, kpi_field::measured_by_hand).value_or(false);
  const bool lacks_one = is_blank(kpi, kpi_field::baseline) || is_blank(kpi, kpi_field::target) ||
                         (is_blank(kpi, kpi_field::source) && !is_manual);
  const auto last = last_reading(kpi);
  const bool has_no_source = !is_ruled_out(kpi, kpi_field::source) && !has_source(context, departures, kpi);
  if (lacks_one || !last || aims_at_nothing(kpi) || has_no_source) return Value::boolean(false);
  if (last->value.is_unknown()) given.lacks(kpi_field::current);
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

// "repeat-rate has no baseline"
void add_problems(const Context& context, const Departures& departures, const Record& kpi,
                  std::vector<Value>& problems) {
  constexpr std::array<std::pair<FieldPath, std::string_view>, 4> needed{{{kpi_field::unit, "unit"},
                                                                          {kpi_field::baseline, "baseline"},
                                                                          {kpi_field::target, "target"},
                                                                          {kpi_field::source, "source"}}};
  const std::string_view id = text_of(kpi, kpi_field::id);
  const bool by_hand = boolean_of(kpi, kpi_field::measured_by_hand).value_or(false);
  for (const auto& [field, name] : needed) {
    if (is_blank(kpi, field) && !(name == "source" && by_hand))
      problems.push_back(context.text(fmt::format("{} has no {}", id, name)));
  }
  if (aims_at_nothing(kpi))
    problems.push_back(context.text(fmt::format("{} has its baseline as its target", id)));
  if (by_hand && !is_given(kpi, kpi_field::owner))
    problems.push_back(context.text(fmt::format("{} is measured by hand and has no owner", id)));
  const Record* owner = reference_of(kpi, kpi_field::owner);
  if (by_hand && owner != nullptr && has_left(context, departures, *owner))
    problems.push_back(context.text(fmt::format("{} is measured by hand, and its owner has left", id)));
  const Record* source = reference_of(kpi, kpi_field::source);
  if (source == nullptr || is_active(context, *source)) return;
  problems.push_back(context.text(
      fmt::format("{} is measured by {}, which is not active", id, text_of(*source, tool_field::id))));
}

}  // namespace

// Where less is better, as of a cost per lead, what it fell by is the gain.
Value kpi_gain(const Context& context, const Record& kpi) {
  Given given(kpi);
  const auto last = last_reading(kpi);
  if (!last || last->value.is_unknown()) given.lacks(kpi_field::current);
  for (const FieldPath& field : {kpi_field::baseline, kpi_field::worth_amount}) given.integer(field);
  const std::string_view code = given.text(kpi_field::worth_currency);
  if (!given) return given.unknown(context.memory);
  const auto unit = in_own_currency(context.inventory, *decimal_of(kpi, kpi_field::worth_amount), code);
  if (!unit) {
    given.lacks(kpi_field::worth_amount);
    return given.unknown(context.memory);
  }
  const double from = decimal_of(kpi, kpi_field::baseline)->to_double();
  const auto to = decimal_of(kpi, kpi_field::target);
  const double units = martech_audit::decimal_of(last->value).to_double() - from;
  const bool is_less_better = to && to->to_double() < from;
  return Value::real((is_less_better ? -units : units) * unit->to_double());
}

Value kpi_measured(const Context& context, const Departures& departures, const Record& kpi) {
  return measured(context, departures, kpi);
}

Value kpi_measurement_age_days(const Context& context, const Record& kpi) {
  Given given(kpi);
  given.lacks(kpi_field::measured_on);
  const auto last = last_reading(kpi);
  return given.within(days_since(last ? last->day : Value::unknown(), context.today, "measurement_age_days"),
                      context.memory);
}

// Of the way from the baseline to the target; below 0 where it leads away from it.
Value kpi_progress(const Context& context, const Record& kpi) {
  Given given(kpi);
  const auto last = last_reading(kpi);
  if (!last || last->value.is_unknown()) given.lacks(kpi_field::current);
  for (const FieldPath& field : {kpi_field::baseline, kpi_field::target}) given.integer(field);
  if (aims_at_nothing(kpi)) given.lacks(kpi_field::target);
  if (!given) return given.unknown(context.memory);
  const double from = decimal_of(kpi, kpi_field::baseline)->to_double();
  const double to = decimal_of(kpi, kpi_field::target)->to_double();
  return Value::real((martech_audit::decimal_of(last->value).to_double() - from) / (to - from));
}

Value kpi_source_active(const Context& context, const Record& kpi) {
  Given given(kpi);
  const Record* source = given.reference(kpi_field::source);
  return given ? Value::boolean(is_active(context, *source)) : given.unknown(context.memory);
}

Value objective_kpi_problems(const Context& context, const Departures& departures, const Record& objective) {
  Given given(objective);
  const auto kpis = given.links(objective_field::kpis);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> problems;
  if (kpis.empty()) problems.push_back(Value::string("no KPI"));
  Seen seen;
  for (const Value& kpi : kpis) {
    if (seen.insert(*kpi.as_record())) add_problems(context, departures, *kpi.as_record(), problems);
  }
  return context.list(problems);
}

KpiNames derive_kpi_names(const Context& context) {
  const std::size_t count = context.inventory.entities(EntityKind::kpi).size();
  KpiNames names{0, std::vector<std::int64_t>(count), std::vector<bool>(count)};
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool) || is_enabling(tool)) continue;
    ++names.tools;
    Seen seen;
    for (const Value& kpi : links_of(tool, tool_field::kpis)) {
      if (seen.insert(*kpi.as_record())) ++names.by_tools[kpi.as_record()->index];
    }
  }
  for (const Record& objective : context.objectives()) {
    for (const Value& kpi : links_of(objective, objective_field::kpis))
      names.by_objectives[kpi.as_record()->index] = true;
  }
  return names;
}

// House defaults: one KPI for so many of the business tools measures none of them, unless they say how they
// move it.
constexpr std::int64_t fewest_sharing = 5;
constexpr std::int64_t largest_part = 3;  // a third

bool names(std::span<const Value> links, const Record& record) {
  return std::ranges::any_of(links, [&](const Value& link) { return link.as_record() == &record; });
}

bool is_shared_by_too_many(const KpiNames& kpis, const Record& kpi) {
  const std::int64_t sharing = kpis.by_tools[kpi.index];
  return sharing >= fewest_sharing && sharing * largest_part > kpis.tools;
}

// A KPI of objectives speaks for the tools that serve one of them, or say how they move it. One of no
// objective is the tool's own. Whether it speaks for a tool that names no objective is not known.
Value speaks_for(const Context& context, const KpiNames& kpis, const Record& kpi, const Record& tool) {
  const auto is_of = [&](const Value& objective) {
    return names(links_of(*objective.as_record(), objective_field::kpis), kpi);
  };
  const auto served = links_of(tool, tool_field::objectives);
  const bool speaks = names(links_of(tool, tool_field::explained_kpis), kpi) ||
                      !kpis.by_objectives[kpi.index] || std::ranges::any_of(served, is_of);
  Given given(tool);
  if (!speaks && served.empty()) given.lacks(tool_field::objectives);
  return given ? Value::boolean(speaks) : given.unknown(context.memory);
}

// Whether a KPI proves something of the tool.
Value proves(const Context& context, const Departures& departures, const KpiNames& kpis, const Record& kpi,
             const Record& tool) {
  const Value known = measured(context, departures, kpi);
  if (known.is_unknown() || !known.as_boolean()) return known;
  const Value speaks = speaks_for(context, kpis, kpi, tool);
  if (speaks.is_unknown() || !speaks.as_boolean()) return speaks;
  Given given(tool);
  const bool says_how = !links_of(tool, tool_field::explained_objectives).empty();
  if (!says_how && is_shared_by_too_many(kpis, kpi)) given.lacks(tool_field::objectives);
  return given ? known : given.unknown(context.memory);
}

// One of which nobody knows whether it is measured matters only where none is. What the tool says to move by
// an objective is a KPI of it, too.
Value tool_measured_kpis(const Context& context, const Departures& departures, const KpiNames& kpis,
                         const Record& tool) {
  Given given(tool);
  const auto named = given.links(tool_field::kpis);
  const auto explained = links_of(tool, tool_field::explained_kpis);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> proven;
  Seen seen;
  for (const auto& list : {explained, named}) {
    for (const Value& kpi : list) {
      if (!seen.insert(*kpi.as_record())) continue;
      const Value known = proves(context, departures, kpis, *kpi.as_record(), tool);
      if (given.fact(known).is(ValueKind::boolean) && known.as_boolean()) proven.push_back(kpi);
    }
  }
  if (proven.empty() && !given) return given.unknown(context.memory);
  return explained.empty() && proven.size() == named.size() ? Value::list(named) : context.list(proven);
}

Value tool_newest_measurement_days(const Context& context, const Record& tool) {
  Given given(tool);
  const auto kpis = given.links(tool_field::kpis);
  if (kpis.empty()) given.lacks(tool_field::kpis);
  std::optional<Between> newest;
  for (const Value& kpi : kpis) {
    const auto last = last_reading(*kpi.as_record());
    if (!last) {
      given.lacks(*kpi.as_record(), kpi_field::measured_on);
      continue;
    }
    const Between days = days_since(last->day, context.today, "newest_measurement_days");
    if (!is_exact(days)) given.lacks(*kpi.as_record(), kpi_field::measured_on);
    if (!newest) newest = days;
    newest = {std::min(newest->least, days.least), std::min(newest->most, days.most), days.of};
  }
  return newest ? given.within(*newest, context.memory) : given.unknown(context.memory);
}

// Of what business tools cost.
Value org_measured_spend_share(const Context& context, const Spend& spend, const Departures& departures,
                               const KpiNames& kpis, const Record&) {
  if (spend.total_cost.is_unknown()) return spend.total_cost;
  std::int64_t business = 0;
  std::int64_t proven = 0;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool) || is_enabling(tool)) continue;
    const std::int64_t annual = annual_minor(spend, tool).value_or(0);
    add(business, annual);
    const Value measured_kpis = tool_measured_kpis(context, departures, kpis, tool);
    if (measured_kpis.is(ValueKind::list) && !measured_kpis.as_list().empty()) add(proven, annual);
  }
  return Value::real(business == 0 ? 1.0 : ratio(proven, business));
}

}  // namespace martech_audit::facts
