#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"
#include "model/links.h"
#include "model/read_scalar.h"

namespace martech_audit::model {
namespace {

using Storage = Inventory::Storage;

const Record* by_id(const Storage& storage, EntityKind kind, std::string_view id) {
  const auto& ids = storage.list(kind).by_id;
  const auto at = ids.find(id);
  return at == ids.end() ? nullptr : at->second;
}

void add_ids(const Storage& storage, EntityKind kind, std::vector<std::string_view>& ids) {
  for (const Record& record : storage.list(kind).records) {
    if (!id_of(record).empty()) ids.push_back(id_of(record));
  }
}

std::string words_of(std::span<const EntityKind> kinds) {
  std::string words;
  for (const EntityKind kind : kinds) {
    const std::string_view word = kind == EntityKind::party ? "person or team" : name(kind);
    words += fmt::format("{}{}", words.empty() ? "" : " or ", word);
  }
  return words;
}

}  // namespace

bool Resolver::is_free_text(EntityKind kind) const {
  const Storage& storage = building_.storage;
  switch (kind) {
    case EntityKind::party:
      return !storage.list(EntityKind::person).declared && !storage.list(EntityKind::team).declared;
    case EntityKind::team:
    case EntityKind::capability:
    case EntityKind::channel:
    case EntityKind::process:
      return !storage.list(kind).declared;
    default:
      return false;
  }
}

const Record* Resolver::look_up(EntityKind kind, std::string_view id) {
  if (is_free_text(kind)) return free_text(kind, id);
  return kind == EntityKind::party ? party(id) : by_id(building_.storage, kind, id);
}

const Record* Resolver::find(EntityKind kind, std::string_view id, Node node) {
  const Record* found = look_up(kind, id);
  if (found == nullptr) missed({&kind, 1}, id, node);
  return found;
}

// Parties lie in the order of people and teams.
const Record* Resolver::party(std::string_view id) {
  const Storage& storage = building_.storage;
  const auto& parties = storage.list(EntityKind::party).records;
  if (const Record* person = by_id(storage, EntityKind::person, id)) return &parties[person->index];
  const Record* team = by_id(storage, EntityKind::team, id);
  return team == nullptr ? nullptr : &parties[storage.list(EntityKind::person).records.size() + team->index];
}

const Record* Resolver::free_text(EntityKind kind, std::string_view text) {
  if (kind == EntityKind::party) return by_id(building_.storage, EntityKind::party, text);
  const Record*& made = texts_[static_cast<std::size_t>(kind)][text];
  if (made == nullptr) {
    const Shape& shape = shape_for(kind);
    const auto slots = building_.make_slots(shape);
    slots[*shape.index_of("id")] = Value::string(text);
    slots[*shape.index_of(kind == EntityKind::process ? "title" : "name")] = Value::string(text);
    Record record = building_.make_record(shape, 0, building_.storage.documents[0].root());
    record.slots = slots.data();
    made = building_.storage.arena.copy(record);
  }
  return made;
}

void Resolver::missed(std::span<const EntityKind> kinds, std::string_view id, Node node) {
  for (const EntityKind kind : kinds) {
    const bool people = kind == EntityKind::party;
    if (building_.is_broken(people ? EntityKind::person : kind) ||
        (people && building_.is_broken(EntityKind::team))) {
      return;
    }
  }
  Miss miss{{kinds.begin(), kinds.end()}, id, node, 1};
  // Where the list is missing altogether, once is enough.
  const std::string key = words_of(kinds) + (is_declared(miss) ? fmt::format(" {}", id) : "");
  const auto [at, is_new] = miss_of_.try_emplace(key, misses_.size());
  if (is_new) {
    misses_.push_back(std::move(miss));
  } else {
    ++misses_[at->second].places;
  }
}

bool Resolver::is_declared(const Miss& miss) const {
  if (miss.kinds[0] == EntityKind::party) return true;
  return std::any_of(miss.kinds.begin(), miss.kinds.end(),
                     [&](EntityKind kind) { return building_.storage.list(kind).declared; });
}

void Resolver::report() {
  for (const Miss& miss : misses_) report(miss);
}

void Resolver::report(const Miss& miss) {
  const std::size_t others = miss.places - 1;
  const std::string also =
      others == 0 ? "" : fmt::format("; {} more {}", others, others == 1 ? "place" : "places");
  if (is_declared(miss)) {
    building_.diagnostics.error(
        miss.node.where(),
        fmt::format("no {} has the id '{}'{}", words_of(miss.kinds), miss.id,
                    others == 0 ? also : also + (others == 1 ? " says so" : " say so")),
        suggestion(miss));
    return;
  }
  const std::string_view list = list_name(miss.kinds[0]);
  building_.diagnostics.error(
      miss.node.where(),
      fmt::format("'{}' should be one of the '{}', but the inventory has no such list{}", miss.id, list,
                  others == 0 ? also : also + (others == 1 ? " needs it" : " need it")),
      fmt::format("add {}: [{{id: {}, …}}]", list, slug(miss.id)));
}

std::string Resolver::suggestion(const Miss& miss) const {
  const Storage& storage = building_.storage;
  std::vector<std::string_view> ids;
  for (const EntityKind kind : miss.kinds) {
    if (kind == EntityKind::tool) {
      if (std::string hint = alias_hint(miss.id); !hint.empty()) return hint;
    }
    if (kind == EntityKind::party) {
      add_ids(storage, EntityKind::person, ids);
      add_ids(storage, EntityKind::team, ids);
    } else {
      add_ids(storage, kind, ids);
    }
  }
  return did_you_mean(miss.id, ids);
}

// Former ids and other names of a tool help people, but what refers to it should use its id.
std::string Resolver::alias_hint(std::string_view id) const {
  constexpr std::size_t aliases = *tool_shape.index_of("aliases");
  for (const Record& tool : building_.storage.list(EntityKind::tool).records) {
    for (const Value& alias : tool.slots[aliases].as_list()) {
      if (alias.as_text() == id) return fmt::format("'{}' is an alias of '{}': use that id", id, id_of(tool));
    }
  }
  return {};
}

}  // namespace martech_audit::model
