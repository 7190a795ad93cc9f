// Record: one object of an inventory, by the fields of its shape (inventory.h). Read it by read(record,
// path); records belong to the Inventory that gave them out, and are good as long as it is.
#pragma once

#include <cstdint>

#include "martech_audit/value.h"

namespace martech_audit {

// What a record holds, in the library's own form.
enum class RecordValues : std::uintptr_t {};

// One object of the inventory. `shape` tells its fields (inventory.h), which read `unknown` where the
// inventory gives nothing. `index` counts records of that shape; `document` and `node` say where it was
// written, which Inventory::where() turns into a place. A program never makes one, and two are the same where
// they are the same object.
struct Record {
  RecordValues values{};
  std::uint32_t index = 0;     // of an entity: its place among those of its kind
  std::uint32_t node = 0;      // of the document
  std::uint16_t document = 0;  // in the order in which the sources were given
  std::uint16_t shape = 0;     // Shape::id
};

}  // namespace martech_audit
