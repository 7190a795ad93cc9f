#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "base/dates.h"
#include "base/edit_distance.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

std::optional<Date> date_at(const Record& record, std::string_view field) {
  const Value value = read(record, field);
  return value.is(ValueKind::date) ? std::optional(from_days(value.as_integer())) : std::nullopt;
}

auto content_of(const Waiver& waiver) {
  return std::tuple(waiver.rule, waiver.entity, waiver.reason, waiver.owner, waiver.expires, waiver.created,
                    waiver.approved_by, waiver.ticket);
}

class WaiverReader {
 public:
  explicit WaiverReader(Building& building) : building_(building) {}

  void collect(const Value& list, const Record* tool) {
    if (!list.is(ValueKind::list)) return;
    std::vector<Waiver>& waivers = building_.storage.waivers;
    if (waivers.empty()) waivers.reserve(list.as_list().size());
    for (const Value& item : list.as_list()) waivers.push_back(read_one(*item.as_record(), tool));
  }

  // What several files say, such as a policy and a configuration, is one waiver.
  void collect_beside(std::span<const Value> lists) {
    const std::size_t before = building_.storage.waivers.size();
    for (const Value& list : lists) collect(list, nullptr);
    keep_first_of_alike(before);
  }

 private:
  Waiver read_one(const Record& record, const Record* tool) {
    Waiver waiver;
    waiver.rule = text_at(record, "rule");
    waiver.entity = tool != nullptr ? id_of(*tool) : text_at(record, "entity");
    waiver.reason = text_at(record, "reason");
    const Value owner = read(record, "owner");
    if (owner.is(ValueKind::record))
      waiver.owner = id_of(*owner.as_record());
    else if (building_.node(record).find("owner"))
      report_no_owner(record);
    if (const auto expires = date_at(record, "expires")) waiver.expires = *expires;
    waiver.created = date_at(record, "created");
    waiver.approved_by = text_at(record, "approved_by");
    waiver.ticket = text_at(record, "ticket");
    waiver.where = building_.node(record).where();
    if (read(record, "expires").is(ValueKind::date) && read(record, "expires").is_before())
      report_vague_end(record);
    if (tool == nullptr && !waiver.entity.empty()) check_entity(record, waiver.entity);
    return waiver;
  }

  // Of those from `begin` on.
  void keep_first_of_alike(std::size_t begin) {
    std::vector<Waiver>& waivers = building_.storage.waivers;
    std::vector<std::uint32_t> order(waivers.size() - begin);
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(begin));
    const auto content = [&](std::uint32_t i) { return content_of(waivers[i]); };
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(content(i), i); });
    const auto is_alike = [&](std::uint32_t a, std::uint32_t b) { return content(a) == content(b); };
    order.erase(std::unique(order.begin(), order.end(), is_alike), order.end());
    std::ranges::sort(order);
    std::size_t kept = begin;
    for (const std::uint32_t i : order) waivers[kept++] = waivers[i];
    waivers.resize(kept);
  }

  void report_no_owner(const Record& record) {
    if (building_.diagnostics.has_errors()) return;  // which may be why nobody was found
    building_.diagnostics.error(location_of(building_.storage, record, "owner"),
                                "a waiver must have an owner, not a placeholder",
                                "write the name of the person or team that is accountable");
  }

  void report_vague_end(const Record& record) {
    building_.diagnostics.error(location_of(building_.storage, record, "expires"),
                                "a waiver must have an expiry date", "write expires: 2026-12-31");
  }

  // A waiver of something that is gone waives nothing; people should know.
  void check_entity(const Record& record, std::string_view entity) {
    const EntityName named = entity_name(entity);
    const Location where = location_of(building_.storage, record, "entity");
    if (!named.kind) {
      building_.diagnostics.error(where, fmt::format("'{}' is not a kind of entity", named.kind_word),
                                  [&] { return kind_hint(named.kind_word); });
    } else if (*named.kind != EntityKind::organisation) {
      check_id(*named.kind, named.id, where);
    }
  }

  static std::string kind_hint(std::string_view word) {
    std::vector<std::string_view> names;
    for (const Shape* shape : std::span(shapes).first(entity_kind_count)) names.push_back(shape->name);
    const std::string hint = did_you_mean(word, names);
    return hint.empty() ? "write a tool's id, or kind/id as in objective/growth" : hint;
  }

  void check_id(EntityKind kind, std::string_view id, const Location& where) {
    const auto& list = building_.storage.list(kind);
    if (building_.is_broken(kind) || list.find(id) != nullptr) return;
    building_.diagnostics.warning(
        where, fmt::format("unknown {} '{}', so this waiver has no effect", name(kind), id),
        [&] { return ids_of(kind).did_you_mean(id); });
  }

  const WordIndex& ids_of(EntityKind kind) {
    auto index = ids_.find(kind);
    if (index == ids_.end()) {
      std::vector<std::string_view> ids;
      for (const Record& record : building_.storage.list(kind).records) ids.push_back(id_of(record));
      index = ids_.emplace(kind, std::move(ids)).first;
    }
    return index->second;
  }

  Building& building_;
  std::map<EntityKind, WordIndex> ids_;  // of those that hints were asked for
};

}  // namespace

void collect_waivers(Building& building) {
  Inventory::Storage& storage = building.storage;
  WaiverReader reader(building);
  reader.collect(read(storage.organisation, "waivers"), nullptr);
  for (const Record& tool : storage.list(EntityKind::tool).records) {
    reader.collect(read(tool, "waivers"), &tool);
  }
  reader.collect_beside(storage.waivers_beside);
}

}  // namespace martech_audit::model
