// Entities that stand below themselves: a team that is its own parent, by way of however many others. And
// tools that are their own backup, or support themselves.
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

// A relation to itself excuses from what was found; support of itself only says nothing.
void names_itself(Building& building, const Record& tool, std::string_view field, DiagnosticLevel level) {
  building.diagnostics.add({level, location_of(building.storage, tool, field),
                            fmt::format("tool '{}' names itself in '{}'", id_of(tool), field),
                            "name the other tool, or remove it"});
}

bool is_among(const Value& list, const Record& record) {
  if (!list.is(ValueKind::list)) return false;
  return std::ranges::any_of(list.as_list(), [&](const Value& item) { return item.as_record() == &record; });
}

// A capability may have the id of a tool, and is what the tool supports then.
bool names_a_capability(const Record& tool) {
  const Value capabilities = read(tool, "supports_capabilities");
  if (!capabilities.is(ValueKind::list)) return false;
  return std::ranges::any_of(capabilities.as_list(),
                             [&](const Value& item) { return id_of(*item.as_record()) == id_of(tool); });
}

void check_other_tools(Building& building) {
  for (const Record& tool : building.storage.list(EntityKind::tool).records) {
    const Value other = read(tool, "relation.to");
    if (other.is(ValueKind::record) && other.as_record() == &tool)
      names_itself(building, tool, "relation.to", DiagnosticLevel::error);
    if (is_among(read(tool, "supports_tools"), tool) && !names_a_capability(tool))
      names_itself(building, tool, "supports", DiagnosticLevel::warning);
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
  check_other_tools(building);
}

}  // namespace martech_audit::model
