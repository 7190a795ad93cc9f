#include "base/slots.h"
#include "model/field_path.h"
#include "model/links.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t party_slot(std::string_view field) { return *party_shape.index_of(field); }

// The texts that stand for owners, each once, in the order of the sources.
std::vector<const Fixup*> owners_in_free_text(const Building& building) {
  std::vector<const Fixup*> owners;
  std::unordered_map<std::string_view, bool> seen;
  for (const Fixup& fixup : building.fixups) {
    if (fixup.target != EntityKind::party || fixup.document >= building.storage.sources.size()) continue;
    if (seen.try_emplace(fixup.slot->as_text(), true).second) owners.push_back(&fixup);
  }
  return owners;
}

Record make_party(Building& building, std::uint16_t document, NodeId node) {
  return building.make_record(party_shape, document, building.storage.documents[document].node(node));
}

void make_text_parties(Building& building) {
  auto& list = building.storage.list(EntityKind::party);
  const auto owners = owners_in_free_text(building);
  list.records = building.storage.arena.make<Record>(owners.size());
  for (std::size_t i = 0; i < owners.size(); ++i) {
    list.records[i] = make_party(building, owners[i]->document, owners[i]->node);
    OpenSlots slots(building, party_shape);
    const Value text = *owners[i]->slot;
    slots[party_slot("id")] = text;
    slots[party_slot("name")] = text;
    slots[party_slot("kind")] = Value::string("text");
    list.records[i].values = slots.packed();
    list.add_id(list.records[i]);
  }
}

// Every field of the party that the person or team has too, under the same name.
void take_over(OpenSlots& slots, const Record& from, std::span<const std::string_view> fields) {
  const Shape& shape = shape_of(from);
  for (const std::string_view field : fields)
    slots[party_slot(field)] = values_of(from)[*shape.index_of(field)];
}

void fill_from_person(OpenSlots& slots, const Record& person) {
  constexpr std::array<std::string_view, 7> same{"id",      "name",   "role",     "team",
                                                 "left_on", "skills", "authority"};
  constexpr auto department = path_of(EntityKind::person, "team.department");
  constexpr auto function = path_of(EntityKind::person, "team.function");
  take_over(slots, person, same);
  slots[party_slot("kind")] = Value::string("person");
  slots[party_slot("department")] = at(person, department);
  slots[party_slot("function")] = at(person, function);
}

void fill_from_team(OpenSlots& slots, const Record& team) {
  constexpr std::array<std::string_view, 4> same{"id", "name", "department", "function"};
  take_over(slots, team, same);
  slots[party_slot("kind")] = Value::string("team");
  slots[party_slot("team")] = Value::record(&team);
}

}  // namespace

void make_parties(Building& building) {
  Inventory::Storage& storage = building.storage;
  const auto& people = storage.list(EntityKind::person);
  const auto& teams = storage.list(EntityKind::team);
  if (!people.declared && !teams.declared) return make_text_parties(building);
  auto& list = storage.list(EntityKind::party);
  list.records = storage.arena.make<Record>(people.records.size() + teams.records.size());
  std::size_t next = 0;
  for (const auto& source : {people.records, teams.records}) {
    for (const Record& record : source) {
      list.records[next++] = make_party(building, record.document, record.node);
    }
  }
}

void fill_parties(Building& building) {
  Inventory::Storage& storage = building.storage;
  const auto& people = storage.list(EntityKind::person).records;
  const auto& teams = storage.list(EntityKind::team).records;
  auto& parties = storage.list(EntityKind::party);
  for (std::size_t i = 0; i < people.size() + teams.size(); ++i) {
    OpenSlots slots(building, party_shape);
    i < people.size() ? fill_from_person(slots, people[i]) : fill_from_team(slots, teams[i - people.size()]);
    Record& party = parties.records[i];
    party.values = slots.packed();
    if (!id_of(party).empty()) parties.add_id(party);
  }
}

}  // namespace martech_audit::model
