// Entities of a list by their ids: eight bytes for each of them and as many places that are free.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/record.h"

namespace martech_audit::model {

// Empty where the kind has none.
std::string_view id_of(const Record& record);

class IdIndex {
 public:
  // Its place in `records`, which are those that add() was called with.
  const Record* find(std::string_view id, std::span<const Record> records) const;
  // `id` is that of `records[place]` and not there yet.
  void add(std::string_view id, std::uint32_t place);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // the place and 1; 0 where the slot is free
  };

  void put(Slot slot);
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most three quarters of them taken
  std::size_t taken_ = 0;
};

}  // namespace martech_audit::model
