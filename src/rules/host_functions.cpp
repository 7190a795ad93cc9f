#include "rules/host_functions.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/dates.h"
#include "cel/missing.h"
#include "cel/values.h"
#include "rules/value_text.h"

namespace martech_audit::rules {
namespace {

using cel::CallContext;
using cel::Function;
using cel::Overload;

constexpr std::int64_t most_days = 10'000 * std::int64_t{366};

// False once too few are left that are true or may be.
Value at_least(const CallContext& context, std::span<const Value> arguments) {
  if (arguments[0].is_unknown()) return arguments[0];
  std::int64_t still_needed = arguments[0].as_integer();
  std::int64_t open = 0;
  cel::Troubles unknown(context.arena);
  for (const Value& condition : arguments.subspan(1)) {
    if (unknown.note(condition)) {
      ++open;
    } else if (condition.as_boolean()) {
      --still_needed;
    }
  }
  if (still_needed <= 0) return Value::boolean(true);
  return still_needed > open ? Value::boolean(false) : unknown.result();
}

Value known(const CallContext&, std::span<const Value> arguments) {
  return Value::boolean(!arguments[0].is_unknown());
}

Value days(const CallContext& context, std::span<const Value> arguments) {
  const std::int64_t count = arguments[0].as_integer();
  if (count > most_days || count < -most_days) return context.error("days: more than ten thousand years");
  return Value::duration(count * seconds_a_day, 0);
}

// Towards zero.
Value whole_days(const CallContext&, std::span<const Value> arguments) {
  const std::int64_t seconds = arguments[0].seconds();
  const bool back = seconds < 0 && arguments[0].nanos() > 0;  // a second too far
  return Value::integer((seconds + (back ? 1 : 0)) / seconds_a_day);
}

Value text(const CallContext& context, std::string_view made) {
  return Value::string(context.arena.copy(made));
}

Value money(const CallContext& context, std::span<const Value> arguments) {
  const Value& amount = arguments[0];
  const Currency currency = static_cast<const Host*>(context.host)->currency;
  return text(context, money_text(cel::as_double(amount), currency));
}

// The longest list that is spelt out.
constexpr std::size_t most_names = 3;

Value names(const CallContext& context, std::span<const Value> arguments) {
  const auto items = arguments[0].as_list();
  context.charge(items.size());
  const std::size_t shown = items.size() > most_names ? most_names - 1 : items.size();
  std::string made;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) made += i + 1 == items.size() ? " and " : ", ";
    append_text(made, items[i]);
  }
  if (shown < items.size()) made += fmt::format(" and {} more", items.size() - shown);
  return text(context, made);
}

Value percent(const CallContext& context, std::span<const Value> arguments) {
  const double share = arguments[0].as_real();
  if (!std::isfinite(share)) return context.error("percent: not a finite number");
  return text(context, percent_text(share));
}

Value plural(const CallContext& context, std::span<const Value> arguments) {
  const std::int64_t count = arguments[0].as_integer();
  const std::string_view noun = arguments[count == 1 ? 1 : 2].as_text();
  return text(context, fmt::format("{} {}", count, noun));
}

constexpr std::array at_least_overloads{Overload{"at_least(int, bool...) -> bool", at_least, true}};
constexpr std::array known_overloads{Overload{"known(dyn) -> bool", known, true}};
constexpr std::array days_overloads{Overload{"days(int) -> duration", days},
                                    Overload{"days(duration) -> int", whole_days}};
constexpr std::array money_overloads{Overload{"money(double) -> string", money},
                                     Overload{"money(int) -> string", money}};
constexpr std::array names_overloads{Overload{"names(list(dyn)) -> string", names}};
constexpr std::array percent_overloads{Overload{"percent(double) -> string", percent}};
constexpr std::array plural_overloads{Overload{"plural(int, string, string) -> string", plural}};

constexpr std::array functions{
    Function{
        "at_least", at_least_overloads,
        "Whether at least this many conditions are true; unknown ones matter only if they could change the "
        "balance.",
        "at_least(2, true, false, true)", "true"},
    Function{"days", days_overloads,
             "A number of days to add to a date, or the whole days of a difference between dates.",
             "days(days(90) + days(1))", "91"},
    Function{"known", known_overloads, "Whether all data behind the value is given; for use in messages.",
             "known(1)", "true"},
    Function{"money", money_overloads, "An amount with the organisation's currency; cents only below 100.",
             "money(12000.4)", "\"EUR 12,000\""},
    Function{"names", names_overloads, "The items of a list as a sentence; records by name.",
             "names([\"Braze\", \"GA4\", \"Segment\", \"Klaviyo\"])", "\"Braze, GA4 and 2 more\""},
    Function{"percent", percent_overloads, "A share as a percentage; only 0 is 0% and only 1 is 100%.",
             "percent(0.527)", "\"53%\""},
    Function{"plural", plural_overloads, "A count with its noun.", "plural(3, \"seat\", \"seats\")",
             "\"3 seats\""},
};

}  // namespace

std::span<const Function> host_functions() { return functions; }

}  // namespace martech_audit::rules
