#include "model/id_index.h"

#include <functional>

#include "base/slots.h"
#include "martech_audit/inventory.h"

namespace martech_audit::model {
namespace {

std::uint32_t hash_of(std::string_view id) {
  const std::uint64_t hash = std::hash<std::string_view>()(id);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

std::string_view id_of(const Record& record) {
  const auto slot = shape_of(record).index_of("id");
  if (!slot || !record.slots[*slot].is(ValueKind::string)) return {};
  return record.slots[*slot].as_text();
}

const Record* IdIndex::find(std::string_view id, std::span<const Record> records) const {
  if (slots_.empty()) return nullptr;
  const std::uint32_t hash = hash_of(id);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i].number != 0; i = (i + 1) & mask) {
    if (slots_[i].hash != hash) continue;
    const Record& record = records[slots_[i].number - 1];
    if (id_of(record) == id) return &record;
  }
  return nullptr;
}

void IdIndex::add(std::string_view id, std::uint32_t place) {
  if (4 * (taken_ + 1) > 3 * slots_.size()) grow();
  ++taken_;
  put({hash_of(id), place + 1});
}

void IdIndex::put(Slot slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = slot.hash & mask;
  while (slots_[i].number != 0) i = (i + 1) & mask;
  slots_[i] = slot;
}

void IdIndex::grow() {
  constexpr std::size_t fewest = 16;
  std::vector<Slot> before(std::max(fewest, 2 * slots_.size()));
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.number != 0) put(slot);
  }
}

}  // namespace martech_audit::model
