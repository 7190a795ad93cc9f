// Finds, among things that tools do for the same matter, those of other groups whose scopes meet.
#pragma once

#include <cstdint>
#include <vector>

#include "facts/scoped_index.h"

namespace martech_audit::facts {

// Something that a tool does, in the tool's scope. Things of one group do not rival each other.
struct Contender {
  std::uint32_t matter;
  std::uint32_t group;
  const Record* tool;
  std::uint32_t item;  // what the caller knows it by
};

// The items that rival each contender, each once, in ascending order; at most 100 of them, and at least one
// where there are any.
std::vector<std::vector<std::uint32_t>> find_rivals(const std::vector<Contender>& contenders);

}  // namespace martech_audit::facts
