#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/slots.h"
#include "base/text.h"
#include "model/links.h"
#include "model/read_scalar.h"

namespace martech_audit::model {
namespace {

using Storage = Inventory::Storage;

void add_ids(const Storage& storage, EntityKind kind, std::vector<std::string_view>& ids) {
  ids.reserve(ids.size() + storage.list(kind).records.size());
  for (const Record& record : storage.list(kind).records) {
    if (!model::id_of(record).empty()) ids.push_back(model::id_of(record));
  }
}

std::string words_of(Wanted wanted) {
  const std::string_view word = wanted.kind == EntityKind::party ? "person or team" : name(wanted.kind);
  return fmt::format("{}{}", word, wanted.or_capability ? " or capability" : "");
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
  return kind == EntityKind::party ? party(id) : building_.storage.list(kind).find(id);
}

const Record* Resolver::find(EntityKind kind, std::string_view id, Written where) {
  const Record* found = look_up(kind, id);
  if (found == nullptr) missed({kind}, where);
  return found;
}

// Parties lie in the order of people and teams.
const Record* Resolver::party(std::string_view id) {
  const Storage& storage = building_.storage;
  const auto& parties = storage.list(EntityKind::party).records;
  if (const Record* person = storage.list(EntityKind::person).find(id)) return &parties[person->index];
  const Record* team = storage.list(EntityKind::team).find(id);
  return team == nullptr ? nullptr : &parties[storage.list(EntityKind::person).records.size() + team->index];
}

const Record* Resolver::free_text(EntityKind kind, std::string_view text) {
  // Owners of waivers beside the inventory are no parties of it.
  if (const Record* party = building_.storage.list(kind).find(text)) return party;
  const Record*& made = texts_[static_cast<std::size_t>(kind)][text];
  if (made == nullptr) {
    const Shape& shape = shape_for(kind);
    OpenSlots slots(building_, shape);
    slots[*shape.index_of("id")] = Value::string(text);
    slots[*shape.index_of(kind == EntityKind::process ? "title" : "name")] = Value::string(text);
    Record record = building_.make_record(shape, 0, building_.storage.documents[0].root());
    record.values = slots.packed();
    made = building_.storage.arena.copy(record);
  }
  return made;
}

bool Resolver::is_broken(Wanted wanted) const {
  if (wanted.kind == EntityKind::party)
    return building_.is_broken(EntityKind::person) || building_.is_broken(EntityKind::team);
  return building_.is_broken(wanted.kind) ||
         (wanted.or_capability && building_.is_broken(EntityKind::capability));
}

void Resolver::missed(Wanted wanted, Written where) {
  if (is_broken(wanted)) return;
  misses_.push_back({where, static_cast<std::uint32_t>(misses_.size()), 1, wanted});
}

bool Resolver::is_declared(Wanted wanted) const {
  if (wanted.kind == EntityKind::party) return true;
  return building_.storage.list(wanted.kind).declared ||
         (wanted.or_capability && building_.storage.list(EntityKind::capability).declared);
}

std::string_view Resolver::id_of(const Miss& miss) const {
  return is_declared(miss.wanted) ? node(miss).text() : std::string_view();
}

// Of those about the same, the first stays, with the number of all.
void Resolver::merge_misses() {
  const auto is_same = [&](const Miss& a, const Miss& b) {
    return a.wanted == b.wanted && id_of(a) == id_of(b);
  };
  std::ranges::sort(misses_, [&](const Miss& a, const Miss& b) {
    return std::tuple(a.wanted, id_of(a), a.number) < std::tuple(b.wanted, id_of(b), b.number);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < misses_.size(); ++i) {
    if (kept > 0 && is_same(misses_[kept - 1], misses_[i])) {
      ++misses_[kept - 1].places;
    } else {
      misses_[kept++] = misses_[i];
    }
  }
  misses_.resize(kept);
  std::ranges::sort(misses_, {}, &Miss::number);
}

void Resolver::report() {
  merge_misses();
  // More than are shown are counted alone, and their room is that of hints.
  const std::size_t shown = std::min(misses_.size(), max_shown_diagnostics);
  const std::size_t others = misses_.size() - shown;
  misses_.resize(shown);
  misses_.shrink_to_fit();
  for (const Miss& miss : misses_) report(miss);
  for (std::size_t i = 0; i < others; ++i) building_.diagnostics.error({}, "unknown reference");
}

void Resolver::report(const Miss& miss) {
  const std::uint32_t others = miss.places - 1;
  const std::string_view id = node(miss).text();
  const std::string also =
      others == 0 ? "" : fmt::format("; {} more {}", others, others == 1 ? "place" : "places");
  if (is_declared(miss.wanted)) {
    building_.diagnostics.error(
        node(miss).where(),
        fmt::format("unknown {} '{}'{}", words_of(miss.wanted), id,
                    others == 0 ? also : also + (others == 1 ? " refers to it" : " refer to it")),
        [&] { return suggestion(miss); });
    return;
  }
  const std::string_view list = list_name(miss.wanted.kind);
  building_.diagnostics.error(
      node(miss).where(),
      fmt::format("'{}' refers to the list '{}', which is missing from the inventory{}", id, list,
                  others == 0 ? also : also + (others == 1 ? " needs it" : " need it")),
      fmt::format("add {}: [{{id: {}, …}}]", list, slug(id)));
}

std::string Resolver::suggestion(const Miss& miss) {
  const std::string_view id = node(miss).text();
  if (miss.wanted.kind == EntityKind::tool) {
    if (std::string hint = alias_hint(id); !hint.empty()) return hint;
  }
  auto index = ids_.find(miss.wanted);
  if (index == ids_.end()) {
    const Storage& storage = building_.storage;
    std::vector<std::string_view> ids;
    if (miss.wanted.kind == EntityKind::party) {
      add_ids(storage, EntityKind::person, ids);
      add_ids(storage, EntityKind::team, ids);
    } else {
      add_ids(storage, miss.wanted.kind, ids);
    }
    if (miss.wanted.or_capability) add_ids(storage, EntityKind::capability, ids);
    index = ids_.emplace(miss.wanted, std::move(ids)).first;
  }
  return index->second.did_you_mean(id);
}

// Former ids and other names of a tool help people, but what refers to it should use its id.
std::string Resolver::alias_hint(std::string_view id) const {
  constexpr std::size_t aliases = *tool_shape.index_of("aliases");
  for (const Record& tool : building_.storage.list(EntityKind::tool).records) {
    for (const Value& alias : values_of(tool)[aliases].as_list()) {
      if (alias.as_text() == id)
        return fmt::format("'{}' is an alias of '{}': use that id", id, model::id_of(tool));
    }
  }
  return {};
}

}  // namespace martech_audit::model
