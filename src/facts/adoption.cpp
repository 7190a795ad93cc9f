#include "facts/adoption.h"

#include <algorithm>
#include <map>

#include "base/slots.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

constexpr std::size_t day_slot = *model::usage_count_shape.index_of("measured_on");
constexpr std::size_t active_slot = *model::usage_count_shape.index_of("active");

// Active users by day. A count that is not whole may be the one that matters.
std::map<std::int64_t, std::int64_t> counts_of(Given& given) {
  std::map<std::int64_t, std::int64_t> counts;
  for (const Value& item : given.links(tool_field::usage_history)) {
    const Value& day = item.as_record()->slots[day_slot];
    const Value& active = item.as_record()->slots[active_slot];
    if (!day.is(ValueKind::date) || day.is_before() || active.is_unknown()) {
      given.lacks(tool_field::usage_history);
    } else {
      const auto [at, is_new] = counts.try_emplace(day.as_integer(), active.as_integer());
      if (!is_new) at->second = std::min(at->second, active.as_integer());
    }
  }
  const std::int64_t latest = given.exact_day(tool_field::usage_measured_on);
  counts[latest] = given.integer(tool_field::usage_active);
  return counts;
}

struct Decline {
  std::int64_t falls = 0;
  std::int64_t from = 0;  // active users before them
  std::int64_t to = 0;
};

Decline decline_of(const std::map<std::int64_t, std::int64_t>& counts) {
  Decline decline;
  auto at = counts.rbegin();
  decline.from = decline.to = at->second;
  for (++at; at != counts.rend() && at->second > decline.from; ++at) {
    decline.from = at->second;
    ++decline.falls;
  }
  return decline;
}

}  // namespace

Value tool_usage_falls(const Context& context, const Record& tool) {
  Given given(tool);
  const auto counts = counts_of(given);
  return given ? Value::integer(decline_of(counts).falls) : given.unknown(context.memory);
}

Value tool_usage_lost(const Context& context, const Record& tool) {
  Given given(tool);
  const auto counts = counts_of(given);
  if (!given) return given.unknown(context.memory);
  const Decline decline = decline_of(counts);
  return Value::real(ratio(decline.from - decline.to, decline.from));
}

}  // namespace martech_audit::facts
