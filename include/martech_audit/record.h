// Record: one object of an inventory, by the fields of its shape (inventory.h). Read it by read(record,
// path); records belong to the Inventory that gave them out.
#pragma once

#include <cstddef>
#include <cstdint>

#include "martech_audit/value.h"

namespace martech_audit {

// The values of a record, by the positions of their fields in its shape. How they lie is the library's
// affair: programs ask read(record, path).
class Slots {
 public:
  struct Table;

  Slots() = default;
  inline Slots(const Value* all);  // one for each field of the shape; null: none
  inline explicit Slots(const Table& table);

  inline const Value& operator[](std::size_t field) const;
  inline const Value* all() const;  // null where there is a table instead
  explicit operator bool() const { return where_ != 0; }

 private:
  std::uintptr_t where_ = 0;
};

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
