#include "model/field_path.h"
#include "model/field_table.h"

namespace martech_audit {

std::string_view name(EntityKind kind) { return model::shape_for(kind).name; }

std::optional<EntityKind> entity_kind(std::string_view name) {
  for (std::size_t i = 0; i < entity_kind_count; ++i) {
    if (model::shapes[i]->name == name) return static_cast<EntityKind>(i);
  }
  return std::nullopt;
}

const Shape& shape_of(EntityKind kind) { return model::shape_for(kind); }
const Shape& shape_of(const Record& record) { return *model::shapes[record.shape]; }

std::span<const Shape* const> all_shapes() { return model::shapes; }

Value read(const Record& record, std::string_view path) {
  const auto found = model::find_path(shape_of(record), path);
  return found ? model::at(record, *found) : Value::unknown();
}

std::string_view text_at(const Record& record, std::string_view path) {
  const Value value = read(record, path);
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

}  // namespace martech_audit
