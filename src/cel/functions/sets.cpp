// Lists looked at as sets.
#include <algorithm>

#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

void charge_for_pairs(const CallContext& context, Arguments lists) {
  context.charge(lists[0].as_list().size() * lists[1].as_list().size());
}

bool holds_all(const CallContext& context, std::span<const Value> set, std::span<const Value> items) {
  return std::all_of(items.begin(), items.end(),
                     [&](const Value& item) { return cel::contains(set, item, context.budget); });
}

Value contains_all(const CallContext& context, Arguments arguments) {
  charge_for_pairs(context, arguments);
  return Value::boolean(holds_all(context, arguments[0].as_list(), arguments[1].as_list()));
}

Value equivalent_(const CallContext& context, Arguments arguments) {
  charge_for_pairs(context, arguments);
  const auto a = arguments[0].as_list();
  const auto b = arguments[1].as_list();
  return Value::boolean(holds_all(context, a, b) && holds_all(context, b, a));
}

Value intersects_(const CallContext& context, Arguments arguments) {
  charge_for_pairs(context, arguments);
  const auto set = arguments[0].as_list();
  const auto items = arguments[1].as_list();
  return Value::boolean(std::any_of(items.begin(), items.end(), [&](const Value& item) {
    return cel::contains(set, item, context.budget);
  }));
}

constexpr Overload contains_all_overloads[] = {{"sets.contains(list(T), list(T)) -> bool", &contains_all}};
constexpr Overload equivalent_overloads[] = {{"sets.equivalent(list(T), list(T)) -> bool", &equivalent_}};
constexpr Overload intersects_overloads[] = {{"sets.intersects(list(T), list(T)) -> bool", &intersects_}};

}  // namespace

const Function sets_contains{"sets.contains", contains_all_overloads,
                             "Whether the first has all items of the second.",
                             "sets.contains([1, 2, 3], [3, 1])", "true"};
const Function sets_equivalent{"sets.equivalent", equivalent_overloads, "Whether both have the same items.",
                               "sets.equivalent([1, 2], [2, 1, 1])", "true"};
const Function sets_intersects{"sets.intersects", intersects_overloads,
                               "Whether they have an item in common.", "sets.intersects([1, 2], [3])",
                               "false"};

}  // namespace martech_audit::cel::functions
