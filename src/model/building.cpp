#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <new>

#include "base/slots.h"
#include "model/storage.h"

namespace martech_audit::model {

namespace {

constexpr std::size_t slot_count(const Shape& shape) { return shape.fields.size() + (shape.open ? 1 : 0); }

static_assert(std::all_of(shapes.begin(), shapes.end(), [](const Shape* shape) {
  return slot_count(*shape) <= Slots::Table::most_fields;
}));

// Not what somebody wrote as an empty list, which lies somewhere.
bool is_empty_link(const Value& value) {
  return value.is(ValueKind::list) && value.as_list().data() == nullptr;
}
bool is_absent(const Value& value) { return value.is_unknown() && value.missing().empty(); }

bool is_kept(const Field& field, const Value& value) {
  return field.completed || (!is_empty_link(value) && !is_absent(value));
}

std::span<Value> without_values(const Shape& shape, void* memory) {
  const std::size_t count = slot_count(shape);
  auto* slots = static_cast<Value*>(memory);
  std::uninitialized_fill_n(slots, count, Value::unknown());
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (shape.fields[i].presence == Presence::link) slots[i] = Value::list({});
  }
  return {slots, count};
}

}  // namespace

OpenSlots::OpenSlots(Building& building, const Shape& shape)
    : building_(building), shape_(shape), first_fixup_(building.fixups.size()) {
  all_ = without_values(shape, memory_.data());
}

OpenSlots::OpenSlots(Building& building, const Record& record) : OpenSlots(building, shape_of(record)) {
  for (std::size_t i = 0; i < all_.size(); ++i) all_[i] = values_of(record)[i];
}

Slots OpenSlots::packed() {
  constexpr Field user_fields;  // the last slot of shapes that are open
  const auto field = [&](std::size_t i) -> const Field& {
    return i < shape_.fields.size() ? shape_.fields[i] : user_fields;
  };
  Slots::Table table;
  std::size_t count = 0;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    if (is_kept(field(i), all_[i])) {
      table.given[i / 64] |= bit;
      ++count;
    } else if (is_empty_link(all_[i])) {
      table.empty[i / 64] |= bit;
    }
  }
  void* memory =
      building_.storage.arena.allocate(sizeof(Slots::Table) + count * sizeof(Value), alignof(Value));
  const auto* kept = new (memory) Slots::Table(table);
  auto* next = reinterpret_cast<Value*>(static_cast<std::byte*>(memory) + sizeof(Slots::Table));
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (is_kept(field(i), all_[i])) new (next++) Value(all_[i]);
  }
  const Slots slots(*kept);
  move_fixups(slots);
  return slots;
}

void OpenSlots::move_fixups(const Slots& to) {
  for (std::size_t i = first_fixup_; i < building_.fixups.size(); ++i) {
    Value*& slot = building_.fixups[i].slot;
    const bool is_here = slot >= all_.data() && slot < all_.data() + all_.size();
    if (is_here) slot = const_cast<Value*>(&to[static_cast<std::size_t>(slot - all_.data())]);
  }
}

Value& room_for(const Record& record, std::size_t field) {
  assert(shape_of(record).fields[field].completed);
  return const_cast<Value&>(values_of(record)[field]);
}

std::span<Value> Building::make_slots(const Shape& shape) {
  return without_values(shape, storage.arena.allocate(slot_count(shape) * sizeof(Value), alignof(Value)));
}

Record Building::make_record(const Shape& shape, std::uint16_t document, Node node) {
  return {
      .values = {}, .index = counts[shape.id]++, .node = node.id(), .document = document, .shape = shape.id};
}

EntityName entity_name(std::string_view text) {
  constexpr std::string_view tool = "tool";
  const std::size_t slash = text.find('/');
  const bool is_organisation = text == name(EntityKind::organisation);
  const std::string_view word = slash == text.npos && !is_organisation ? tool : text.substr(0, slash);
  return {entity_kind(word), word,
          is_organisation ? std::string_view() : text.substr(slash == text.npos ? 0 : slash + 1)};
}

}  // namespace martech_audit::model
