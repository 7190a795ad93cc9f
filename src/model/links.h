// Text that names an entity becomes the entity.
#pragma once

#include "model/storage.h"

namespace martech_audit::model {

// Makes the index of ids; an id given twice is an error that shows both places.
void index_ids(Building& building);

// Resolves every reference of Building::fixups, and fills what follows from links: parties, the two halves of
// `supports`, a tool's capabilities and integrations. Ids that nothing has are errors, each reported at its
// first place; where no list of that kind is given, owners, teams, capabilities, channels and processes are
// free text.
void link(Building& building);

// The integrations written under tools name one end only, those without an id get one, and tools get the list
// of theirs.
void link_integrations(Building& building);

// The records of parties, without links: people first, then teams.
void make_parties(Building& building);
// What parties take over from the people and teams they stand for.
void fill_parties(Building& building);

// Finds entities by their ids and keeps count of those that are not there.
class Resolver {
 public:
  explicit Resolver(Building& building) : building_(building) {}

  // Null after taking a note of the fault where nothing has the id. The record is owned by the building.
  const Record* find(EntityKind kind, std::string_view id, Node node);
  // The same without faults.
  const Record* look_up(EntityKind kind, std::string_view id);
  void missed(std::span<const EntityKind> kinds, std::string_view id, Node node);
  bool is_free_text(EntityKind kind) const;
  void report();

 private:
  struct Miss {
    std::vector<EntityKind> kinds;
    std::string_view id;
    Node node;
    std::size_t places = 0;
  };

  const Record* party(std::string_view id);
  const Record* free_text(EntityKind kind, std::string_view text);
  bool is_declared(const Miss& miss) const;
  void report(const Miss& miss);
  std::string suggestion(const Miss& miss) const;
  std::string alias_hint(std::string_view id) const;

  Building& building_;
  std::array<std::unordered_map<std::string_view, const Record*>, entity_kind_count> texts_;
  std::vector<Miss> misses_;
  std::unordered_map<std::string, std::size_t> miss_of_;
};

}  // namespace martech_audit::model
