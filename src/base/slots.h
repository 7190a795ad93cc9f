// How the values of a record lie: an array of all of them, or of the given ones alone
// behind a table that says which they are. Most records of an inventory give a third of their fields.
#pragma once

#include <array>
#include <bit>

#include "martech_audit/record.h"

namespace martech_audit {

// What a field reads as that is not given, by its presence (Field::presence).
inline constexpr Value absent_fact = Value::unknown();
inline constexpr Value empty_list = Value::list({});

// The values of a record, by the positions of their fields in its shape. A view: whoever made it keeps the
// memory.
class Slots {
 public:
  struct Table;

  explicit Slots(RecordValues values) : where_(static_cast<std::uintptr_t>(values)) {}
  // One for each field of the shape.
  explicit Slots(const Value* all) : where_(reinterpret_cast<std::uintptr_t>(all)) {}
  // The lowest bit tells a table from an array.
  explicit Slots(const Table& table) : where_(reinterpret_cast<std::uintptr_t>(&table) | 1U) {}

  operator RecordValues() const { return RecordValues{where_}; }
  explicit operator bool() const { return where_ != 0; }
  inline const Value& operator[](std::size_t field) const;
  // Null where there is a table instead.
  const Value* all() const { return (where_ & 1U) == 0 ? reinterpret_cast<const Value*>(where_) : nullptr; }

 private:
  std::uintptr_t where_;
};

inline Slots values_of(const Record& record) { return Slots(record.values); }

// Fields that are not in `given` read as empty lists where `empty` has them, else as unknown. The values
// given follow the table, in order.
struct Slots::Table {
  static constexpr std::size_t most_fields = 128;
  std::array<std::uint64_t, 2> given{};
  std::array<std::uint64_t, 2> empty{};

  const Value* values() const { return reinterpret_cast<const Value*>(this + 1); }
};
static_assert(sizeof(Slots::Table) % alignof(Value) == 0);

inline const Value& Slots::operator[](std::size_t field) const {
  if ((where_ & 1U) == 0) return reinterpret_cast<const Value*>(where_)[field];
  const Table& table = *reinterpret_cast<const Table*>(where_ - 1U);
  const std::size_t word = field / 64;
  const std::uint64_t bit = std::uint64_t{1} << (field % 64);
  if ((table.given[word] & bit) == 0) return (table.empty[word] & bit) != 0 ? empty_list : absent_fact;
  const int before =
      std::popcount(table.given[word] & (bit - 1)) + (word == 0 ? 0 : std::popcount(table.given[0]));
  return table.values()[before];
}

}  // namespace martech_audit
