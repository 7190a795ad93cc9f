// What an Inventory owns, and the state that the passes which build one share.
#pragma once

#include <array>
#include <vector>

#include "base/arena.h"
#include "base/slots.h"
#include "document/document.h"
#include "martech_audit/diagnostic.h"
#include "model/field_table.h"
#include "model/id_index.h"

namespace martech_audit {

struct Inventory::Storage {
  struct List {
    std::span<Record> records;
    bool declared = false;  // see Inventory::declared()
    model::IdIndex ids;

    const Record* find(std::string_view id) const { return ids.find(id, records); }
    void add_id(const Record& record) {
      ids.add(static_cast<std::uint32_t>(&record - records.data()), records);
    }
  };

  List& list(EntityKind kind) { return lists[static_cast<std::size_t>(kind)]; }
  const List& list(EntityKind kind) const { return lists[static_cast<std::size_t>(kind)]; }

  std::vector<Document> documents;  // of the inventory, then those of waivers beside it
  std::vector<SourcePtr> sources;   // of the inventory
  std::span<const Document> files() const { return std::span(documents).first(sources.size()); }
  Arena arena{std::size_t{1} << 16};
  Record organisation;
  Record defaults;  // of the shape of a tool; without slots where the inventory has no defaults
  std::array<List, entity_kind_count> lists;
  Currency currency;
  std::vector<std::pair<Currency, Decimal>> rates;
  std::vector<Value> waivers_beside;  // a list for each document of waivers
  std::vector<Waiver> waivers;
};

namespace model {

// A reference that was read as text and waits for the entity it names.
struct Fixup {
  Value* slot = nullptr;
  NodeId node = 0;
  std::uint16_t document = 0;
  EntityKind target = EntityKind::organisation;
};
static_assert(sizeof(Fixup) <= 16);  // there are many

// A list of entities that was met and waits until all of its kind can be counted.
struct PendingList {
  Node list;
  std::uint16_t document;
  Record* owner;  // the tool that integrations are written under; null elsewhere
};

struct Building {
  Inventory::Storage& storage;
  Diagnostics& diagnostics;
  std::vector<Fixup> fixups{};
  std::array<std::vector<PendingList>, entity_kind_count> pending{};
  std::array<bool, entity_kind_count>
      broken{};  // some ids could not be read: dangling references prove nothing
  std::array<std::uint32_t, shape_count> counts{};

  bool& is_broken(EntityKind kind) { return broken[static_cast<std::size_t>(kind)]; }
  std::vector<PendingList>& pending_of(EntityKind kind) { return pending[static_cast<std::size_t>(kind)]; }

  // Nothing comes of the inventory, and nothing more will be shown of what is wrong with it: then the rest is
  // looked through for its faults, and nothing of it is kept.
  bool is_hopeless() const { return diagnostics.errors() >= max_shown_diagnostics; }

  // Every slot unknown, but the links, which are empty.
  std::span<Value> make_slots(const Shape& shape);
  Record make_record(const Shape& shape, std::uint16_t document, Node node);
  Node node(const Record& record) const { return storage.documents[record.document].node(record.node); }
};

// Gives back, where the inventory is hopeless, what is read during its life.
class Scratch {
 public:
  explicit Scratch(Building& building) : building_(building), is_used_(building.is_hopeless()) {
    if (!is_used_) return;
    memory_ = building.storage.arena.mark();
    fixups_ = building.fixups.size();
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    if (!is_used_) return;
    building_.storage.arena.rewind(memory_);
    building_.fixups.resize(fixups_);
  }

  bool is_used() const { return is_used_; }

 private:
  Building& building_;
  bool is_used_;
  Arena::Mark memory_;
  std::size_t fixups_ = 0;
};

// The slots of the organisation, which has one for each field.
inline Value* organisation_slots(Building& building) {
  return const_cast<Value*>(values_of(building.storage.organisation).all());
}

// Every field of a record while it is read: unknown, but the links, which are empty lists. What references
// wait for in it moves into the record with packed().
class OpenSlots {
 public:
  OpenSlots(Building& building, const Shape& shape);
  OpenSlots(Building& building, const Record& record);  // with what it has
  OpenSlots(const OpenSlots&) = delete;
  OpenSlots& operator=(const OpenSlots&) = delete;

  std::span<Value> all() { return all_; }
  Value& operator[](std::size_t field) { return all_[field]; }

  // A copy that has the fields given, and room for those that may yet be completed.
  Slots packed();

 private:
  void move_fixups(const Slots& to);

  Building& building_;
  const Shape& shape_;
  std::size_t first_fixup_;
  alignas(Value) std::array<std::byte, Slots::Table::most_fields * sizeof(Value)> memory_;
  std::span<Value> all_;
};

// The room for a field that is completed(), in a record that was packed.
Value& room_for(const Record& record, std::size_t field);

// Gives a record other values than it was read with, in new slots.
template <class Change>
void change(Building& building, const Record& record, Change change) {
  OpenSlots slots(building, record);
  change(slots);
  const_cast<Record&>(record).values = slots.packed();
}

// The node where the field at `path` was written, or that of the innermost block on the way that was.
Node written_at(const Inventory::Storage& storage, const Record& record, std::string_view path);
Location location_of(const Inventory::Storage& storage, const Record& record, std::string_view path = {});

// What a waiver names: "braze" (a tool), "objective/growth" or "organisation". No kind where the word before
// the slash is none.
struct EntityName {
  std::optional<EntityKind> kind;
  std::string_view kind_word;
  std::string_view id;
};
EntityName entity_name(std::string_view text);

}  // namespace model
}  // namespace martech_audit
