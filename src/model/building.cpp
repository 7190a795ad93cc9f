#include <memory>

#include "model/storage.h"

namespace martech_audit::model {

std::span<Value> Building::make_slots(const Shape& shape) {
  const std::size_t count = shape.fields.size() + (shape.open ? 1 : 0);
  auto* slots = static_cast<Value*>(storage.arena.allocate(count * sizeof(Value), alignof(Value)));
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
