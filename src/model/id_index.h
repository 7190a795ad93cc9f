// Entities of a list by their ids: four bytes for each of them and as many places that are free.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/record.h"

namespace martech_audit::model {

// Empty where the kind has none.
std::string_view id_of(const Record& record);

// Of records that lie where they lie: each call is given those that the calls before it were.
class IdIndex {
 public:
  const Record* find(std::string_view id, std::span<const Record> records) const;
  // The id of `records[place]` is not there yet.
  void add(std::uint32_t place, std::span<const Record> records);

 private:
  void put(std::uint32_t place, std::span<const Record> records);
  void grow(std::span<const Record> records);

  // Places and 1, 0 where a slot is free; a power of two of them, at most three quarters taken.
  std::vector<std::uint32_t> slots_;
  std::size_t taken_ = 0;
};

}  // namespace martech_audit::model
