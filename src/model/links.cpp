#include "model/links.h"

#include <fmt/format.h>

#include "base/placeholder.h"
#include "base/slots.h"
#include "model/field_path.h"
#include "model/read_scalar.h"
#include "model/statements.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t slot_of(EntityKind kind, std::string_view field) {
  return *shape_for(kind).index_of(field);
}

void duplicate(Building& building, std::string_view what, const Record& first, const Record& second) {
  const std::string_view id = id_of(second);
  building.diagnostics.error(location_of(building.storage, second, "id"), fmt::format("{} '{}'", what, id),
                             "ids must be unique; change one of them");
  building.diagnostics.note(location_of(building.storage, first, "id"),
                            fmt::format("the first '{}' is here", id));
}

// Owners are people or teams, so an id must not be both.
void check_parties_are_distinct(Building& building) {
  const auto& people = building.storage.list(EntityKind::person);
  for (const Record& team : building.storage.list(EntityKind::team).records) {
    const Record* person = people.find(id_of(team));
    if (person != nullptr) duplicate(building, "a team and a person both have the id", *person, team);
  }
}

// A name that nobody has, where owners are names, is no answer and no party.
void drop_placeholders(Building& building, const Resolver& resolver) {
  if (!resolver.is_free_text(EntityKind::party)) return;
  std::erase_if(building.fixups, [&](const Fixup& fixup) {
    if (fixup.target != EntityKind::party || !is_placeholder(fixup.slot->as_text())) return false;
    *fixup.slot = Value::unknown();
    warn_of_placeholder(building.storage.documents[fixup.document].node(fixup.node), "the owner",
                        building.diagnostics);
    return true;
  });
}

void resolve(Building& building, Resolver& resolver) {
  for (const Fixup& fixup : building.fixups) {
    const Record* found = resolver.find(fixup.target, fixup.slot->as_text(), {fixup.document, fixup.node});
    *fixup.slot = found == nullptr ? Value::unknown() : Value::record(found);
  }
}

void link_capabilities(Building& building, Resolver& resolver, const Record& tool) {
  constexpr std::size_t id = *tool_capability_shape.index_of("id");
  constexpr std::size_t capability = *tool_capability_shape.index_of("capability");
  const Value& capabilities = values_of(tool)[slot_of(EntityKind::tool, "capabilities")];
  if (!capabilities.is(ValueKind::list)) return;  // marked not applicable
  for (const Value& item : capabilities.as_list()) {
    const Record& record = *item.as_record();
    if (!values_of(record)[id].is(ValueKind::string)) continue;
    const Node node = building.node(record);
    const Record* found = resolver.find(EntityKind::capability, values_of(record)[id].as_text(),
                                        {record.document, (node.is_mapping() ? node.find("id") : node).id()});
    if (found != nullptr) room_for(record, capability) = Value::record(found);
  }
}

struct Explained {
  std::vector<Value> objectives, kpis;
};

// An entry of `objectives` that says how the tool serves it, and perhaps which KPI it moves.
void add_explained(Building& building, Resolver& resolver, const Record& tool, Node item, Explained& to) {
  if (!item.is_mapping()) return;
  const Node id = item.find("id"), how = item.find("how"), kpi = item.find("kpi");
  if (!id || !id.is_scalar() || !how || !how.is_scalar() || is_placeholder(how.text())) return;
  if (!says_something(tool, how.text())) {
    building.diagnostics.warning(how.where(), "'how' does not say how the tool serves it; treated as missing",
                                 statement_hint());
    return;
  }
  if (const Record* objective = resolver.look_up(EntityKind::objective, id.text()))
    to.objectives.push_back(Value::record(objective));
  if (!kpi || !kpi.is_scalar()) return;
  if (const Record* measure = resolver.look_up(EntityKind::kpi, kpi.text()))
    to.kpis.push_back(Value::record(measure));
}

void link_explained(Building& building, Resolver& resolver, const Record& tool) {
  const Node objectives = building.node(tool).find("objectives");
  if (!objectives || !objectives.is_sequence()) return;
  Explained explained;
  for (const Node item : objectives) add_explained(building, resolver, tool, item, explained);
  if (explained.objectives.empty()) return;
  const auto list = [&](const std::vector<Value>& items) {
    return Value::list(building.storage.arena.copy(std::span<const Value>(items)));
  };
  change(building, tool, [&](OpenSlots& slots) {
    slots[slot_of(EntityKind::tool, "explained_objectives")] = list(explained.objectives);
    slots[slot_of(EntityKind::tool, "explained_kpis")] = list(explained.kpis);
  });
}

// A word in place of a tool.
void link_source(Building& building, const Record& kpi) {
  const Node source = building.node(kpi).find("source");
  if (!source || !source.is_scalar() || source.text() != by_hand[0]) return;
  change(building, kpi, [&](OpenSlots& slots) {
    slots[slot_of(EntityKind::kpi, "measured_by_hand")] = Value::boolean(true);
  });
}

// An id that is both a tool and a capability counts as both.
void link_supports(Building& building, Resolver& resolver, const Record& tool) {
  const Value& supports = values_of(tool)[slot_of(EntityKind::tool, "supports")];
  if (!supports.is(ValueKind::list) || supports.as_list().empty()) return;
  std::array<std::vector<Value>, 2> found;
  auto item = building.node(tool).find("supports").begin();
  for (const Value& id : supports.as_list()) {
    const Record* as_tool = resolver.look_up(EntityKind::tool, id.as_text());
    const bool skip = as_tool != nullptr && resolver.is_free_text(EntityKind::capability);
    const Record* as_capability = skip ? nullptr : resolver.look_up(EntityKind::capability, id.as_text());
    if (as_tool != nullptr) found[0].push_back(Value::record(as_tool));
    if (as_capability != nullptr) found[1].push_back(Value::record(as_capability));
    if (as_tool == nullptr && as_capability == nullptr)
      resolver.missed({EntityKind::tool, true}, {tool.document, (*item).id()});
    ++item;
  }
  Arena& arena = building.storage.arena;
  change(building, tool, [&](OpenSlots& slots) {
    slots[slot_of(EntityKind::tool, "supports_tools")] =
        Value::list(arena.copy(std::span<const Value>(found[0])));
    slots[slot_of(EntityKind::tool, "supports_capabilities")] =
        Value::list(arena.copy(std::span<const Value>(found[1])));
  });
}

}  // namespace

void index_id(Building& building, EntityKind kind, const Record& record) {
  if (kind == EntityKind::ledger) return;
  const std::string_view id = id_of(record);
  if (id.empty()) {
    building.is_broken(kind) = building.is_broken(kind) || kind != EntityKind::integration;
    return;
  }
  auto& list = building.storage.list(kind);
  if (const Record* first = list.find(id)) {
    if (!building.node(record).is_mapping()) return;  // a word in its place, which is reported
    duplicate(building, fmt::format("a second {} has the id", name(kind)), *first, record);
  } else if (!building.is_hopeless()) {
    list.add_id(record);
  }
}

void link(Building& building) {
  check_parties_are_distinct(building);
  Resolver resolver(building);
  drop_placeholders(building, resolver);
  make_parties(building);
  resolve(building, resolver);
  for (const Record& tool : building.storage.list(EntityKind::tool).records) {
    link_capabilities(building, resolver, tool);
    link_supports(building, resolver, tool);
    link_explained(building, resolver, tool);
  }
  for (const Record& kpi : building.storage.list(EntityKind::kpi).records) link_source(building, kpi);
  std::vector<Fixup>().swap(building.fixups);  // their room is that of hints now
  resolver.report();
  if (building.is_hopeless()) return;
  link_integrations(building);
  fill_parties(building);
}

}  // namespace martech_audit::model
