// Waiver: a finding that somebody accepts for a while, with a reason and an end.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/source.h"

namespace martech_audit {

// Its texts belong to the inventory, or the report, that has it.
struct Waiver {
  std::string_view rule;    // id of the rule
  std::string_view entity;  // as written: a tool's id, or "kind/id"; of one under a tool, that tool's id
  std::string_view reason;
  std::string_view owner;               // id of a person or team, or free text
  std::chrono::year_month_day expires;  // inclusive: the whole day still counts
  std::optional<std::chrono::year_month_day> created;
  std::string_view approved_by;  // may be empty
  std::string_view ticket;       // may be empty
  Location where;                // of the whole entry
};

// A text with waivers that is no part of the inventory: a list of them, alone or under the key `waivers`.
struct WaiverFile {
  SourcePtr source;
  bool is_configuration = false;  // which has other keys, too
  std::shared_ptr<const void> parsed =
      {};  // what the library has read of it already; programs leave it empty
};

// What waivers must keep to. One that does not hides nothing, and is listed among what loosens the gate.
struct WaiverPolicy {
  std::vector<std::string>
      approved_by;              // one of whom, other than the owner, must approve; empty: nobody need
  std::optional<int> max_days;  // from its creation, or from the day of the audit, to its last day
};

}  // namespace martech_audit
