// How what tools cost reaches objectives: directly, or through the tools and capabilities they support.
#pragma once

#include <cstdint>
#include <vector>

#include "facts/graph.h"
#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Capabilities;
struct Spend;

class MoneyFlow {
 public:
  // `active_objectives`: a tool each, a list or unknown.
  MoneyFlow(const Context& context, const Spend& spend, const Capabilities& capabilities,
            const std::vector<Value>& active_objectives);

  // Whether each tool reaches an active objective: boolean, or unknown.
  std::vector<Value> linked() const;

  // The tools to which the money of each tool that passes it on goes, each once, by id; outside of its
  // circle.
  std::vector<std::vector<Value>> targets() const;

  struct Arrivals {
    std::vector<std::int64_t> at_objective;  // minor units
    std::int64_t nowhere = 0;
    bool is_unsettled = false;  // some went where nobody says whether the objective is pursued
  };
  Arrivals arrivals() const;

 private:
  struct Target {
    const Record* record;  // a tool or a capability
    bool is_tool;
  };
  // Tools that pass money on and support each other in a circle; mostly one alone.
  struct Group {
    std::vector<const Record*> members;
    std::vector<Target> targets;
  };

  // Where money that goes to a capability ends.
  struct Ends {
    std::vector<const Record*> active;  // objectives
    Value reached;                      // boolean, or unknown
  };

  bool is_doubtful(const Record& tool) const;
  bool passes_on(const Record& tool) const;
  Ends ends_of(const std::vector<const Record*>& objectives) const;
  void make_groups();
  void add_targets(Group& group) const;
  Value reach(const Group& group, const std::vector<Value>& linked) const;
  std::vector<std::int64_t> own_costs() const;
  void settle(const Record& tool, std::int64_t sum, Arrivals& arrivals) const;
  void settle(const Ends& ends, std::int64_t sum, Arrivals& arrivals) const;

  const Context& context_;
  const Spend& spend_;
  const std::vector<Value>& active_objectives_;
  std::vector<std::uint32_t> component_;
  std::vector<Group> groups_;  // what a group supports comes before it
  std::vector<Ends> ends_;     // a capability each
};

}  // namespace martech_audit::facts
