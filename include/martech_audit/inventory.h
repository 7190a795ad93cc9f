// Inventory: what an organisation says about its marketing technology, checked and linked.
//
// Every object (a tool, a person, a block such as a tool's `seats`) is a Record whose Shape lists its fields. Slot i
// of a record holds the value of field i of its shape:
//
//   text, word, id, currency   string            boolean    boolean        integer    integer
//   decimal                    decimal (exact)   date       date           block      record of the block's shape
//   reference                  record of the entity named; where nothing of that kind is declared, a record that
//                              has an id and a name and nothing else
//   list                       list of the above
//
// A field that is not given is Value::unknown() without entries; one marked `not_applicable` is an unknown with one
// entry that carries the reason. Fields of presence `link` are never unknown: not given reads as an empty list.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/source.h"
#include "martech_audit/value.h"

namespace martech_audit {

// What rules can be put to. `organisation` is the root: its fields are those of the `organisation` block, the
// `strategy` block and one list for each other kind. `party` stands for whoever may own something: every person,
// every team, and every name given in free text.
enum class EntityKind : std::uint8_t {
  organisation, objective, kpi, budget, team, person, party, forum, training, channel, capability, dataset, process,
  initiative, integration, roadmap, tool, ledger,
};
inline constexpr std::size_t entity_kind_count = 18;

std::string_view name(EntityKind kind);  // "tool"
std::optional<EntityKind> entity_kind(std::string_view name);

enum class FieldKind : std::uint8_t { text, id, word, currency, boolean, integer, decimal, date, reference, block, map };

enum class Presence : std::uint8_t {
  required,   // a diagnostic where it is missing
  optional,   // missing is missing evidence
  statement,  // optional; its absence is itself a gap (an owner, a problem), so rules ask has()
  link,       // a list of references or statements; missing reads as empty
};

struct Shape;

struct Field {
  std::string_view name;
  FieldKind kind = FieldKind::text;
  bool list = false;
  Presence presence = Presence::optional;
  EntityKind target = EntityKind::organisation;  // of a reference
  const Shape* block = nullptr;                  // of a block
  std::span<const std::string_view> words = {};  // the words allowed, in their natural order
  std::string_view summary;                      // one clause, for the schema and the reference page
};

struct Shape {
  std::string_view name;  // "tool", "tool.seats"
  std::uint16_t id = 0;   // an EntityKind's number for entities, above them for blocks; Record::shape
  std::span<const Field> fields;
  bool open = false;      // takes x-… keys, kept as a Map in the last slot

  std::optional<std::size_t> index_of(std::string_view field) const;
};

const Shape& shape_of(EntityKind kind);
std::span<const Shape* const> all_shapes();  // by id
inline bool is_entity(const Record& record) { return record.shape < entity_kind_count; }

// Reads "seats.purchased" of a record: unknown where any step is not given. The path must exist in the shape.
Value read(const Record& record, std::string_view path);

class Document;

// Immutable once loaded; owns every Source, Document and Record it hands out.
class Inventory {
 public:
  struct Storage;
  explicit Inventory(std::unique_ptr<const Storage> storage);
  Inventory(Inventory&&) noexcept;
  Inventory& operator=(Inventory&&) noexcept;
  ~Inventory();

  const Record& organisation() const;
  std::span<const Record> entities(EntityKind kind) const;  // in the order of the sources
  bool declared(EntityKind kind) const;                     // whether the list was given at all
  const Record* find(EntityKind kind, std::string_view id) const;

  Currency currency() const;  // the organisation's
  // Units of the organisation's currency for one unit of `from`; 1 for its own, nothing where no rate is given.
  std::optional<Decimal> exchange_rate(Currency from) const;

  // Where the record, or the field at `path` of it, was written; the record where the field was not.
  Location where(const Record& record, std::string_view path = {}) const;
  std::string pointer(const Record& record, std::string_view path = {}) const;  // RFC 6901

  std::span<const SourcePtr> sources() const;

 private:
  std::unique_ptr<const Storage> storage_;
};

}  // namespace martech_audit
