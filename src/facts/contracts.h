// Where a contract stands on a day: the one function that every reader of its dates and terms asks.
//
// The last day of the first term is the day before `starts` and the initial term; later ends are counted from
// the same day, so that a month without its day ends on its last one and the next has the day again. An end
// that is given stands. A contract that renews by itself and whose end has passed is in the term that the day
// falls into.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/value.h"

namespace martech_audit {
struct Record;
}

namespace martech_audit::facts {

// A number of months. What is derived from the first and the last day may be several terms: above a year, a
// year of it is proven and the whole is possible. Nothing of either is known where both are 0.
struct TermMonths {
  std::int64_t proven = 0;
  std::int64_t possible = 0;
  bool is_derived = false;

  bool is_known() const { return proven > 0; }
  bool is_exact() const { return proven > 0 && proven == possible; }
};

struct Contract {
  std::optional<std::int64_t> ends;       // last day of the term under way, or of the last one
  std::optional<std::int64_t> next_ends;  // of the term after it
  TermMonths first;
  TermMonths next;
  bool is_rolled = false;  // its end has passed, and the terms after it are counted
};

// Of a tool, on the day `today`. What is over stays over where it does not renew by itself; where nobody says
// whether it does, or by which term, its end is not known.
Contract contract_on(const Record& tool, std::int64_t today);

// The last day for notice before that end; the end itself where no period of notice is given.
std::int64_t notice_day(const Record& tool, std::int64_t ends);

}  // namespace martech_audit::facts
