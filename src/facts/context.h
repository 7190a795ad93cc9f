// Context: what every fact is made from: an inventory, a day, and memory for what is made up. What else a
// theme or a fact reads, it says in its parameters.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "martech_audit/inventory.h"

namespace martech_audit::facts {

struct Lifecycle;

struct Context {
  const Inventory& inventory;
  std::int64_t today;          // the day everything is judged at, counted from 1970
  Arena& memory;               // owns what is made up for the fact or theme under way
  const Lifecycle& lifecycle;  // which tools are active and in use

  std::span<const Record> tools() const { return inventory.entities(EntityKind::tool); }
  std::span<const Record> objectives() const { return inventory.entities(EntityKind::objective); }

  // Text that is made up for a fact.
  Value text(std::string_view made) const { return Value::string(memory.copy(made)); }
  // Each text once, in order.
  Value sorted_texts(std::vector<std::string_view> texts) const {
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    std::vector<Value> items;
    items.reserve(texts.size());
    for (const std::string_view text : texts) items.push_back(Value::string(text));
    return list(items);
  }
  Value list(const std::vector<Value>& items) const {
    return Value::list(memory.copy(std::span<const Value>(items)));
  }
  Value unknown(const std::vector<Missing>& missing) const {
    return Value::unknown(memory.copy(std::span<const Missing>(missing)));
  }
};

}  // namespace martech_audit::facts
