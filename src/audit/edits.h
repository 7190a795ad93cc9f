// Edits of one field that are worth trying on an entity.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "martech_audit/date.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

struct Edit {
  const Record* entity = nullptr;
  std::string path;          // below the entity: "seats.purchased"
  std::string json;          // what to write
  std::string shown;         // the same as people write it in YAML
  std::string instead = {};  // what stands there now; empty where nothing does
  bool adds = false;         // an item to a list
  std::optional<std::int64_t> number =
      {};  // of whole numbers: the values, so that smaller steps can be tried
  std::optional<std::int64_t> number_now = {};
};

// In the order of the field table, a few values a field: both booleans, every word, some entities that a
// reference may name, numbers that stand elsewhere in the entity, days around `as_of`, one word for a text.
// Names, amounts of money, what happened or was agreed, and what only excuses a thing from being judged (a
// status, seasonal use, planned seats) are left alone: to tell it otherwise mends nothing.
std::vector<Edit> edits_of(const Inventory& inventory, const Record& entity, Date as_of);

// Entities that the entity itself names, each once, in the order of its fields; at most 12.
std::vector<const Record*> neighbours_of(const Record& entity);

}  // namespace martech_audit
