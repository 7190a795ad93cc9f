// A decision while it is made, with what its place in a lane follows from.
#pragma once

#include <cstdint>
#include <vector>

#include "decisions/input.h"
#include "martech_audit/decision.h"

namespace martech_audit::decisions {

struct Draft {
  Decision decision;
  ToolTerms terms;          // of a tool
  bool missed = false;      // notice was to be given on a day that has passed
  bool stops_late = false;  // what it saves is paid for more than a year to come
  double weight = 0;        // within its lane, the greater the earlier
};

// gather.cpp: entity, act, findings, points, effort, risk, and the lane that the leading rule names.
std::vector<Draft> gather(const DecisionInput& input);

// money.cpp: money by class, each amount in one decision of its entity.
void count_money(const DecisionInput& input, std::vector<Draft>& drafts);

// due.cpp: last day, what is at stake, and whether it is due.
void find_last_days(const DecisionInput& input, std::vector<Draft>& drafts);

// order.cpp: lanes in their order, and ranks.
void rank(std::vector<Draft>& drafts);

// Where a year of it ends, in minor units: what the waterfall says, or else the claims.
struct Year {
  std::int64_t waste = 0, off_strategy = 0, unproven = 0, working = 0, not_known = 0;
};
Year year_of(const Draft& draft);

}  // namespace martech_audit::decisions
