// Seen: tells which of the records of a list came before.
#pragma once

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

// Lists are short, so that looking through them is fastest; a long one gets a table.
class Seen {
 public:
  // Whether the record is new.
  bool insert(const Record& record) {
    if (many_.empty()) {
      if (std::find(few_.begin(), few_.end(), &record) != few_.end()) return false;
      few_.push_back(&record);
      if (few_.size() == most_few) many_.insert(few_.begin(), few_.end());
      return true;
    }
    return many_.insert(&record).second;
  }

 private:
  static constexpr std::size_t most_few = 32;
  std::vector<const Record*> few_;
  std::unordered_set<const Record*> many_;
};

}  // namespace martech_audit::facts
