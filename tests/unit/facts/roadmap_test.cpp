#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what was bought beside the roadmap") {
  static constexpr Case cases[] = {
      {"from the first day of the first item on, unless an item names the tool", R"(
strategy:
  roadmap: [{id: one, tools: [d], starts: 2026-03-01}, {id: two, starts: 2026-05-01}]
tools:
  - {id: a, name: A, purchased_on: 2026-03-01}
  - {id: b, name: B, purchased_on: 2026-02-28}
  - {id: c, name: C, live_on: 2026-02-28}
  - {id: d, name: D}
  - {id: e, name: E, live_on: 2026-04-01, contract: {starts: 2026-02-01}}
  - {id: f, name: F, live_on: 2026-04-01}
  - {id: g, name: G, purchased_on: {before: 2026-04-01}}
  - {id: h, name: H}
)",
       "tool.bought_off_roadmap tool.on_roadmap", R"(
tool a bought_off_roadmap = true
tool b bought_off_roadmap = false
tool c bought_off_roadmap = false
tool d bought_off_roadmap = unknown (purchased_on)
tool e bought_off_roadmap = false
tool f bought_off_roadmap = unknown (purchased_on)
tool g bought_off_roadmap = unknown (purchased_on)
tool h bought_off_roadmap = unknown (purchased_on)
tool a on_roadmap = false
tool b on_roadmap = false
tool c on_roadmap = false
tool d on_roadmap = true
tool e on_roadmap = false
tool f on_roadmap = false
tool g on_roadmap = false
tool h on_roadmap = false
)"},
      {"an item plans what is bought after its decision, and not long after its end", R"(
strategy:
  roadmap:
    - {id: one, starts: 2020-01-01}
    - {id: late, tools: [a, b], starts: 2026-06-01}
    - {id: told, tools: [b], decided_on: 2026-02-01, starts: 2026-07-01}
    - {id: old, tools: [c, d], starts: 2023-01-01, ends: 2024-12-31}
    - {id: dark, tools: [e]}
    - {id: bound, tools: [f, g], starts: {before: 2026-03-02}}
tools:
  - {id: a, name: A, purchased_on: 2026-03-01}
  - {id: b, name: B, purchased_on: 2026-03-01}
  - {id: c, name: C, purchased_on: 2025-12-31}
  - {id: d, name: D, purchased_on: 2026-01-01}
  - {id: e, name: E, purchased_on: 2026-01-01}
  - {id: f, name: F, purchased_on: 2026-03-01}
  - {id: g, name: G, live_on: 2026-04-01}
)",
       "tool.bought_off_roadmap", R"(
tool a bought_off_roadmap = true
tool b bought_off_roadmap = false
tool c bought_off_roadmap = false
tool d bought_off_roadmap = true
tool e bought_off_roadmap = unknown (roadmap dark.starts)
tool f bought_off_roadmap = false
tool g bought_off_roadmap = unknown (purchased_on)
)"},
      {"an item without a first day may be the first", R"(
strategy:
  roadmap: [{id: one}, {id: two, starts: 2026-05-01}]
tools:
  - {id: a, name: A, purchased_on: 2026-04-01}
  - {id: b, name: B, purchased_on: 2026-05-01}
)",
       "tool.bought_off_roadmap", R"(
tool a bought_off_roadmap = unknown (roadmap one.starts)
tool b bought_off_roadmap = true
)"},
      {"an empty roadmap plans nothing", R"(
strategy: {roadmap: []}
tools: [{id: a, name: A}]
)",
       "tool.bought_off_roadmap", R"(
tool a bought_off_roadmap = false
)"},
      {"no roadmap", R"(
tools: [{id: a, name: A, purchased_on: 2026-04-01}]
)",
       "tool.bought_off_roadmap", R"(
tool a bought_off_roadmap = unknown (organisation.strategy.roadmap)
)"},
  };
  check(cases);
}

TEST_CASE("what was bought since the strategy was reviewed") {
  static constexpr Case cases[] = {
      {"active tools that no item names", R"(
strategy: {reviewed_on: 2026-01-15, roadmap: [{id: one, tools: [d], starts: 2026-01-01}]}
tools:
  - {id: b, name: B, purchased_on: 2026-01-16}
  - {id: a, name: A, purchased_on: 2026-02-01}
  - {id: c, name: C, purchased_on: 2026-01-15}
  - {id: d, name: D, purchased_on: 2026-02-01}
  - {id: e, name: E, purchased_on: 2026-06-01, status: pilot}
  - {id: f, name: F, contract: {starts: 2025-06-01}}
)",
       "org.bought_since_review", R"(
organisation bought_since_review = [a, b]
)"},
      {"without a day of purchase nobody knows", R"(
strategy: {reviewed_on: 2026-01-15}
tools: [{id: a, name: A, live_on: 2026-02-01}]
)",
       "org.bought_since_review", R"(
organisation bought_since_review = unknown (tool a.purchased_on, strategy.roadmap)
)"},
      {"a day before which it was reviewed is none", R"(
strategy: {reviewed_on: {before: 2026-01-15}}
tools: []
)",
       "org.bought_since_review", R"(
organisation bought_since_review = unknown (strategy.reviewed_on)
)"},
  };
  check(cases);
}
