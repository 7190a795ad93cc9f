// Facts: what follows from the inventory. What takes a look at more than one entity is worked out once per
// audit, before any rule runs; never by rules.
//
// A fact is a typed field beside an entity's own: rules write `tool.annual_cost` as they write `tool.cost`. A
// fact whose ingredients are not given is unknown and names them.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "martech_audit/inventory.h"
#include "martech_audit/value.h"

namespace martech_audit {

class Arena;

// What is known of a fact before any inventory is read.
struct Fact {
  EntityKind of;             // whose it is
  std::string_view name;     // unique among the fields and facts of the kind
  std::string_view type;     // as CEL writes it; entity kinds name their records: "list(tool)"
  std::string_view summary;  // one clause, with the unit
};

// Every fact, sorted by entity kind, then name.
std::span<const Fact> all_facts();

// Those of one kind.
std::span<const Fact> facts_of(EntityKind kind);

// The facts of one inventory. A view of it: the inventory must stay where it is. Copies share what was
// derived; reading changes nothing, so many threads may.
class Facts {
 public:
  class Source {
   public:
    virtual ~Source() = default;
    virtual Value read(const Record& entity, std::size_t column, Arena& memory) const = 0;
  };
  explicit Facts(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  // The fact with that number among facts_of() the entity's kind. Money is an exact decimal in the
  // organisation's currency where the fact's type says double, days are dates where it says timestamp. What
  // the value points to may be in `memory`. Capabilities in free text have facts as well.
  Value read(const Record& entity, std::size_t column, Arena& memory) const {
    return source_->read(entity, column, memory);
  }

  // The fact must exist for the entity's kind.
  Value of(const Record& entity, std::string_view fact, Arena& memory) const;

 private:
  std::shared_ptr<const Source> source_;
};

}  // namespace martech_audit
