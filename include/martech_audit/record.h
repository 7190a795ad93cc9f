// Record: one object of an inventory, by the fields of its shape (inventory.h). Read it by read(record,
// path), or by slot where the shape is at hand; records belong to the Inventory that gave them out.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "martech_audit/value.h"

namespace martech_audit {

// What a field reads as that is not given, by its presence (Field::presence).
inline constexpr Value absent_fact = Value::unknown();
inline constexpr Value empty_list = Value::list({});

// The fields of a record, by position: an array of all of them, or of the given ones alone behind a table
// that says which they are. Most records of an inventory give a third of their fields.
class Slots {
 public:
  // Fields that are not in `given` read as empty lists where `empty` has them, else as unknown. The values
  // given follow the table, in order.
  struct Table {
    static constexpr std::size_t most_fields = 128;
    std::array<std::uint64_t, 2> given{};
    std::array<std::uint64_t, 2> empty{};

    const Value* values() const { return reinterpret_cast<const Value*>(this + 1); }
  };

  // `all` has one value for each field of the shape; both forms are owned by the inventory.
  Slots(const Value* all = nullptr) : bits_(reinterpret_cast<std::uintptr_t>(all)) {}
  explicit Slots(const Table& table) : bits_(reinterpret_cast<std::uintptr_t>(&table) | 1U) {}

  // The value of field `i` of the shape, which must have it.
  const Value& operator[](std::size_t i) const {
    if ((bits_ & 1U) == 0) return all()[i];
    const Table& table = *reinterpret_cast<const Table*>(bits_ - 1U);
    const std::size_t word = i / 64;
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    if ((table.given[word] & bit) == 0) return (table.empty[word] & bit) != 0 ? empty_list : absent_fact;
    const int before =
        std::popcount(table.given[word] & (bit - 1)) + (word == 0 ? 0 : std::popcount(table.given[0]));
    return table.values()[before];
  }

  // Null, or the array of all fields; not where there is a table.
  const Value* all() const { return reinterpret_cast<const Value*>(bits_); }
  explicit operator bool() const { return bits_ != 0; }

 private:
  std::uintptr_t bits_;
};

static_assert(sizeof(Slots::Table) % alignof(Value) == 0);

// One object of the inventory. `shape` tells its fields (inventory.h); slot i holds field i, `unknown` where
// the inventory gives nothing. `index` counts records of that shape; `document` and `node` say where it was
// written.
struct Record {
  Slots slots;
  std::uint32_t index = 0;     // of an entity: its place among those of its kind
  std::uint32_t node = 0;      // of the document
  std::uint16_t document = 0;  // in the order in which the sources were given
  std::uint16_t shape = 0;     // Shape::id
};

}  // namespace martech_audit
