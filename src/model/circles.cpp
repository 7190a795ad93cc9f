// Entities that stand below themselves: a team that is its own parent, by way of however many others.
#include <fmt/format.h>

#include <algorithm>

#include "base/slots.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t most_notes = 20;

const Record* above(const Record& record, std::size_t slot) {
  const Value& value = values_of(record)[slot];
  return value.is(ValueKind::record) ? value.as_record() : nullptr;
}

std::string others(std::size_t count) {
  if (count == 0) return {};
  return fmt::format(", through {} more", count);
}

void report(Building& building, const Record& first, const Field& field, std::size_t slot) {
  std::size_t length = 1;
  for (const Record* at = above(first, slot); at != &first; at = above(*at, slot)) ++length;
  building.diagnostics.error(location_of(building.storage, first, field.name),
                             fmt::format("{} '{}' is its own {}{}", shape_of(first).name, id_of(first),
                                         field.name, others(length - 1)),
                             fmt::format("remove the wrong '{}' from the cycle", field.name));
  const Record* at = above(first, slot);
  for (std::size_t i = 1; i < std::min(length, most_notes); ++i, at = above(*at, slot)) {
    building.diagnostics.note(location_of(building.storage, *at, field.name),
                              fmt::format("'{}' is below '{}'", id_of(*at), id_of(*above(*at, slot))));
  }
}

// Each entity is walked over once: those of one walk carry its number, and a walk that meets its own has
// found a circle.
void check(Building& building, std::span<const Record> records, const Field& field, std::size_t slot) {
  std::vector<std::size_t> walk_of(records.size(), 0);
  for (std::size_t walk = 1; walk <= records.size(); ++walk) {
    const Record* at = &records[walk - 1];
    for (; at != nullptr && walk_of[at->index] == 0; at = above(*at, slot)) walk_of[at->index] = walk;
    if (at != nullptr && walk_of[at->index] == walk) report(building, *at, field, slot);
  }
}

}  // namespace

void check_circles(Building& building) {
  for (std::size_t kind = 1; kind < entity_kind_count; ++kind) {
    const auto& list = building.storage.list(static_cast<EntityKind>(kind));
    if (!list.declared) continue;  // those in free text stand below nothing
    const Shape& shape = *shapes[kind];
    for (std::size_t slot = 0; slot < shape.fields.size(); ++slot) {
      const Field& field = shape.fields[slot];
      const bool upward = field.kind == FieldKind::reference && !field.list && !field.derived &&
                          static_cast<std::size_t>(field.target) == kind;
      if (upward) check(building, list.records, field, slot);
    }
  }
}

}  // namespace martech_audit::model
