#include "facts/utilisation.h"

#include <algorithm>

#include "base/dates.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/prices.h"
#include "facts/sums.h"
#include "facts/yearly_amount.h"

namespace martech_audit::facts {
namespace {

// Of nothing, everything is used.
Value share(const Context& context, const Record& tool, const FieldPath& part, const FieldPath& whole) {
  Given given(tool);
  const std::int64_t used = given.integer(part);
  const std::int64_t paid = given.integer(whole);
  if (!given) return given.unknown(context.memory);
  return Value::real(paid == 0 ? 1.0 : ratio(used, paid));
}

Value age_of(const Context& context, const Record& tool, const FieldPath& date, std::string_view fact) {
  Given given(tool);
  given.lacks(date);
  return given.within(days_since(at(tool, date), context.today, fact), context.memory);
}

}  // namespace

Value tool_assigned_share(const Context& context, const Record& tool) {
  return share(context, tool, tool_field::seats_assigned, tool_field::seats_purchased);
}

// The smaller of features, counted of late, and consumption, of those that are known.
Value tool_capability_use(const Context& context, const Record& tool) {
  const Value fresh = tool_fresh_usage(context, tool);
  const Value features = fresh.is_unknown() ? fresh : tool_feature_use(context, tool);
  const Value units = tool_consumption_use(context, tool);
  if (features.is_unknown() && units.is_unknown()) {
    Given given(tool);
    given.fact(features);
    given.fact(units);
    return given.unknown(context.memory);
  }
  if (features.is_unknown()) return units;
  if (units.is_unknown()) return features;
  return Value::real(std::min(features.as_real(), units.as_real()));
}

Value tool_consumption_use(const Context& context, const Record& tool) {
  return share(context, tool, tool_field::consumption_consumed, tool_field::consumption_committed);
}

Value tool_feature_use(const Context& context, const Record& tool) {
  return share(context, tool, tool_field::usage_features_used, tool_field::usage_features_available);
}

Value tool_fresh_usage(const Context& context, const Record& tool) {
  Given given(tool);
  const Value& day = at(tool, tool_field::usage_measured_on);
  if (!day.is(ValueKind::date)) {
    given.lacks(tool_field::usage_measured_on);
  } else if (context.today - day.as_integer() > fresh_usage_days) {
    given.is_outdated(tool_field::usage_measured_on, from_days(day.as_integer()));
  } else {
    given.exact_day(tool_field::usage_measured_on);
  }
  return given ? Value::boolean(true) : given.unknown(context.memory);
}

Value tool_idle_days(const Context& context, const Record& tool) {
  return age_of(context, tool, tool_field::usage_last_activity_on, "idle_days");
}

// A bound of the last activity bounds this, too.
Value tool_idle_before_count_days(const Context& context, const Record& tool) {
  Given given(tool);
  const std::int64_t counted = given.exact_day(tool_field::usage_measured_on);
  if (!given) {
    if (!is_given(tool, tool_field::usage_last_activity_on)) given.lacks(tool_field::usage_last_activity_on);
    return given.unknown(context.memory);
  }
  given.lacks(tool_field::usage_last_activity_on);
  return given.within(
      days_since(at(tool, tool_field::usage_last_activity_on), counted, "idle_before_count_days"),
      context.memory);
}

Value tool_over_used(const Context& context, const Record& tool) {
  Given given(tool);
  const std::int64_t active = given.integer(tool_field::usage_active);
  const std::int64_t purchased = given.integer(tool_field::seats_purchased);
  return given ? Value::boolean(active > purchased) : given.unknown(context.memory);
}

Value tool_seat_priced(const Context& context, const Record& tool) {
  Given given(tool);
  given.links(tool_field::pricing_metrics);
  if (is_mispriced(context.inventory, tool)) given.lacks(tool_field::pricing_metrics);
  if (!given) return given.unknown(context.memory);
  return Value::boolean(has_metric(tool, "seat"));
}

Value tool_usage_age_days(const Context& context, const Record& tool) {
  return age_of(context, tool, tool_field::usage_measured_on, "usage_age_days");
}

Value tool_utilisation(const Context& context, const Record& tool) {
  return share(context, tool, tool_field::usage_active, tool_field::seats_purchased);
}

}  // namespace martech_audit::facts
