// What a rule leads to where its pack does not say.
#pragma once

#include "martech_audit/rule.h"

namespace martech_audit::rules {

struct ActAndLane {
  Act act;
  Lane lane;
};

// By the first class of money that the rule claims (recoverable, opportunity, at_risk: renegotiate, in money;
// exposed: measure, in foundations), else by its dimension; of dimensions of a pack's own describe, in
// foundations. Never an act that ends a tool: that is for the pack to say.
ActAndLane default_act(const Rule& rule);

}  // namespace martech_audit::rules
