#include "facts/adoption.h"

#include <algorithm>
#include <iterator>
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
    const Value& day = values_of(*item.as_record())[day_slot];
    const Value& active = values_of(*item.as_record())[active_slot];
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

// House defaults: a season is seen in so many counts over so many days, and half as many users again on one
// side of it as on the other.
constexpr std::size_t fewest_counts = 3;
constexpr std::int64_t least_span = 180;
constexpr std::int64_t season_round = 400;  // a year, and a late count

bool is_much_more(std::int64_t more, std::int64_t less) { return 2 * more >= 3 * less && more > less; }

// Any count that those before and after it lie far below, or far above.
bool shows_season(const std::map<std::int64_t, std::int64_t>& counts) {
  for (auto at = counts.begin(); at != counts.end(); ++at) {
    const auto some = [&](auto begin, auto end, bool is_peak) {
      return std::any_of(begin, end, [&](const auto& other) {
        return is_peak ? is_much_more(at->second, other.second) : is_much_more(other.second, at->second);
      });
    };
    for (const bool is_peak : {true, false}) {
      if (some(counts.begin(), at, is_peak) && some(std::next(at), counts.end(), is_peak)) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::int64_t> season_peak(const Record& tool, std::int64_t today) {
  Given given(tool);
  const auto counts = counts_of(given);
  if (!given) return std::nullopt;
  std::int64_t peak = counts.rbegin()->second;
  for (const auto& [day, active] : counts) peak = today - day <= season_round ? std::max(peak, active) : peak;
  return peak;
}

Value tool_seasonal(const Context& context, const Record& tool) {
  if (!boolean_of(tool, tool_field::usage_seasonal).value_or(false)) return Value::boolean(false);
  Given given(tool);
  const auto counts = counts_of(given);
  const bool can_tell =
      counts.size() >= fewest_counts && counts.rbegin()->first - counts.begin()->first >= least_span;
  if (given && !can_tell) given.lacks(tool_field::usage_history);
  return given ? Value::boolean(shows_season(counts)) : given.unknown(context.memory);
}

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
