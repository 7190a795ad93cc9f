// Lists, and what has a size.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "cel/arithmetic.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/op.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

constexpr std::int64_t longest_range = 1'000'000;

Value integer(std::size_t size) { return Value::integer(static_cast<std::int64_t>(size)); }

Value size_of_list(const CallContext&, Arguments arguments) { return integer(arguments[0].as_list().size()); }
Value size_of_map(const CallContext&, Arguments arguments) {
  return integer(arguments[0].as_map()->entries.size());
}
Value size_of_bytes(const CallContext&, Arguments arguments) {
  return integer(arguments[0].as_text().size());
}

Value size_of_string(const CallContext& context, Arguments arguments) {
  context.charge(weight(arguments[0]));
  return integer(count_code_points(arguments[0].as_text()));
}

Value first_(const CallContext& context, Arguments arguments) {
  const auto items = arguments[0].as_list();
  return items.empty() ? Value::optional(nullptr) : some(context, items.front());
}

Value last_(const CallContext& context, Arguments arguments) {
  const auto items = arguments[0].as_list();
  return items.empty() ? Value::optional(nullptr) : some(context, items.back());
}

Value reverse_list(const CallContext& context, Arguments arguments) {
  std::vector<Value> items(arguments[0].as_list().rbegin(), arguments[0].as_list().rend());
  return list_result(context, items);
}

Value reverse_string(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  std::string out(text.size(), '\0');
  std::size_t to = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    to -= at - begin;
    std::copy_n(text.data() + begin, at - begin, out.data() + to);
  }
  return string_result(context, out);
}

Value slice_(const CallContext& context, Arguments arguments) {
  const auto items = arguments[0].as_list();
  const std::int64_t begin = arguments[1].as_integer();
  const std::int64_t end = arguments[2].as_integer();
  if (begin < 0 || end < begin || end > static_cast<std::int64_t>(items.size())) {
    return context.error("there is no slice from " + std::to_string(begin) + " to " + std::to_string(end));
  }
  return Value::list(items.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
}

void flatten_into(std::vector<Value>& out, std::span<const Value> items, std::int64_t depth,
                  const CallContext& context) {
  for (const Value& item : items) {
    if (!afford(context, 1)) return;
    if (item.is(ValueKind::list) && depth > 0) {
      flatten_into(out, item.as_list(), depth - 1, context);
    } else {
      out.push_back(item);
    }
  }
}

Value flatten_(const CallContext& context, Arguments arguments) {
  const std::int64_t depth = arguments.size() > 1 ? arguments[1].as_integer() : 1;
  if (depth < 0) return context.error("'flatten' needs a depth of at least 0");
  std::vector<Value> out;
  flatten_into(out, arguments[0].as_list(), std::min<std::int64_t>(depth, deepest_value), context);
  return list_result(context, out);
}

Value distinct_(const CallContext& context, Arguments arguments) {
  std::vector<Value> out;
  for (const Value& item : arguments[0].as_list()) {
    if (!afford(context, out.size())) break;
    if (!cel::contains(out, item, context.budget)) out.push_back(item);
  }
  return list_result(context, out);
}

Value sort_(const CallContext& context, Arguments arguments) {
  std::vector<Value> items(arguments[0].as_list().begin(), arguments[0].as_list().end());
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (order(items[0], items[i]) == Order::incomparable) {
      return context.error("these values cannot be ordered");
    }
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Value& a, const Value& b) { return order(a, b) == Order::less; });
  return list_result(context, items);
}

Value range_(const CallContext& context, Arguments arguments) {
  const std::int64_t count = std::max<std::int64_t>(arguments[0].as_integer(), 0);
  if (count > longest_range) return context.error("'lists.range' makes at most a million numbers");
  if (!afford(context, static_cast<std::size_t>(count))) return Value::list({});
  const std::span<Value> items = context.arena.make<Value>(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = integer(i);
  return Value::list(items);
}

// Of an empty list 0: what type it would have had is not known any more.
Value sum_(const CallContext& context, Arguments arguments) {
  const auto items = arguments[0].as_list();
  context.charge(items.size());
  Value total = items.empty() ? Value::integer(0) : items[0];
  const Op at{nullptr, context.offset};
  Frame frame{context.arena, {}, {}, nullptr, context.host, context.budget, context.environment};
  for (std::size_t i = 1; i < items.size() && !is_trouble(total); ++i) {
    total = arithmetic(Operator::add, total, items[i], at, frame);
  }
  const bool summable = is_number(total) || total.is(ValueKind::duration) || is_trouble(total);
  return summable ? total : context.error("'sum' needs numbers or durations");
}

Value sum_of_doubles(const CallContext& context, Arguments arguments) {
  double total = 0;
  context.charge(arguments[0].as_list().size());
  for (const Value& item : arguments[0].as_list()) {
    if (!item.is(ValueKind::real)) return sum_(context, arguments);
    total += item.as_real();
  }
  return Value::real(total);
}

Value avg_(const CallContext& context, Arguments arguments) {
  const auto items = arguments[0].as_list();
  if (items.empty()) return context.error("avg() of an empty list; check size() > 0 first");
  context.charge(items.size());
  double total = 0;
  for (const Value& item : items) {
    if (!is_number(item)) return context.error("'avg' needs numbers");
    total += as_double(item);
  }
  return Value::real(total / static_cast<double>(items.size()));
}

// The first of those that go `before` all others.
Value extreme_item(const CallContext& context, Arguments arguments, Order before) {
  const auto items = arguments[0].as_list();
  if (items.empty()) return context.error("min() or max() of an empty list; check size() > 0 first");
  const Value* best = &items[0];
  for (const Value& item : items) {
    context.charge(weight(item));
    const Order found = order(item, *best);
    if (found == Order::incomparable) return context.error("these values cannot be ordered");
    if (found == before) best = &item;
  }
  return *best;
}

Value max_(const CallContext& context, Arguments arguments) {
  return extreme_item(context, arguments, Order::greater);
}

Value min_(const CallContext& context, Arguments arguments) {
  return extreme_item(context, arguments, Order::less);
}

constexpr Overload avg_overloads[] = {{"list(double).avg() -> double", &avg_},
                                      {"list(int).avg() -> double", &avg_},
                                      {"list(uint).avg() -> double", &avg_}};
constexpr Overload max_overloads[] = {{"list(T).max() -> T", &max_}};
constexpr Overload min_overloads[] = {{"list(T).min() -> T", &min_}};
constexpr Overload size_overloads[] = {
    {"size(list(T)) -> int", &size_of_list},   {"size(map(K, V)) -> int", &size_of_map},
    {"size(string) -> int", &size_of_string},  {"size(bytes) -> int", &size_of_bytes},
    {"list(T).size() -> int", &size_of_list},  {"map(K, V).size() -> int", &size_of_map},
    {"string.size() -> int", &size_of_string}, {"bytes.size() -> int", &size_of_bytes}};
constexpr Overload first_overloads[] = {{"list(T).first() -> optional_type(T)", &first_}};
constexpr Overload last_overloads[] = {{"list(T).last() -> optional_type(T)", &last_}};
constexpr Overload reverse_overloads[] = {{"list(T).reverse() -> list(T)", &reverse_list},
                                          {"string.reverse() -> string", &reverse_string}};
constexpr Overload slice_overloads[] = {{"list(T).slice(int, int) -> list(T)", &slice_}};
constexpr Overload flatten_overloads[] = {{"list(list(T)).flatten() -> list(T)", &flatten_},
                                          {"list(dyn).flatten() -> list(dyn)", &flatten_},
                                          {"list(dyn).flatten(int) -> list(dyn)", &flatten_}};
constexpr Overload distinct_overloads[] = {{"list(T).distinct() -> list(T)", &distinct_}};
constexpr Overload sort_overloads[] = {{"list(T).sort() -> list(T)", &sort_}};
constexpr Overload range_overloads[] = {{"lists.range(int) -> list(int)", &range_}};
constexpr Overload sum_overloads[] = {{"list(double).sum() -> double", &sum_of_doubles},
                                      {"list(int).sum() -> int", &sum_},
                                      {"list(uint).sum() -> uint", &sum_},
                                      {"list(duration).sum() -> duration", &sum_}};

}  // namespace

const Function avg{"avg", avg_overloads, "The mean of the items; an error if the list is empty.",
                   "[1, 2, 6].avg()", "3.0"};
const Function distinct{"distinct", distinct_overloads, "Distinct values in order of first occurrence.",
                        "[1, 2, 1].distinct()", "[1, 2]"};
const Function first{"first", first_overloads, "The first item, if there is one.", "[1, 2].first().value()",
                     "1"};
const Function flatten{"flatten", flatten_overloads,
                       "Flattens nested lists by one level, or by the given number of levels.",
                       "[[1], [2, 3]].flatten()", "[1, 2, 3]"};
const Function last{"last", last_overloads, "The last item, if there is one.", "[].last().hasValue()",
                    "false"};
const Function max{"max", max_overloads, "The greatest item; an error if the list is empty.",
                   "['b', 'c', 'a'].max()", "\"c\""};
const Function min{"min", min_overloads, "The least item; an error if the list is empty.", "[3, 1, 2].min()",
                   "1"};
const Function range{"lists.range", range_overloads,
                     "The numbers from 0 up to, but not including, the given number.", "lists.range(3)",
                     "[0, 1, 2]"};
const Function reverse{"reverse", reverse_overloads, "The list or text in reverse order.", "[1, 2].reverse()",
                       "[2, 1]"};
const Function size{"size", size_overloads, "The number of items, code points or bytes.", "size('café')",
                    "4"};
const Function slice{"slice", slice_overloads,
                     "The items from one position up to, but not including, another.",
                     "[1, 2, 3].slice(1, 3)", "[2, 3]"};
const Function sort{"sort", sort_overloads, "In ascending order.", "[3, 1, 2].sort()", "[1, 2, 3]"};
const Function sum{"sum", sum_overloads, "The sum of the items.", "[1.5, 2.0].sum()", "3.5"};

}  // namespace martech_audit::cel::functions
