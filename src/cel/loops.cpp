// The macros that go over a list or a map.
#include <algorithm>
#include <array>
#include <string>

#include "cel/collections.h"
#include "cel/limits.h"
#include "cel/nesting.h"

namespace martech_audit::cel {

namespace {

// Takes the cost of a round; false where the budget is spent. Whatever absorbs the error that follows, the
// evaluation as a whole ends with it (Program::evaluate).
bool pay(Frame& frame, const LoopOp& self) { return (frame.budget -= self.cost) >= 0; }

void set_item(Frame& frame, const LoopOp& self, std::size_t index, const Value& item) {
  if (self.pairs) {
    frame.locals[self.slot] = Value::integer(static_cast<std::int64_t>(index));
    frame.locals[self.slot + 1] = settle(item);
  } else {
    frame.locals[self.slot] = settle(item);
  }
}

void set_entry(Frame& frame, const LoopOp& self, const MapEntry& entry) {
  frame.locals[self.slot] = entry.key;
  if (self.pairs) frame.locals[self.slot + 1] = settle(entry.value);
}

std::size_t length(const Value& range) {
  return range.is(ValueKind::list) ? range.as_list().size() : range.as_map()->entries.size();
}

// Calls round() with the variables set, until it says true. What it gives is the trouble that ended it early,
// if any.
template <class Round>
std::optional<Value> each(const LoopOp& self, const Value& range, Frame& frame, Round round) {
  if (range.is(ValueKind::list)) [[likely]] {
    std::size_t index = 0;
    for (const Value& item : range.as_list()) {
      if (!pay(frame, self)) return spent(frame, self);
      set_item(frame, self, index++, item);
      if (round()) return std::nullopt;
    }
    return std::nullopt;
  }
  for (const MapEntry& entry : range.as_map()->entries) {
    if (!pay(frame, self)) return spent(frame, self);
    set_entry(frame, self, entry);
    if (round()) return std::nullopt;
  }
  return std::nullopt;
}

// The range, or what the macro gives instead where it cannot be gone over.
bool is_range(const LoopOp& self, Value& range, Frame& frame) {
  range = (*self.range)(frame);
  if (range.is(ValueKind::list) || range.is(ValueKind::map)) [[likely]]
    return true;
  if (!is_trouble(range)) range = no_overload(frame, self, self.name, std::array{range});
  return false;
}

// `decisive` ends it: true for exists, false for all.
template <bool decisive>
Value run_quantifier(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  bool decided = false;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    const Value value = (*self.body)(frame);
    if (value.is(ValueKind::boolean)) [[likely]]
      return decided = value.as_boolean() == decisive;
    if (!troubles.note(value)) troubles.note(no_overload(frame, op, self.name, std::array{value}));
    return false;
  });
  if (end) return *end;
  if (decided) return Value::boolean(decisive);
  return troubles.any() ? troubles.result() : Value::boolean(!decisive);
}

// Whether the predicate holds in this round; trouble is noted and counts as no.
bool test(const Op& predicate, const LoopOp& self, Frame& frame, Troubles& troubles) {
  const Value value = predicate(frame);
  if (value.is(ValueKind::boolean)) [[likely]]
    return value.as_boolean();
  if (!troubles.note(value)) troubles.note(no_overload(frame, self, self.name, std::array{value}));
  return false;
}

Value run_exists_one(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    if (test(*self.body, self, frame, troubles)) ++count;
    return false;
  });
  if (end) return *end;
  return troubles.any() ? troubles.result() : Value::boolean(count == 1);
}

Value run_filter(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  const std::span<Value> kept = frame.arena.make<Value>(length(range));
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    if (test(*self.body, self, frame, troubles)) kept[count++] = frame.locals[self.slot];
    return false;
  });
  if (end) return *end;
  return troubles.any() ? troubles.result() : Value::list(kept.first(count));
}

bool passes(const LoopOp& self, Frame& frame, Troubles& troubles) {
  return self.filter == nullptr || test(*self.filter, self, frame, troubles);
}

Value run_transform(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  const std::span<Value> made = frame.arena.make<Value>(length(range));
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    if (!passes(self, frame, troubles)) return false;
    const Value value = (*self.body)(frame);
    if (!troubles.note(value)) made[count++] = value;
    return false;
  });
  if (end) return *end;
  return troubles.any() ? troubles.result() : Value::list(made.first(count));
}

Value map_of(std::span<const MapEntry> entries, const Op& op, Frame& frame, const Troubles& troubles) {
  if (troubles.any()) return troubles.result();
  std::string_view fault;
  const Map* map = make_map(frame.arena, entries, fault);
  return map != nullptr ? Value::map(map) : fail(frame, op, fault);
}

Value run_transform_map(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  const std::span<MapEntry> made = frame.arena.make<MapEntry>(length(range));
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    if (!passes(self, frame, troubles)) return false;
    const Value value = (*self.body)(frame);
    if (!troubles.note(value)) made[count++] = {frame.locals[self.slot], value};
    return false;
  });
  if (end) return *end;
  return map_of(made.first(count), op, frame, troubles);
}

Value run_transform_entries(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  std::span<MapEntry> made;
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    if (!passes(self, frame, troubles)) return false;
    const Value value = (*self.body)(frame);
    if (troubles.note(value)) return false;
    if (!value.is(ValueKind::map)) {
      troubles.note(no_overload(frame, op, self.name, std::array{value}));
      return false;
    }
    const std::span<const MapEntry> more = value.as_map()->entries;
    if (count + more.size() > made.size()) {
      const std::span<MapEntry> larger = frame.arena.make<MapEntry>(2 * (count + more.size()));
      std::copy_n(made.begin(), count, larger.begin());
      made = larger;
    }
    std::copy(more.begin(), more.end(), made.begin() + static_cast<std::ptrdiff_t>(count));
    count += more.size();
    return false;
  });
  if (end) return *end;
  return map_of(made.first(count), op, frame, troubles);
}

[[gnu::noinline]] Value grows_too_deep(Frame& frame, const Op& op) {
  return fail(frame, op, "the result is nested more than " + std::to_string(deepest_grown) + " deep");
}

Value run_reduce(const Op& op, Frame& frame) {
  const auto& self = static_cast<const ReduceOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  Value result = (*self.start)(frame);
  if (is_trouble(result)) return result;
  Troubles troubles(frame.arena);
  const auto round = [&](const Value& item) {
    frame.locals[self.slot] = result;
    frame.locals[self.slot + 1] = settle(item);
    const Value next = (*self.body)(frame);
    // A round that fails leaves the result as it is, so that one look names all the facts that are missing.
    if (!troubles.note(next)) result = next;
  };
  Nesting nesting;
  for (std::size_t i = 0; i < length(range); ++i) {
    if (!pay(frame, self)) return spent(frame, self);
    round(range.is(ValueKind::list) ? range.as_list()[i] : range.as_map()->entries[i].key);
    if (nesting.of(result, frame.budget) > deepest_grown) return grows_too_deep(frame, op);
  }
  return troubles.any() ? troubles.result() : result;
}

struct Keyed {
  Value key;
  Value item;
};

Value sorted(std::span<Keyed> keyed, const Op& op, Frame& frame) {
  bool comparable = true;
  std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    const Order found = order(a.key, b.key);
    comparable = comparable && found != Order::incomparable;
    return found == Order::less;
  });
  if (!comparable) return fail(frame, op, "these keys have no order among them");
  const std::span<Value> items = frame.arena.make<Value>(keyed.size());
  std::transform(keyed.begin(), keyed.end(), items.begin(), [](const Keyed& k) { return k.item; });
  return Value::list(items);
}

Value run_sort_by(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  Value range;
  if (!is_range(self, range, frame)) return range;
  if (!range.is(ValueKind::list)) return no_overload(frame, op, self.name, std::array{range});
  const std::span<Keyed> keyed = frame.arena.make<Keyed>(length(range));
  std::size_t count = 0;
  Troubles troubles(frame.arena);
  const std::optional<Value> end = each(self, range, frame, [&] {
    const Value key = (*self.body)(frame);
    if (!troubles.note(key)) keyed[count++] = {key, frame.locals[self.slot]};
    return false;
  });
  if (end) return *end;
  return troubles.any() ? troubles.result() : sorted(keyed.first(count), op, frame);
}

Value run_bind(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  frame.locals[self.slot] = (*self.range)(frame);
  return (*self.body)(frame);
}

template <bool flat>
Value run_optional_map(const Op& op, Frame& frame) {
  const auto& self = static_cast<const LoopOp&>(op);
  const Value target = (*self.range)(frame);
  if (is_trouble(target)) return target;
  if (!target.is(ValueKind::optional)) return no_overload(frame, op, self.name, std::array{target});
  if (target.as_optional() == nullptr) return target;
  frame.locals[self.slot] = *target.as_optional();
  const Value value = (*self.body)(frame);
  if (is_trouble(value)) return value;
  if (!flat) return Value::optional(frame.arena.copy(value));
  return value.is(ValueKind::optional) ? value : no_overload(frame, op, self.name, std::array{value});
}

}  // namespace

Op::Run loop_run(Macro macro) {
  switch (macro) {
    case Macro::all:
      return &run_quantifier<false>;
    case Macro::exists:
      return &run_quantifier<true>;
    case Macro::exists_one:
      return &run_exists_one;
    case Macro::filter:
      return &run_filter;
    case Macro::transform_map:
      return &run_transform_map;
    case Macro::transform_map_entry:
      return &run_transform_entries;
    case Macro::sort_by:
      return &run_sort_by;
    case Macro::reduce:
      return &run_reduce;
    default:
      return &run_transform;
  }
}

Op::Run binding_run(Macro macro) {
  if (macro == Macro::bind) return &run_bind;
  return macro == Macro::optional_map ? &run_optional_map<false> : &run_optional_map<true>;
}

}  // namespace martech_audit::cel
