#include "facts/facts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "base/dates.h"
#include "facts/all_facts.h"
#include "facts/labels.h"
#include "facts/lifecycle.h"
#include "facts/past.h"
#include "facts/prices.h"
#include "facts/themes.h"

namespace martech_audit {
namespace {

using facts::Context;
using facts::Themes;

// Each from those that its parameters name, which stand above it.
void derive_themes(const Context& context, Themes& themes, Diagnostics& notes) {
  const auto set = [&](auto theme) { std::get<decltype(theme)>(themes.all) = std::move(theme); };
  const auto derive = [&](auto function) { set(call_with_themes(function, context, themes)); };
  set(facts::derive_spend(context, notes));
  set(facts::derive_renewals(context, notes));
  derive(facts::derive_seats);
  derive(facts::derive_departures);
  derive(facts::derive_data_flows);
  derive(facts::derive_customer_record);
  derive(facts::derive_channels);
  derive(facts::derive_data_sets);
  derive(facts::derive_overlap);
  derive(facts::derive_ownership);
  derive(facts::derive_capabilities);
  derive(facts::derive_undertakings);
  derive(facts::derive_strategy);
  derive(facts::derive_roadmap);
  derive(facts::derive_budgets);
  derive(facts::derive_skills);
  derive(facts::derive_trainings);
  derive(facts::derive_payments);
  derive(facts::derive_year_of_spend);
  derive(facts::derive_coverage);
  derive(facts::derive_kpi_names);
  derive(facts::derive_backlinks);
}

using Derivations = std::span<const facts::Derive>;

std::array<Derivations, entity_kind_count> derivations_by_kind() {
  std::array<Derivations, entity_kind_count> result;
  for (std::size_t i = 0; i < entity_kind_count; ++i) {
    const auto mine = facts_of(static_cast<EntityKind>(i));
    const auto first = static_cast<std::size_t>(mine.data() - all_facts().data());
    result[i] = facts::all_derivations().subspan(first, mine.size());
  }
  return result;
}

// Capabilities in free text have facts too.
std::vector<const Record*> records_of(const Inventory& inventory, const Themes& themes, EntityKind kind) {
  if (kind == EntityKind::capability) return themes.of<facts::Capabilities>().records;
  std::vector<const Record*> records;
  for (const Record& record : inventory.entities(kind)) records.push_back(&record);
  return records;
}

// Facts of tools, which may be many, are read off the themes each time; all others are kept, since those of
// the organisation go over everything.
class Answers : public Facts::Source {
 public:
  Answers(const Inventory& inventory, Date as_of, Diagnostics& notes)
      : inventory_(inventory), today_(days_since_epoch(as_of)), memory_(std::size_t{1} << 16) {
    const Context context{inventory_, today_, memory_, lifecycle_};
    derive_themes(context, themes_, notes);
    for (std::size_t i = 0; i < entity_kind_count; ++i) keep(static_cast<EntityKind>(i), context);
  }

  Value read(const Record& entity, std::size_t column, Arena& memory) const override {
    const Derivations& derivations = derivations_[entity.shape];
    if (static_cast<EntityKind>(entity.shape) == EntityKind::tool) {
      return derivations[column](Context{inventory_, today_, memory, lifecycle_}, themes_, entity);
    }
    const std::vector<Value>& kept = kept_[entity.shape];
    const std::size_t at = entity.index * derivations.size() + column;
    return at < kept.size() ? kept[at] : Value::unknown();  // of a channel or process in free text
  }

 private:
  void keep(EntityKind kind, const Context& context) {
    if (kind == EntityKind::tool) return;
    const Derivations& derivations = derivations_[static_cast<std::size_t>(kind)];
    if (derivations.empty()) return;
    std::vector<Value>& values = kept_[static_cast<std::size_t>(kind)];
    for (const Record* record : records_of(inventory_, themes_, kind)) {
      for (const facts::Derive fact : derivations) values.push_back(fact(context, themes_, *record));
    }
  }

  const Inventory& inventory_;
  std::int64_t today_;
  std::array<Derivations, entity_kind_count> derivations_ = derivations_by_kind();
  Arena memory_;
  facts::Lifecycle lifecycle_ = facts::derive_lifecycle(inventory_, today_);
  Themes themes_;
  std::array<std::vector<Value>, entity_kind_count> kept_;  // a row an entity, a column a fact
};

}  // namespace

std::span<const Fact> facts_of(EntityKind kind) {
  const auto all = all_facts();
  const auto first = std::lower_bound(all.begin(), all.end(), kind,
                                      [](const Fact& fact, EntityKind k) { return fact.of < k; });
  const auto last =
      std::upper_bound(first, all.end(), kind, [](EntityKind k, const Fact& fact) { return k < fact.of; });
  return {first, last};
}

Value Facts::of(const Record& entity, std::string_view fact, Arena& memory) const {
  const auto mine = facts_of(static_cast<EntityKind>(entity.shape));
  const auto at = std::lower_bound(mine.begin(), mine.end(), fact,
                                   [](const Fact& f, std::string_view name) { return f.name < name; });
  return read(entity, static_cast<std::size_t>(at - mine.begin()), memory);
}

Facts derive_facts(const Inventory& inventory, Date as_of, Diagnostics& notes) {
  check_past_days(inventory, as_of, notes);
  check_prices(inventory, notes);
  check_labels(inventory, notes);
  return Facts(std::make_shared<const Answers>(inventory, as_of, notes));
}

}  // namespace martech_audit
