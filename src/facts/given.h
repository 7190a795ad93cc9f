// Given: reads the ingredients of a fact and remembers those that are not there.
//
//   Given given(tool);
//   const auto active = given.integer(usage_active);
//   const auto purchased = given.integer(seats_purchased);
//   if (!given) return given.unknown(memory);
//
// What is missing reads as something harmless, so that all ingredients can be read before asking.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/decimals.h"
#include "martech_audit/value.h"
#include "model/field_path.h"

namespace martech_audit::facts {

using model::FieldPath;

class Given {
 public:
  explicit Given(const Record& entity) : entity_(entity) {}

  // Fields of the entity, each of the kind that its path leads to.
  std::int64_t integer(const FieldPath& path) { return need(path).as_integer(); }
  bool boolean(const FieldPath& path) { return need(path).as_boolean(); }
  std::string_view text(const FieldPath& path);
  const Record* reference(const FieldPath& path);

  // Days since 1970. A date that is only "before" another one is missing here.
  std::int64_t exact_day(const FieldPath& path);

  // A list of links, empty where none is given; missing only where it is marked not_applicable.
  std::span<const Value> links(const FieldPath& path);

  // Takes over what another fact lacks; gives that fact back.
  const Value& fact(const Value& value);

  // Notes that a field of the entity, or of another one, is missing.
  void lacks(const FieldPath& path);
  void lacks(const Record& other, const FieldPath& path);
  // Notes that a measurement is given and too old to be believed.
  void is_outdated(const FieldPath& path, Date day) { add({&entity_, path.text, {}, day}); }

  explicit operator bool() const { return missing_.empty(); }
  Value unknown(Arena& memory) const;
  // The number where there is but one between the two; else unknown, and what is known of it all the same.
  Value within(const Between& between, Arena& memory) const;

 private:
  const Value& need(const FieldPath& path);
  void add(const Missing& missing);

  const Record& entity_;
  std::vector<Missing> missing_;
};

// Days from a date to `today`: exactly so many, or at least so many where the date is only a bound; of no
// date anything. `of` is the fact that they are for.
Between days_since(const Value& date, std::int64_t today, std::string_view of);
// The same where it is exact, else nothing.
std::optional<std::int64_t> days_since(const Value& date, std::int64_t today);
inline bool is_exact(const Between& between) { return between.least == between.most; }

// Reading without taking notes.

inline bool is_given(const Record& record, const FieldPath& path) { return !at(record, path).is_unknown(); }

// Whether somebody said that the field does not apply.
inline bool is_ruled_out(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is_unknown() && !value.missing().empty();
}

inline std::string_view text_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

inline const Record* reference_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::record) ? value.as_record() : nullptr;
}

inline std::span<const Value> links_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::list) ? value.as_list() : std::span<const Value>();
}

inline std::optional<std::int64_t> integer_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::integer) ? std::optional(value.as_integer()) : std::nullopt;
}

inline std::optional<bool> boolean_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::boolean) ? std::optional(value.as_boolean()) : std::nullopt;
}

inline std::optional<Decimal> decimal_of(const Record& record, const FieldPath& path) {
  const Value& value = at(record, path);
  return value.is(ValueKind::decimal) ? std::optional(martech_audit::decimal_of(value)) : std::nullopt;
}

// Notes what is missing for a fact that many entities share: the first few, each once, since all of them
// carry the list. That somebody marked a field as not applicable there is no answer for others.
inline constexpr std::size_t most_noted = 10;
void note_missing(std::vector<Missing>& to, std::span<const Missing> from);
void note_missing(std::vector<Missing>& to, const Record& record, const FieldPath& path);

// Records in the order of their ids; those without one come first.
void sort_by_id(std::vector<const Record*>& records, const FieldPath& id);
std::vector<const Record*> sorted_by_id(std::span<const Record> records, const FieldPath& id);

}  // namespace martech_audit::facts
