// Inventory: what an organisation says about its marketing technology, checked and linked.
//
// Every object (a tool, a person, a block such as a tool's `seats`) is a Record whose Shape lists its fields.
// read() gives the value of a field by its kind:
//
//   text, word, id, currency   string
//   boolean, integer, date     boolean, integer, date
//   decimal                    decimal (exact)
//   block                      record of the block's shape
//   reference                  record of the entity named; of a capability or party that is not declared, one
//                              that has an id and a name and nothing else
//   list                       list of the above
//
// A field that is not given is Value::unknown() without entries; one marked `not_applicable` is an unknown
// with one entry that carries the reason. Fields of presence `link` are unknown only by such a mark: not
// given reads as an empty list.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/record.h"
#include "martech_audit/source.h"
#include "martech_audit/value.h"
#include "martech_audit/waiver.h"

namespace martech_audit {

// What rules can be put to. `organisation` is the root: its fields are those of the `organisation` block, the
// `strategy` block and one list for each other kind. `party` stands for whoever may own something: every
// person, every team, and every name given in free text.
enum class EntityKind : std::uint8_t {
  organisation,
  objective,
  kpi,
  budget,
  team,
  person,
  party,
  forum,
  training,
  channel,
  capability,
  dataset,
  process,
  initiative,
  integration,
  roadmap,
  tool,
  ledger,
};
inline constexpr std::size_t entity_kind_count = 18;

// The word of a kind, as rules and the JSON report have it; the kind of a word, nothing for any other.
std::string_view name(EntityKind kind);  // "tool"
std::optional<EntityKind> entity_kind(std::string_view name);

// What the value of a field is (see above).
enum class FieldKind : std::uint8_t {
  text,
  id,
  word,
  currency,
  boolean,
  integer,
  decimal,
  date,
  reference,
  block,
  map
};

enum class Presence : std::uint8_t {
  required,   // a diagnostic where it is missing
  optional,   // missing is missing evidence
  statement,  // optional; its absence is itself a gap (an owner, a problem), so rules ask has()
  link,       // a list of references or statements; missing reads as empty
};

struct Shape;

// What a number, or the year of a date, may be, both ends included.
struct Range {
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

// How a field must stand to another one of the same entity. Of several limits the first whose other field is
// given is checked.
struct Limit {
  enum class Kind : std::uint8_t { at_most, not_before };  // of numbers; of dates
  Kind kind = Kind::at_most;
  std::string_view other;  // the other field's path from the entity: "seats.purchased"
  bool warns = false;      // odd but possible: a warning instead of an error
  int times = 1;           // the other number so many times; above 1, nothing is said where it is 0
};

// How many years before and after the day of an audit a date is believed without a question; 0: any number.
struct Reach {
  std::int16_t before = 0, after = 0;
};

// How a field is written, checked and read. Its texts live as long as the program.
struct Field {
  std::string_view name;
  FieldKind kind = FieldKind::text;
  bool list = false;
  Presence presence = Presence::optional;
  EntityKind target = EntityKind::organisation;  // of a reference
  const Shape* block =
      nullptr;  // of a block; of a map whose values are blocks; of links: of an entry with more
  std::span<const std::string_view> words = {};  // the words allowed, in their natural order
  Range range = {};                              // of integers, decimals, a map's integers; years of dates
  std::span<const Limit> limits = {};
  Reach reach = {};  // of dates
  // What is meant where nothing is given: a word; of money, its period; of a text, the field that stands for
  // it.
  std::string_view fallback = {};
  bool derived = false;           // found by the linker, never written by people
  bool in_place = false;          // a list whose items are not ids: the entities themselves stand there
  bool completed = false;         // filled in from elsewhere where it is not written
  bool always = false;            // it cannot be marked not_applicable
  bool by_default = false;        // `defaults` may give it to a tool that says nothing of it
  bool evidence = false;          // a text that proves something: a placeholder ("tbd") is no answer
  bool happened = false;          // a day of what is over: nobody measured or reviewed anything tomorrow
  std::string_view summary = {};  // one clause, for the schema and the reference page
};

// The fields of an entity or block.
struct Shape {
  std::string_view name;  // "tool", "tool.seats"
  std::uint16_t id = 0;   // an EntityKind's number for entities, above them for blocks; Record::shape
  std::span<const Field> fields;
  std::span<const std::uint8_t> index;  // hash table over the names: field number + 1, 0 where empty
  bool open = false;                    // takes x-… keys beside its fields
  std::string_view bare = {};           // of blocks: the field meant by a value that stands alone

  constexpr std::optional<std::size_t> index_of(std::string_view field) const;
};

// The hash of Shape::index: length and three characters tell the names of one shape apart well enough.
constexpr std::size_t field_hash(std::string_view name) {
  if (name.empty()) return 0;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
  return name.size() * 7U + at(0) * 31U + at(name.size() / 2) * 17U + at(name.size() - 1) * 5U;
}

constexpr std::optional<std::size_t> Shape::index_of(std::string_view field) const {
  for (std::size_t i = field_hash(field);; ++i) {
    const std::uint8_t entry = index[i & (index.size() - 1)];
    if (entry == 0) return std::nullopt;
    if (fields[entry - 1U].name == field) return entry - 1U;
  }
}

const Shape& shape_of(EntityKind kind);
const Shape& shape_of(const Record& record);
std::span<const Shape* const> all_shapes();  // by id
inline bool is_entity(const Record& record) { return record.shape < entity_kind_count; }

// Reads "seats.purchased" of a record: unknown where any step is not given. The path must exist in the shape.
Value read(const Record& record, std::string_view path);
// The same of a text; empty where it is not given.
std::string_view text_at(const Record& record, std::string_view path);

// Immutable once loaded, so that threads may share one; owns every Source and Record it hands out.
class Inventory {
 public:
  struct Storage;
  explicit Inventory(std::unique_ptr<const Storage> storage);
  Inventory(Inventory&&) noexcept;
  Inventory& operator=(Inventory&&) noexcept;
  ~Inventory();

  const Record& organisation() const;
  std::span<const Record> entities(EntityKind kind) const;  // in the order of the sources

  // Whether the list was given. One of objectives, KPIs, teams or budgets says nothing while it is empty,
  // since every organisation has some.
  bool declared(EntityKind kind) const;
  const Record* find(EntityKind kind, std::string_view id) const;
  const Record* find(std::string_view name) const;  // "braze" (a tool), "objective/growth", "organisation"

  Currency currency() const;  // the organisation's
  // Units of the organisation's currency for one unit of `from`; 1 for its own, nothing where no rate is
  // given.
  std::optional<Decimal> exchange_rate(Currency from) const;

  // Where the record, or the field at `path` of it, was written; the record where the field was not.
  Location where(const Record& record, std::string_view path = {}) const;
  std::string pointer(const Record& record, std::string_view path = {}) const;  // RFC 6901

  std::span<const Waiver> waivers() const;  // those of the root in order, then those under tools
  std::span<const SourcePtr> sources() const;

 private:
  std::unique_ptr<const Storage> storage_;
};

}  // namespace martech_audit
