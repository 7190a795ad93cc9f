#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

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

Slots pack(std::span<const Value> all, Arena& arena) {
  Slots::Table table;
  std::size_t count = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    if (is_empty_link(all[i])) {
      table.empty[i / 64] |= bit;
    } else if (!is_absent(all[i])) {
      table.given[i / 64] |= bit;
      ++count;
    }
  }
  void* memory = arena.allocate(sizeof(Slots::Table) + count * sizeof(Value), alignof(Value));
  const auto* kept = new (memory) Slots::Table(table);
  auto* next = reinterpret_cast<Value*>(static_cast<std::byte*>(memory) + sizeof(Slots::Table));
  for (const Value& value : all) {
    if (!is_empty_link(value) && !is_absent(value)) new (next++) Value(value);
  }
  return Slots(*kept);
}

}  // namespace

void pack_entities(Building& building) {
  for (auto& list : building.storage.lists) {
    for (Record& record : list.records) {
      record.slots = pack({record.slots.all(), slot_count(shape_of(record))}, building.storage.arena);
    }
  }
  building.entity_slots = Arena();
}

std::span<Value> Building::make_slots(const Shape& shape, Arena& arena) {
  const std::size_t count = slot_count(shape);
  auto* slots = static_cast<Value*>(arena.allocate(count * sizeof(Value), alignof(Value)));
  std::uninitialized_fill_n(slots, count, Value::unknown());
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (shape.fields[i].presence == Presence::link) slots[i] = Value::list({});
  }
  return {slots, count};
}

Record Building::make_record(const Shape& shape, std::uint16_t document, Node node) {
  return {.slots = nullptr,
          .index = counts[shape.id]++,
          .node = node.id(),
          .document = document,
          .shape = shape.id};
}

std::string_view id_of(const Record& record) {
  const auto slot = shape_of(record).index_of("id");
  if (!slot || !record.slots[*slot].is(ValueKind::string)) return {};
  return record.slots[*slot].as_text();
}

}  // namespace martech_audit::model
