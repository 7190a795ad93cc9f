// Text that names an entity becomes the entity.
#pragma once

#include <compare>
#include <map>

#include "base/edit_distance.h"
#include "model/storage.h"

namespace martech_audit::model {

// Adds an entity to the index of ids, unless the inventory is hopeless; an id given twice is an error that
// shows both places.
void index_id(Building& building, EntityKind kind, const Record& record);

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

// Where a reference is written.
struct Written {
  std::uint16_t document;
  NodeId node;
};

// What a reference may name: an entity of one kind, or a tool as well as a capability.
struct Wanted {
  EntityKind kind;
  bool or_capability = false;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees the 0 that the compiler compares with
  friend auto operator<=>(const Wanted&, const Wanted&) = default;
};

// Finds entities by their ids and keeps count of those that are not there.
class Resolver {
 public:
  explicit Resolver(Building& building) : building_(building) { misses_.reserve(building.fixups.size()); }

  // Null after taking a note of the fault where nothing has the id. The record is owned by the building.
  const Record* find(EntityKind kind, std::string_view id, Written where);
  // The same without faults.
  const Record* look_up(EntityKind kind, std::string_view id);
  void missed(Wanted wanted, Written where);
  bool is_free_text(EntityKind kind) const;
  void report();

 private:
  // There can be as many as there are references.
  struct Miss {
    Written where;
    std::uint32_t number;  // in the order of discovery
    std::uint32_t places;
    Wanted wanted;
  };
  static_assert(sizeof(Miss) <= 20);

  const Record* party(std::string_view id);
  const Record* free_text(EntityKind kind, std::string_view text);
  bool is_broken(Wanted wanted) const;
  bool is_declared(Wanted wanted) const;
  // What is missed: the id; nothing where the list is missing altogether, so that once is enough.
  std::string_view id_of(const Miss& miss) const;
  Node node(const Miss& miss) const {
    return building_.storage.documents[miss.where.document].node(miss.where.node);
  }
  void merge_misses();
  void report(const Miss& miss);
  std::string suggestion(const Miss& miss);
  std::string alias_hint(std::string_view id) const;

  Building& building_;
  std::array<std::unordered_map<std::string_view, const Record*>, entity_kind_count> texts_;
  std::vector<Miss> misses_;
  std::map<Wanted, WordIndex> ids_;
};

}  // namespace martech_audit::model
