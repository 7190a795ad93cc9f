// Facts: what follows from the inventory. Derived once per audit, before any rule runs, never by rules.
//
// A fact is a typed field beside an entity's own: rules write `tool.annual_cost` as they write `tool.cost`. A
// fact whose ingredients are not given is unknown and names them.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"
#include "martech_audit/value.h"

namespace martech_audit {

struct Fact {
  EntityKind of;
  std::string_view name;
  std::string_view type;     // as CEL writes it; entity kinds name their records: "list(tool)"
  std::string_view summary;  // one clause, with the unit
};

// Every fact, sorted by entity kind, then name.
std::span<const Fact> all_facts();

// Those of one kind. Column i of a kind's table is its i-th fact here.
std::span<const Fact> facts_of(EntityKind kind);

// The values, a row an entity and a column a fact; a row's number is its record's index. Money is an exact
// decimal in the organisation's currency where the fact's type says double, days are dates where it says
// timestamp. Capabilities in free text have rows as well.
class Facts {
 public:
  struct Table {
    std::vector<Value> values;
    std::size_t width = 0;
  };

  // `memory` owns what the values point to.
  Facts(std::array<Table, entity_kind_count> tables, std::shared_ptr<const void> memory)
      : tables_(std::move(tables)), memory_(std::move(memory)) {}

  std::span<const Value> table(EntityKind kind) const {
    return tables_[static_cast<std::size_t>(kind)].values;
  }
  std::size_t width(EntityKind kind) const { return tables_[static_cast<std::size_t>(kind)].width; }

  // The fact must exist for the entity's kind.
  Value of(const Record& entity, std::string_view fact) const;

 private:
  std::array<Table, entity_kind_count> tables_;
  std::shared_ptr<const void> memory_;
};

}  // namespace martech_audit
