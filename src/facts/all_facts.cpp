// Every fact: to add one, write its function in the file of its theme and a row in tool_facts.h or
// entity_facts.h. Sorted by kind of entity, then name.
#include "facts/all_facts.h"

#include <algorithm>
#include <array>

#include "facts/entity_facts.h"
#include "facts/tool_facts.h"

namespace martech_audit {
namespace facts {
namespace {

constexpr auto joined() {
  std::array<Row, entity_rows.size() + tool_rows.size()> all{};
  std::ranges::copy(tool_rows, std::ranges::copy(entity_rows, all.begin()).out);
  return all;
}
constexpr auto rows = joined();

constexpr auto facts_of(const decltype(rows)& all) {
  std::array<Fact, rows.size()> facts{};
  std::transform(all.begin(), all.end(), facts.begin(), [](const Row& row) { return row.fact; });
  return facts;
}

constexpr auto derivations_of(const decltype(rows)& all) {
  std::array<Derive, rows.size()> derivations{};
  std::transform(all.begin(), all.end(), derivations.begin(), [](const Row& row) { return row.derive; });
  return derivations;
}

constexpr auto facts = facts_of(rows);
constexpr auto derivations = derivations_of(rows);

static_assert(std::adjacent_find(facts.begin(), facts.end(),
                                 [](const Fact& a, const Fact& b) {
                                   return a.of > b.of || (a.of == b.of && a.name >= b.name);
                                 }) == facts.end(),
              "the table is sorted by kind of entity, then name, and names are unique");

}  // namespace

std::span<const Derive> all_derivations() { return derivations; }

}  // namespace facts

std::span<const Fact> all_facts() { return facts::facts; }

}  // namespace martech_audit
