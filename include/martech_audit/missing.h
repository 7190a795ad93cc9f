// Missing: why there is no value. What an unknown Value and an error point to.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "martech_audit/date.h"

namespace martech_audit {

struct Record;

// Plain values whose texts belong to the inventory, or to the evaluation that met them.

// What is known of a number that nobody knows exactly: it lies between the two, both included. `of` is the
// fact whose value it is.
struct Between {
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::string_view of = {};
};

// A fact that was read and is not there. `not_applicable` is the reason a user gave for "this field does not
// apply"; its data() is null where the field is simply not given. `outdated` is the day of a measurement that
// is given and too old to be believed; `between` stands with the first of those that a number lacks.
struct Missing {
  const Record* entity = nullptr;
  std::string_view path;  // as rules write it, without the variable: "seats.purchased"
  std::string_view not_applicable;
  std::optional<Date> outdated = {};
  Between between = {};
  friend bool operator==(const Missing& a, const Missing& b) {
    return a.entity == b.entity && a.path == b.path;
  }
};

// Why an evaluation failed, and at which byte of the expression.
struct EvaluationError {
  std::string_view message;
  std::uint32_t offset = 0;
};

}  // namespace martech_audit
