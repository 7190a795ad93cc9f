// Value: one datum of the model, of a fact or of an expression.
//
// Sixteen bytes, trivially copyable, a view: text, lists, maps and records belong to whoever made them (a
// Source, a Document, an Inventory, Facts, or the arena of one evaluation) and must outlive the Value.
//
// The kinds up to `record` are those of the Common Expression Language. `decimal` and `date` are how the
// model stores what an expression reads as double and timestamp, kept exact. `unknown` stands for facts that
// the inventory does not give; `error` for an evaluation that failed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "martech_audit/missing.h"

namespace martech_audit {

class Value;
struct Map;

enum class ValueKind : std::uint8_t {
  null,
  boolean,
  integer,           // int: 64 bits, signed
  unsigned_integer,  // uint: 64 bits
  real,              // double
  string,            // UTF-8
  bytes,             // any octets
  list,              // of values of any kinds
  map,               // keys are bool, int, uint or string
  timestamp,         // seconds and nanoseconds since 1970, UTC
  duration,          // seconds and nanoseconds, of either sign
  type,              // the name of a type
  optional,          // a value, or none
  record,            // an entity or block of the model (record.h)
  decimal,           // stored only: an expression reads a double
  date,              // stored only: an expression reads a timestamp
  unknown,           // no value: travels through an expression until an operator absorbs it
  error,             // no value either
};

// Copies say the same and share what they point to; threads may read one while its owner lives. Nothing here
// allocates, copies what it is given or fails. There is no ==, since equality is that of the expression
// language (1 is 1.0, unknown is nothing).
class Value {
 public:
  constexpr Value() : integer_(0) {}  // null
  static constexpr Value null() { return Value(); }
  static constexpr Value boolean(bool b) { return number(ValueKind::boolean, b); }
  static constexpr Value integer(std::int64_t i) { return number(ValueKind::integer, i); }
  static constexpr Value unsigned_integer(std::uint64_t u) {
    Value v(ValueKind::unsigned_integer);
    v.unsigned_ = u;
    return v;
  }
  static constexpr Value real(double d) {
    Value v(ValueKind::real);
    v.real_ = d;
    return v;
  }
  // Of less than 4 GiB, as is every text and list here: valid UTF-8 for a string, anything for bytes, the
  // name of a type as CEL writes it.
  static constexpr Value string(std::string_view s) { return text_of(ValueKind::string, s); }
  static constexpr Value bytes(std::string_view s) { return text_of(ValueKind::bytes, s); }
  static constexpr Value type(std::string_view name) { return text_of(ValueKind::type, name); }
  // Whose items, entries and fields belong to somebody else.
  static constexpr Value list(std::span<const Value> items) {
    Value v(ValueKind::list, static_cast<std::uint32_t>(items.size()));
    v.items_ = items.data();
    return v;
  }
  static constexpr Value map(const Map* m) {
    Value v(ValueKind::map);
    v.map_ = m;
    return v;
  }
  // Seconds since 1970-01-01T00:00:00Z; 0 <= nanos < 1e9.
  static constexpr Value timestamp(std::int64_t seconds, std::uint32_t nanos) {
    return number(ValueKind::timestamp, seconds, nanos);
  }
  // seconds + nanos/1e9 with 0 <= nanos < 1e9: minus half a second is (-1, 500000000).
  static constexpr Value duration(std::int64_t seconds, std::uint32_t nanos) {
    Value v(ValueKind::duration, nanos);
    v.integer_ = seconds;
    return v;
  }
  static constexpr Value optional(const Value* content) {  // null: optional.none()
    Value v(ValueKind::optional);
    v.items_ = content;
    return v;
  }
  static constexpr Value record(const Record* r) {
    Value v(ValueKind::record);
    v.record_ = r;
    return v;
  }
  // mantissa / 10^scale, exact; 0 <= scale <= 9 (Decimal of money.h).
  static constexpr Value decimal(std::int64_t mantissa, std::uint32_t scale) {
    Value v(ValueKind::decimal, scale);
    v.integer_ = mantissa;
    return v;
  }
  // Days since 1970-01-01. `before`: the true date is earlier than that day, nobody knows by how much.
  static constexpr Value date(std::int64_t days, bool before = false) {
    Value v(ValueKind::date, before ? 1U : 0U);
    v.integer_ = days;
    return v;
  }
  // Of the facts that were read and are not there; none of them where the field itself is not given.
  static constexpr Value unknown(std::span<const Missing> missing = {}) {
    Value v(ValueKind::unknown, static_cast<std::uint32_t>(missing.size()));
    v.missing_ = missing.data();
    return v;
  }
  // Of an evaluation that failed; travels through an expression as an unknown does.
  static constexpr Value error(const EvaluationError* e) {
    Value v(ValueKind::error);
    v.error_ = e;
    return v;
  }

  // What it is: to be asked first.
  constexpr ValueKind kind() const { return kind_; }
  constexpr bool is(ValueKind kind) const { return kind_ == kind; }
  constexpr bool is_unknown() const { return is(ValueKind::unknown); }
  constexpr bool is_error() const { return is(ValueKind::error); }
  // Each reads one kind, or those named beside it; of any other kind the result means nothing.
  constexpr bool as_boolean() const { return integer_ != 0; }
  constexpr std::int64_t as_integer() const { return integer_; }  // also decimal's mantissa, date's days
  constexpr std::uint64_t as_unsigned() const { return unsigned_; }
  constexpr double as_real() const { return real_; }
  constexpr std::string_view as_text() const { return {text_, extent_}; }  // string, bytes, type
  constexpr std::span<const Value> as_list() const { return {items_, extent_}; }
  constexpr const Map* as_map() const { return map_; }
  constexpr std::int64_t seconds() const { return integer_; }    // timestamp, duration
  constexpr std::uint32_t nanos() const { return extent_; }      // of the same; 0 <= nanos < 1e9
  constexpr const Value* as_optional() const { return items_; }  // null: none
  constexpr const Record* as_record() const { return record_; }
  constexpr std::uint32_t scale() const { return extent_; }  // decimal
  constexpr bool is_before() const { return extent_ != 0; }  // date
  constexpr std::span<const Missing> missing() const { return {missing_, extent_}; }
  constexpr const EvaluationError* as_error() const { return error_; }

 private:
  constexpr explicit Value(ValueKind kind, std::uint32_t extent = 0)
      : kind_(kind), extent_(extent), integer_(0) {}
  static constexpr Value number(ValueKind kind, std::int64_t i, std::uint32_t extent = 0) {
    Value v(kind, extent);
    v.integer_ = i;
    return v;
  }
  static constexpr Value text_of(ValueKind kind, std::string_view s) {
    Value v(kind, static_cast<std::uint32_t>(s.size()));
    v.text_ = s.data();
    return v;
  }

  ValueKind kind_ = ValueKind::null;
  std::uint32_t extent_ = 0;  // length, count, nanoseconds, scale or flag, by kind
  union {
    std::int64_t integer_;
    std::uint64_t unsigned_;
    double real_;
    const char* text_;
    const Value* items_;
    const Map* map_;
    const Record* record_;
    const Missing* missing_;
    const EvaluationError* error_;
  };
};

static_assert(sizeof(Value) == 16);

struct MapEntry {
  Value key;
  Value value;
};

struct Map {  // entries in the order they were written; keys are distinct under CEL's equality
  std::span<const MapEntry> entries;
};

}  // namespace martech_audit
