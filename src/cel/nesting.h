// How deep lists, maps and optionals lie in one another.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "martech_audit/value.h"

namespace martech_audit::cel {

// Of values that grow round by round: what was looked at once is known, however often it is asked for.
class Nesting {
 public:
  // 0 of a value that holds no other. Takes from the budget what it has to look at.
  std::uint32_t of(const Value& value, std::int64_t& budget);

 private:
  using Place = std::pair<const void*, std::size_t>;  // a slice begins where the list does

  std::map<Place, std::uint32_t> known_;
};

}  // namespace martech_audit::cel
