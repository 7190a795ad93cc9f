#include "model/passes.h"

namespace martech_audit::model {
namespace {

bool is_missing(const Value& slot) { return slot.is_unknown() && slot.missing().empty(); }

// Only what is not given; only in blocks that are there.
void fill_block(const Record& record, const Record& defaults) {
  const Shape& shape = shape_of(record);
  Value* slots = building_slots(record);
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    const Value& given = defaults.slots[i];
    if (given.is_unknown()) continue;
    if (shape.fields[i].kind == FieldKind::block && !shape.fields[i].list) {
      if (slots[i].is(ValueKind::record)) fill_block(*slots[i].as_record(), *given.as_record());
    } else if (is_missing(slots[i]) && (shape.id != tool_shape.id || shape.fields[i].by_default)) {
      slots[i] = given;
    }
  }
}

}  // namespace

void fill_defaults(Building& building) {
  if (!building.storage.defaults.slots) return;
  for (const Record& tool : building.storage.list(EntityKind::tool).records) {
    fill_block(tool, building.storage.defaults);
  }
}

}  // namespace martech_audit::model
