#include "facts/facts.h"

#include <algorithm>
#include <array>
#include <memory>

#include "base/dates.h"
#include "facts/all_facts.h"
#include "facts/workings.h"

namespace martech_audit {
namespace {

using facts::Workings;

void work_out(Workings& workings) {
  workings.lifecycle = facts::derive_lifecycle(workings);
  workings.spend = facts::derive_spend(workings);
  workings.renewals = facts::derive_renewals(workings);
  workings.data_flows = facts::derive_data_flows(workings);
  workings.overlap = facts::derive_overlap(workings);
  workings.ownership = facts::derive_ownership(workings);
  workings.capabilities = facts::derive_capabilities(workings);
  workings.undertakings = facts::derive_undertakings(workings);
  workings.strategy = facts::derive_strategy(workings);
  workings.coverage = facts::derive_coverage(workings);
}

// Those in free text have facts too.
std::vector<const Record*> records_of(const Workings& workings, EntityKind kind) {
  if (kind == EntityKind::capability) return workings.capabilities.records;
  std::vector<const Record*> records;
  for (const Record& record : workings.inventory.entities(kind)) records.push_back(&record);
  return records;
}

Facts::Table table_of(const Workings& workings, EntityKind kind) {
  const auto mine = facts_of(kind);
  Facts::Table table;
  table.width = mine.size();
  if (mine.empty()) return table;
  const auto derive = facts::all_derivations().subspan(
      static_cast<std::size_t>(mine.data() - all_facts().data()), mine.size());
  const auto records = records_of(workings, kind);
  table.values.reserve(records.size() * table.width);
  for (const Record* record : records) {
    for (const facts::Derive fact : derive) table.values.push_back(fact(workings, *record));
  }
  return table;
}

}  // namespace

std::span<const Fact> facts_of(EntityKind kind) {
  const auto all = all_facts();
  const auto first = std::lower_bound(all.begin(), all.end(), kind,
                                      [](const Fact& fact, EntityKind k) { return fact.of < k; });
  const auto last =
      std::upper_bound(first, all.end(), kind, [](EntityKind k, const Fact& fact) { return k < fact.of; });
  return {first, last};
}

Value Facts::of(const Record& entity, std::string_view fact) const {
  const auto kind = static_cast<EntityKind>(entity.shape);
  const auto mine = facts_of(kind);
  const auto at = std::lower_bound(mine.begin(), mine.end(), fact,
                                   [](const Fact& f, std::string_view name) { return f.name < name; });
  return table(kind)[entity.index * width(kind) + static_cast<std::size_t>(at - mine.begin())];
}

Facts derive_facts(const Inventory& inventory, Date as_of, Diagnostics& notes) {
  auto memory = std::make_shared<Arena>(std::size_t{1} << 16);
  Workings workings{inventory, days_since_epoch(as_of), *memory, notes};
  work_out(workings);
  std::array<Facts::Table, entity_kind_count> tables;
  for (std::size_t i = 0; i < entity_kind_count; ++i) {
    tables[i] = table_of(workings, static_cast<EntityKind>(i));
  }
  return Facts(std::move(tables), std::move(memory));
}

}  // namespace martech_audit
