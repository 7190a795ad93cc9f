#include <fmt/format.h>

#include "base/slots.h"
#include "model/field_path.h"
#include "model/links.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t from_slot = *integration_shape.index_of("from");
constexpr std::size_t to_slot = *integration_shape.index_of("to");
constexpr std::size_t id_slot = *integration_shape.index_of("id");

// The end that is not written is the tool that the integration is written under.
void imply_ends(Building& building, const Record& integration, const Record* owner) {
  if (owner == nullptr) return;
  const Slots slots = values_of(integration);
  const bool no_from = slots[from_slot].is_unknown();
  const bool no_to = slots[to_slot].is_unknown();
  if (no_from && no_to) {
    const Node written = building.node(integration);
    if (!written.is_mapping() || written.find("to") || written.find("from")) return;
    building.diagnostics.error(written.where(), "this integration has no other tool",
                               "add 'to: …' or 'from: …'");
  } else if (no_from != no_to) {
    room_for(integration, no_from ? from_slot : to_slot) = Value::record(owner);
  } else if (slots[from_slot].as_record() != owner && slots[to_slot].as_record() != owner) {
    building.diagnostics.error(
        location_of(building.storage, integration),
        fmt::format("this integration is listed under '{}' but connects two other tools", id_of(*owner)),
        "move it to the top-level 'integrations'");
  }
}

// Odd but harmless: it counts once, and joins nothing.
void check_ends(Building& building, const Record& integration) {
  const Value &from = values_of(integration)[from_slot], &to = values_of(integration)[to_slot];
  if (!from.is(ValueKind::record) || !to.is(ValueKind::record) || from.as_record() != to.as_record()) return;
  building.diagnostics.warning(
      location_of(building.storage, integration),
      fmt::format("this integration connects '{}' with itself", id_of(*from.as_record())),
      "name the tool at the other end");
}

std::string_view end_id(const Record& integration, std::size_t slot) {
  const Value& end = values_of(integration)[slot];
  return end.is(ValueKind::record) ? id_of(*end.as_record()) : std::string_view();
}

// FROM-to-TO, with a number where that is taken.
void give_id(Building& building, std::unordered_map<std::string, std::size_t>& numbers,
             const Record& integration) {
  auto& integrations = building.storage.list(EntityKind::integration);
  const std::string base =
      fmt::format("{}-to-{}", end_id(integration, from_slot), end_id(integration, to_slot));
  std::string id = base;
  if (integrations.find(id) != nullptr) {
    std::size_t& number = numbers.try_emplace(base, 1).first->second;
    while (integrations.find(id) != nullptr) id = fmt::format("{}-{}", base, ++number);
  }
  const std::string_view kept = building.storage.arena.copy(std::string_view(id));
  room_for(integration, id_slot) = Value::string(kept);
  integrations.add_id(integration);
}

// A tool's integrations in the order of the inventory; one of a tool with itself counts once.
void list_in_tools(Building& building) {
  constexpr std::size_t slot = *tool_shape.index_of("integrations");
  auto& tools = building.storage.list(EntityKind::tool).records;
  std::vector<std::vector<Value>> found(tools.size());
  for (const Record& integration : building.storage.list(EntityKind::integration).records) {
    const Value& from = values_of(integration)[from_slot];
    const Value& to = values_of(integration)[to_slot];
    if (from.is(ValueKind::record)) found[from.as_record()->index].push_back(Value::record(&integration));
    if (!to.is(ValueKind::record)) continue;
    if (from.is(ValueKind::record) && from.as_record() == to.as_record()) continue;
    found[to.as_record()->index].push_back(Value::record(&integration));
  }
  for (const Record& tool : tools) {
    if (found[tool.index].empty()) continue;
    room_for(tool, slot) =
        Value::list(building.storage.arena.copy(std::span<const Value>(found[tool.index])));
  }
}

}  // namespace

void link_integrations(Building& building) {
  std::size_t next = 0;
  const auto& records = building.storage.list(EntityKind::integration).records;
  for (const PendingList& pending : building.pending_of(EntityKind::integration)) {
    for (std::size_t i = 0; i < pending.list.size(); ++i)
      imply_ends(building, records[next++], pending.owner);
  }
  for (const Record& integration : records) check_ends(building, integration);
  std::unordered_map<std::string, std::size_t> numbers;  // that ids have come to, by what stands before them
  for (const Record& integration : records) {
    if (id_of(integration).empty()) give_id(building, numbers, integration);
  }
  list_in_tools(building);
}

}  // namespace martech_audit::model
