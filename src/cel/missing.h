// Unknown values meeting: the facts that either lacks, each once.
#pragma once

#include <span>

#include "base/arena.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

// The outcome of an operator that cannot do its work because of `a`, or of `b`: unknowns are merged and go
// before errors, the first error before others. Either may be an ordinary value; one is not.
Value trouble(Arena& arena, const Value& a, const Value& b);

// Gathers the trouble of many values: of the elements of a list, the rounds of a loop.
class Troubles {
 public:
  explicit Troubles(Arena& arena) : arena_(arena) {}

  // False where the value is an ordinary one.
  bool note(const Value& value) {
    if (value.kind() < ValueKind::unknown) return false;
    add(value);
    return true;
  }

  bool any() const { return seen_; }
  // Only when any().
  Value result() const;

 private:
  void add(const Value& value);
  void append(std::span<const Missing> more);

  Arena& arena_;
  std::span<Missing> found_;  // room for more than count_
  std::size_t count_ = 0;
  Value error_;
  bool seen_ = false;
  bool unknown_ = false;
};

}  // namespace martech_audit::cel
