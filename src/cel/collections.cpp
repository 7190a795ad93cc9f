#include "cel/collections.h"

#include <algorithm>
#include <array>
#include <string>

#include "cel/operators.h"

namespace martech_audit::cel {

namespace {

constexpr std::string_view bad_key = "a key is an int, uint, bool or string";

bool may_be_key(const Value& key) {
  return key.is(ValueKind::string) || key.is(ValueKind::integer) || key.is(ValueKind::unsigned_integer) ||
         key.is(ValueKind::boolean);
}

std::uint64_t hash(const Value& key) {
  if (key.is(ValueKind::string)) return std::hash<std::string_view>{}(key.as_text());
  return key.as_unsigned() * 0x9e3779b97f4a7c15U;  // an int and a uint of one value have the same bits
}

bool repeats_few(std::span<const MapEntry> entries) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (find(Map{entries.first(i)}, entries[i].key) != nullptr) return true;
  }
  return false;
}

bool repeats_many(Arena& arena, std::span<const MapEntry> entries) {
  std::size_t room = 1;
  while (room < entries.size() * 2) room *= 2;
  const std::span<const MapEntry*> table = arena.make<const MapEntry*>(room);
  std::fill(table.begin(), table.end(), nullptr);
  for (const MapEntry& entry : entries) {
    std::size_t at = hash(entry.key) & (room - 1);
    for (; table[at] != nullptr; at = (at + 1) & (room - 1)) {
      if (equals(table[at]->key, entry.key)) return true;
    }
    table[at] = &entry;
  }
  return false;
}

Value no_index(Frame& frame, const Op& op, const Value& position) {
  return fail(frame, op, "no such index: " + to_text(position));
}

Value no_key(Frame& frame, const Op& op, const Value& key) {
  return fail(frame, op, "no such key: " + to_text(key));
}

// Null where there is nothing at that position.
const Value* at_position(const Value& container, const Value& position) {
  if (container.is(ValueKind::map)) return find(*container.as_map(), position);
  const std::optional<std::int64_t> i = whole_number(position);
  const std::span<const Value> items = container.as_list();
  if (!i || *i < 0 || static_cast<std::uint64_t>(*i) >= items.size()) return nullptr;
  return &items[static_cast<std::size_t>(*i)];
}

bool is_container(const Value& value) { return value.is(ValueKind::list) || value.is(ValueKind::map); }

Value optional_at(const Value& container, const Value& position, const Op& op, Frame& frame) {
  if (!is_container(container)) return no_overload(frame, op, "[?]", std::array{container, position});
  if (container.is(ValueKind::map)) frame.budget -= static_cast<std::int64_t>(weight(container));
  const Value* found = at_position(container, position);
  return Value::optional(found == nullptr ? nullptr : frame.arena.copy(settle(*found)));
}

}  // namespace

const Map* make_map(Arena& arena, std::span<const MapEntry> entries, std::string_view& fault) {
  constexpr std::size_t few = 8;
  for (const MapEntry& entry : entries) {
    if (may_be_key(entry.key)) continue;
    fault = bad_key;
    return nullptr;
  }
  if (entries.size() <= few ? repeats_few(entries) : repeats_many(arena, entries)) {
    fault = "a key is repeated";
    return nullptr;
  }
  return arena.copy(Map{entries});
}

Value run_index(const Op& op, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op);
  const Value container = (*self.left)(frame);
  const Value position = (*self.right)(frame);
  if (is_trouble(container) || is_trouble(position)) [[unlikely]]
    return trouble(frame.arena, container, position);
  if (container.is(ValueKind::optional)) {
    const Value* content = container.as_optional();
    return content == nullptr ? container : optional_at(*content, position, op, frame);
  }
  if (!is_container(container)) return no_overload(frame, op, "[]", std::array{container, position});
  if (container.is(ValueKind::map)) frame.budget -= static_cast<std::int64_t>(weight(container));
  if (const Value* found = at_position(container, position); found != nullptr) return settle(*found);
  return container.is(ValueKind::list) ? no_index(frame, op, position) : no_key(frame, op, position);
}

Value run_optional_index(const Op& op, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op);
  const Value container = (*self.left)(frame);
  const Value position = (*self.right)(frame);
  if (is_trouble(container) || is_trouble(position)) return trouble(frame.arena, container, position);
  if (!container.is(ValueKind::optional)) return optional_at(container, position, op, frame);
  const Value* content = container.as_optional();
  return content == nullptr ? container : optional_at(*content, position, op, frame);
}

namespace {

// The value of an entry written with '?': null where it is to be left out, or `troubles` has noted why not.
const Value* entry_value(const Value& value, const Op& op, Frame& frame, Troubles& troubles) {
  if (troubles.note(value)) return nullptr;
  if (value.is(ValueKind::optional)) return value.as_optional();
  troubles.note(no_overload(frame, op, "?", std::array{value}));
  return nullptr;
}

}  // namespace

Value run_list(const Op& op, Frame& frame) {
  const auto& self = static_cast<const CollectionOp&>(op);
  const std::span<Value> list = frame.arena.make<Value>(self.items.size());
  Troubles troubles(frame.arena);
  std::size_t count = 0;
  for (std::size_t i = 0; i < self.items.size(); ++i) {
    const Value value = (*self.items[i])(frame);
    if (!self.optional.empty() && self.optional[i]) {
      if (const Value* content = entry_value(value, op, frame, troubles); content != nullptr)
        list[count++] = *content;
    } else if (!troubles.note(value)) {
      list[count++] = value;
    }
  }
  return troubles.any() ? troubles.result() : Value::list(list.first(count));
}

Value run_map(const Op& op, Frame& frame) {
  const auto& self = static_cast<const CollectionOp&>(op);
  const std::span<MapEntry> entries = frame.arena.make<MapEntry>(self.items.size() / 2);
  Troubles troubles(frame.arena);
  std::size_t count = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value key = (*self.items[2 * i])(frame);
    const Value value = (*self.items[2 * i + 1])(frame);
    troubles.note(key);
    if (!self.optional.empty() && self.optional[i]) {
      if (const Value* content = entry_value(value, op, frame, troubles); content != nullptr) {
        entries[count++] = {key, *content};
      }
    } else if (!troubles.note(value)) {
      entries[count++] = {key, value};
    }
  }
  if (troubles.any()) return troubles.result();
  std::string_view fault;
  const Map* map = make_map(frame.arena, entries.first(count), fault);
  return map != nullptr ? Value::map(map) : fail(frame, op, fault);
}

}  // namespace martech_audit::cel
