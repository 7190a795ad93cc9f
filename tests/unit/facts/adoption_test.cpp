#include "support.h"

using namespace martech_audit::test;

TEST_CASE("how the use of a tool develops") {
  static constexpr Case cases[] = {
      {"counts in any order; the latest run of lower ones; an empty list is none", R"(
tools:
  - id: a
    name: A
    usage:
      active: 30
      measured_on: 2026-11-01
      history: [{measured_on: 2026-08-01, active: 36}, {measured_on: 2026-05-01, active: 40}, {measured_on: 2026-02-01, active: 10}]
  - {id: b, name: B, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: 2026-08-01, active: 30}]}}
  - {id: c, name: C, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: 2026-08-01, active: 29}, {measured_on: 2026-05-01, active: 40}]}}
  - {id: d, name: D, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: 2026-11-01, active: 60}]}}
  - {id: e, name: E, usage: {active: 0, measured_on: 2026-11-01, history: []}}
  - {id: f, name: F, usage: {active: 20, measured_on: 2026-11-01, history: [{measured_on: 2026-11-20, active: 10}]}}
)",
       "tool.usage_falls tool.usage_lost", R"(
tool a usage_falls = 2
tool b usage_falls = 0
tool c usage_falls = 0
tool d usage_falls = 0
tool e usage_falls = unknown (usage.history)
tool f usage_falls = 1
tool a usage_lost = 0.2500
tool b usage_lost = 0.0000
tool c usage_lost = 0.0000
tool d usage_lost = 0.0000
tool e usage_lost = unknown (usage.history)
tool f usage_lost = 0.5000
)"},
      {"without a history, or with a count that is not whole, nobody knows", R"(
tools:
  - {id: a, name: A, usage: {active: 30, measured_on: 2026-11-01}}
  - {id: b, name: B, usage: {active: 30, history: [{measured_on: 2026-08-01, active: 9}]}}
  - {id: c, name: C, usage: {measured_on: 2026-11-01, history: [{measured_on: 2026-08-01, active: 9}]}}
  - {id: d, name: D, usage: {active: 30, measured_on: 2026-11-01, history: [{active: 60}]}}
  - {id: e, name: E, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: 2026-08-01}]}}
)",
       "tool.usage_falls tool.usage_lost", R"(
tool a usage_falls = unknown (usage.history)
tool b usage_falls = unknown (usage.measured_on)
tool c usage_falls = unknown (usage.active)
tool d usage_falls = unknown (usage.history)
tool e usage_falls = unknown (usage.history)
tool a usage_lost = unknown (usage.history)
tool b usage_lost = unknown (usage.measured_on)
tool c usage_lost = unknown (usage.active)
tool d usage_lost = unknown (usage.history)
tool e usage_lost = unknown (usage.history)
)"},
  };
  check(cases);
}

TEST_CASE("a season is shown by its counts") {
  static constexpr Case cases[] = {{"users that came and went, or went and came", R"(
tools:
  - {id: peak, name: A, usage: {seasonal: true, active: 2, measured_on: 2026-11-01, history: [{measured_on: 2026-07-01, active: 3}, {measured_on: 2026-02-01, active: 2}]}}
  - {id: valley, name: B, usage: {seasonal: true, active: 9, measured_on: 2026-11-01, history: [{measured_on: 2026-07-01, active: 6}, {measured_on: 2026-02-01, active: 9}]}}
  - {id: fewer, name: C, usage: {seasonal: true, active: 1, measured_on: 2026-11-01, history: [{measured_on: 2026-07-01, active: 5}, {measured_on: 2026-02-01, active: 9}]}}
  - {id: two, name: D, usage: {seasonal: true, active: 1, measured_on: 2026-11-01, history: [{measured_on: 2026-02-01, active: 9}]}}
  - {id: near, name: E, usage: {seasonal: true, active: 1, measured_on: 2026-11-01, history: [{measured_on: 2026-08-01, active: 9}, {measured_on: 2026-06-01, active: 1}]}}
  - {id: said, name: F, usage: {seasonal: false, active: 1}}
  - {id: none, name: G}
)",
                                    "tool.seasonal", R"(
tool peak seasonal = true
tool valley seasonal = true
tool fewer seasonal = false
tool two seasonal = unknown (usage.history)
tool near seasonal = unknown (usage.history)
tool said seasonal = false
tool none seasonal = false
)"}};
  check(cases);
}
