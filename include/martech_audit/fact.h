// Facts: what follows from the inventory, worked out once per audit, before any rule runs; never by rules.
//
// A fact is a typed field beside an entity's own: rules write `tool.annual_cost` as they write `tool.cost`. A
// fact whose ingredients are not given is unknown and names them. Money is in the organisation's currency,
// shares are of 1, and what is counted in days or months says so in its name.
#pragma once

#include <span>
#include <string_view>

#include "martech_audit/inventory.h"

namespace martech_audit {

// What is known of a fact before any inventory is read. Its texts live as long as the program.
struct Fact {
  EntityKind of;             // whose it is
  std::string_view name;     // unique among the fields and facts of the kind
  std::string_view type;     // as CEL writes it; entity kinds name their records: "list(tool)"
  std::string_view summary;  // one clause, with the unit
};

// Every built-in fact, sorted by entity kind, then name; packs may define more (rule_pack.h).
std::span<const Fact> all_facts();

// Those of one kind: a part of all_facts(), empty where the kind has none.
std::span<const Fact> facts_of(EntityKind kind);

}  // namespace martech_audit
