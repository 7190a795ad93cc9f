#include "model/id_index.h"

#include <algorithm>
#include <functional>

#include "base/slots.h"
#include "martech_audit/inventory.h"

namespace martech_audit::model {

std::string_view id_of(const Record& record) {
  const auto slot = shape_of(record).index_of("id");
  if (!slot || !values_of(record)[*slot].is(ValueKind::string)) return {};
  return values_of(record)[*slot].as_text();
}

const Record* IdIndex::find(std::string_view id, std::span<const Record> records) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = std::hash<std::string_view>()(id) & mask; slots_[i] != 0; i = (i + 1) & mask) {
    const Record& record = records[slots_[i] - 1];
    if (id_of(record) == id) return &record;
  }
  return nullptr;
}

void IdIndex::add(std::uint32_t place, std::span<const Record> records) {
  if (4 * (taken_ + 1) > 3 * slots_.size()) grow(records);
  ++taken_;
  put(place, records);
}

void IdIndex::put(std::uint32_t place, std::span<const Record> records) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = std::hash<std::string_view>()(id_of(records[place])) & mask;
  while (slots_[i] != 0) i = (i + 1) & mask;
  slots_[i] = place + 1;
}

void IdIndex::grow(std::span<const Record> records) {
  constexpr std::size_t fewest = 16;
  std::vector<std::uint32_t> before(std::max(fewest, 2 * slots_.size()));
  before.swap(slots_);
  for (const std::uint32_t slot : before) {
    if (slot != 0) put(slot - 1, records);
  }
}

}  // namespace martech_audit::model
