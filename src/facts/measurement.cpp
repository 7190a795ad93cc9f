#include "facts/measurement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/seen.h"
#include "facts/spend.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

constexpr std::array measured_by{kpi_field::baseline, kpi_field::target, kpi_field::measured_on};

bool is_measured(const Record& kpi) {
  return std::all_of(measured_by.begin(), measured_by.end(),
                     [&](const FieldPath& field) { return is_given(kpi, field); });
}

bool is_blank(const Record& record, const FieldPath& field) {
  return !is_given(record, field) && !is_ruled_out(record, field);
}

// "repeat-rate has no baseline"
void add_problems(const Context& context, const Record& kpi, std::vector<Value>& problems) {
  constexpr std::array<std::pair<FieldPath, std::string_view>, 4> needed{{{kpi_field::unit, "unit"},
                                                                          {kpi_field::baseline, "baseline"},
                                                                          {kpi_field::target, "target"},
                                                                          {kpi_field::source, "source"}}};
  const std::string_view id = text_of(kpi, kpi_field::id);
  for (const auto& [field, name] : needed) {
    if (is_blank(kpi, field)) problems.push_back(context.text(fmt::format("{} has no {}", id, name)));
  }
  const Record* source = reference_of(kpi, kpi_field::source);
  if (source == nullptr || is_active(context, *source)) return;
  problems.push_back(context.text(
      fmt::format("{} is measured by {}, which is not active", id, text_of(*source, tool_field::id))));
}

}  // namespace

Value kpi_measured(const Context& context, const Record& kpi) {
  Given given(kpi);
  for (const FieldPath& field : measured_by) {
    if (is_ruled_out(kpi, field)) given.lacks(field);
    if (is_blank(kpi, field)) return Value::boolean(false);
  }
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

Value kpi_measurement_age_days(const Context& context, const Record& kpi) {
  Given given(kpi);
  given.lacks(kpi_field::measured_on);
  return given.within(days_since(at(kpi, kpi_field::measured_on), context.today, "measurement_age_days"),
                      context.memory);
}

Value kpi_source_active(const Context& context, const Record& kpi) {
  Given given(kpi);
  const Record* source = given.reference(kpi_field::source);
  return given ? Value::boolean(is_active(context, *source)) : given.unknown(context.memory);
}

Value objective_kpi_problems(const Context& context, const Record& objective) {
  Given given(objective);
  const auto kpis = given.links(objective_field::kpis);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> problems;
  if (kpis.empty()) problems.push_back(Value::string("no KPI"));
  Seen seen;
  for (const Value& kpi : kpis) {
    if (seen.insert(*kpi.as_record())) add_problems(context, *kpi.as_record(), problems);
  }
  return context.list(problems);
}

Value tool_measured_kpis(const Context& context, const Record& tool) {
  Given given(tool);
  const auto all = given.links(tool_field::kpis);
  if (!given) return given.unknown(context.memory);
  std::vector<Value> measured;
  for (const Value& kpi : all) {
    if (is_measured(*kpi.as_record())) measured.push_back(kpi);
  }
  return measured.size() == all.size() ? Value::list(all) : context.list(measured);
}

Value tool_newest_measurement_days(const Context& context, const Record& tool) {
  Given given(tool);
  const auto kpis = given.links(tool_field::kpis);
  if (kpis.empty()) given.lacks(tool_field::kpis);
  std::optional<Between> newest;
  for (const Value& kpi : kpis) {
    const Value& day = at(*kpi.as_record(), kpi_field::measured_on);
    if (!day.is(ValueKind::date)) {
      given.lacks(*kpi.as_record(), kpi_field::measured_on);
      continue;
    }
    const Between days = days_since(day, context.today, "newest_measurement_days");
    if (!is_exact(days)) given.lacks(*kpi.as_record(), kpi_field::measured_on);
    if (!newest) newest = days;
    newest = {std::min(newest->least, days.least), std::min(newest->most, days.most), days.of};
  }
  return newest ? given.within(*newest, context.memory) : given.unknown(context.memory);
}

// Of what business tools cost.
Value org_measured_spend_share(const Context& context, const Spend& spend, const Record&) {
  if (spend.total_cost.is_unknown()) return spend.total_cost;
  std::int64_t business = 0;
  std::int64_t measured = 0;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool) || is_enabling(tool)) continue;
    const std::int64_t annual = annual_minor(spend, tool).value_or(0);
    const auto kpis = links_of(tool, tool_field::kpis);
    add(business, annual);
    if (std::any_of(kpis.begin(), kpis.end(), [](const Value& k) { return is_measured(*k.as_record()); })) {
      add(measured, annual);
    }
  }
  return Value::real(business == 0 ? 1.0 : ratio(measured, business));
}

}  // namespace martech_audit::facts
