// Waiver: a finding that somebody accepts for a while, with a reason and an end.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "martech_audit/source.h"

namespace martech_audit {

struct Waiver {
  std::string rule;    // id of the rule
  std::string entity;  // as written: a tool's id, or "kind/id"; of one written under a tool, that tool's id
  std::string reason;
  std::string owner;                    // id of a person or team, or free text
  std::chrono::year_month_day expires;  // inclusive: the whole day still counts
  std::optional<std::chrono::year_month_day> created;
  std::string approved_by;  // may be empty
  std::string ticket;       // may be empty
  Location where;           // of the whole entry
};

}  // namespace martech_audit
