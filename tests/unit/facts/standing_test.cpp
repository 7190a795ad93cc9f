#include "support.h"

using namespace martech_audit::test;

TEST_CASE("a status is held against days, use and contract") {
  static constexpr Case cases[] = {{"pilots, by their initiative, else by their own days", R"(
initiatives:
  - {id: i1, tool: decided, starts: 2026-10-01, decide_by: 2026-11-22}
  - {id: i2, tool: young, starts: 2026-05-27, decide_by: 2026-11-23}
  - {id: i3, tool: old, starts: 2026-05-26}
tools:
  - {id: decided, name: A, status: pilot}
  - {id: young, name: B, status: pilot, purchased_on: 2025-01-01}
  - {id: old, name: C, status: pilot}
  - {id: live, name: D, status: pilot, live_on: 2024-01-01}
  - {id: idle, name: E, status: pilot, live_on: 2026-08-24, usage: {active: 0, measured_on: 2026-11-01}}
  - {id: bound, name: F, status: pilot, live_on: {before: 2026-10-01}}
  - {id: silent, name: G, status: pilot}
)",
                                    "tool.active tool.in_service", R"(
tool decided active = true
tool young active = false
tool old active = true
tool live active = true
tool idle active = true
tool bound active = unknown (purchased_on, live_on)
tool silent active = unknown (purchased_on, live_on)
tool decided in_service = true
tool young in_service = true
tool old in_service = true
tool live in_service = true
tool idle in_service = true
tool bound in_service = true
tool silent in_service = true
)"},
                                   {"evaluations, implementations, what retires and what has", R"(
tools:
  - {id: trial, name: A, status: evaluating, live_on: 2026-10-01}
  - {id: crowd, name: B, status: evaluating, live_on: 2026-10-01, usage: {active: 26, measured_on: 2026-11-01}}
  - {id: quote, name: C, status: evaluating, cost: {amount: 10, per: year}}
  - {id: paid, name: D, status: evaluating, cost: {amount: 10, per: year}, contract: {ends: 2027-01-01}}
  - {id: build, name: E, status: implementing, purchased_on: 2026-01-01}
  - {id: live, name: F, status: implementing, live_on: 2026-08-24}
  - {id: going, name: G, status: retiring, contract: {ends: 2027-11-23, auto_renews: false}}
  - {id: rolls, name: H, status: retiring, contract: {ends: 2027-11-23, auto_renews: true}}
  - {id: said, name: I, status: retiring}
  - {id: gone, name: J, status: retired, usage: {active: 9, measured_on: 2026-11-20}}
)",
                                    "tool.active tool.in_service", R"(
tool trial active = false
tool crowd active = true
tool quote active = false
tool paid active = unknown (purchased_on, live_on)
tool build active = false
tool live active = true
tool going active = false
tool rolls active = true
tool said active = unknown (contract.auto_renews, retired_on)
tool gone active = false
tool trial in_service = false
tool crowd in_service = true
tool quote in_service = false
tool paid in_service = unknown (purchased_on, live_on)
tool build in_service = true
tool live in_service = true
tool going in_service = true
tool rolls in_service = true
tool said in_service = true
tool gone in_service = false
)"}};
  check(cases);
}
