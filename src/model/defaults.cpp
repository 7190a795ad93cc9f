#include "base/slots.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

bool is_missing(const Value& slot) { return slot.is_unknown() && slot.missing().empty(); }

bool is_inner_block(const Field& field) { return field.kind == FieldKind::block && !field.list; }

// Only what is not given; only in blocks that are there.
void fill_block(Building& building, const Record& record, const Record& defaults) {
  const Shape& shape = shape_of(record);
  const auto is_filled = [&](std::size_t i) {
    const bool may_be = shape.id != tool_shape.id || shape.fields[i].by_default;
    return may_be && !is_inner_block(shape.fields[i]) && !values_of(defaults)[i].is_unknown() &&
           is_missing(values_of(record)[i]);
  };
  bool any = false;
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    any = any || is_filled(i);
    const Value &given = values_of(defaults)[i], &inner = values_of(record)[i];
    if (is_inner_block(shape.fields[i]) && given.is(ValueKind::record) && inner.is(ValueKind::record)) {
      fill_block(building, *inner.as_record(), *given.as_record());
    }
  }
  if (!any) return;
  change(building, record, [&](OpenSlots& slots) {
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      if (is_filled(i)) slots[i] = values_of(defaults)[i];
    }
  });
}

}  // namespace

void fill_defaults(Building& building) {
  if (!values_of(building.storage.defaults)) return;
  for (const Record& tool : building.storage.list(EntityKind::tool).records) {
    fill_block(building, tool, building.storage.defaults);
  }
}

}  // namespace martech_audit::model
