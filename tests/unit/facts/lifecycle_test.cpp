#include "support.h"

using namespace martech_audit::test;

TEST_CASE("where tools are in their lives") {
  static constexpr Case cases[] = {
      {"status and kind", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B, status: evaluating, kind: security}
  - {id: c, name: C, status: retiring, kind: business}
  - {id: d, name: D, status: retired, kind: integration}
)",
       "tool.active tool.audited tool.enabling org.active_tools", R"(
organisation active_tools = 1
tool a active = true
tool b active = false
tool c active = unknown (contract.auto_renews, retired_on)
tool d active = false
tool a audited = true
tool b audited = false
tool c audited = true
tool d audited = false
tool a enabling = false
tool b enabling = true
tool c enabling = false
tool d enabling = true
)"},
      {"a status is believed as long as nothing speaks against it", R"(
tools:
  - {id: a, name: A, status: evaluating, purchased_on: 2026-10-01, cost: {amount: 0, per: year}}
  - {id: b, name: B, status: evaluating, purchased_on: 2026-10-01, cost: {amount: 1, per: year}}
  - {id: c, name: C, status: evaluating, cost: {amount: 1, per: year}}
  - {id: d, name: D, status: retired, usage: {active: 1, measured_on: 2026-11-01}}
  - {id: e, name: E, status: retired, retired_on: 2026-10-03, usage: {active: 1, measured_on: 2026-11-01}}
  - {id: f, name: F, status: retired, retired_on: 2026-10-02, usage: {active: 1, measured_on: 2026-11-01}}
  - {id: g, name: G, status: retired, contract: {ends: 2026-11-23, auto_renews: true}}
  - {id: h, name: H, status: retired, contract: {ends: 2026-11-22, auto_renews: true}}
  - {id: i, name: I, status: retired, contract: {ends: 2026-12-31, auto_renews: false}}
  - {id: j, name: J, status: retired, usage: {active: 1, measured_on: 2022-01-02}}
  - {id: k, name: K, status: retired, retired_on: {before: 2026-11-20}, usage: {active: 1, measured_on: 2026-11-01}}
  - {id: l, name: L, status: retired, contract: {ends: {before: 2027-01-01}, auto_renews: true}}
)",
       "tool.audited tool.used_since_retired", R"(
tool a audited = false
tool b audited = true
tool c audited = false
tool d audited = true
tool e audited = false
tool f audited = true
tool g audited = true
tool h audited = false
tool i audited = false
tool j audited = false
tool k audited = true
tool l audited = false
tool a used_since_retired = unknown (usage.active, usage.measured_on)
tool b used_since_retired = unknown (usage.active, usage.measured_on)
tool c used_since_retired = unknown (usage.active, usage.measured_on)
tool d used_since_retired = true
tool e used_since_retired = false
tool f used_since_retired = true
tool g used_since_retired = unknown (usage.active, usage.measured_on)
tool h used_since_retired = unknown (usage.active, usage.measured_on)
tool i used_since_retired = unknown (usage.active, usage.measured_on)
tool j used_since_retired = false
tool k used_since_retired = true
tool l used_since_retired = unknown (usage.active, usage.measured_on)
)"},
      {"age runs from going live, else from the purchase, else from a contract that is old enough", R"(
tools:
  - {id: a, name: A, live_on: 2026-11-13, purchased_on: 2026-01-01, contract: {starts: 2020-01-01}}
  - {id: b, name: B, purchased_on: 2026-11-13}
  - {id: c, name: C, contract: {starts: 2025-11-22}}
  - {id: d, name: D, contract: {starts: 2025-11-23}}
  - {id: e, name: E, live_on: {before: 2026-11-13}}
  - {id: f, name: F, live_on: 2026-12-01}
  - {id: g, name: G}
  - {id: h, name: H, contract: {starts: 2026-11-01}}
)",
       "tool.age_days tool.purchase_age_days tool.ramping", R"(
tool a age_days = 10
tool b age_days = 10
tool c age_days = unknown at least 366 (live_on)
tool d age_days = unknown at least 365 (live_on)
tool e age_days = unknown at least 10 (live_on)
tool f age_days = unknown (live_on)
tool g age_days = unknown (live_on)
tool h age_days = unknown at least 22 (live_on)
tool a purchase_age_days = 326
tool b purchase_age_days = 10
tool c purchase_age_days = unknown at least 366 (purchased_on)
tool d purchase_age_days = unknown at least 365 (purchased_on)
tool e purchase_age_days = unknown at least 10 (purchased_on)
tool f purchase_age_days = unknown at least -8 (purchased_on)
tool g purchase_age_days = unknown (purchased_on)
tool h purchase_age_days = unknown at least 22 (purchased_on)
tool a ramping = true
tool b ramping = true
tool c ramping = false
tool d ramping = false
tool e ramping = unknown (live_on)
tool f ramping = unknown (live_on)
tool g ramping = unknown (live_on)
tool h ramping = unknown (live_on)
)"},
      {"ninety days are enough; what is shown to be introduced still ramps", R"(
tools:
  - {id: a, name: A, live_on: 2026-08-25}
  - {id: b, name: B, live_on: 2026-08-26}
  - {id: c, name: C, live_on: 2020-01-01, status: pilot}
  - {id: d, name: D, status: implementing}
  - {id: e, name: E, live_on: 2020-01-01, status: retiring}
)",
       "tool.ramping", R"(
tool a ramping = false
tool b ramping = true
tool c ramping = false
tool d ramping = unknown (purchased_on, live_on)
tool e ramping = false
)"},
      {"a bound proves an age and no youth", R"(
tools:
  - {id: a, name: A, live_on: {before: 2020-01-01}}
  - {id: b, name: B, live_on: {before: 2026-11-20}, purchased_on: 2019-01-01}
  - {id: c, name: C, live_on: {before: 2026-11-20}, purchased_on: 2026-10-01}
  - {id: d, name: D, live_on: {before: 2026-08-01}}
  - {id: e, name: E, live_on: {before: 2026-11-20}, contract: {starts: 2024-01-01}}
  - {id: f, name: F, purchased_on: {before: 2026-11-20}}
)",
       "tool.age_days tool.purchase_age_days tool.least_age_days tool.ramping", R"(
tool a age_days = unknown at least 2518 (live_on)
tool b age_days = unknown at least 3 at most 2883 (live_on)
tool c age_days = unknown at least 3 at most 53 (live_on)
tool d age_days = unknown at least 114 (live_on)
tool e age_days = unknown at least 1057 (live_on)
tool f age_days = unknown at least 3 (live_on)
tool a least_age_days = 2518
tool b least_age_days = 2883
tool c least_age_days = 53
tool d least_age_days = 114
tool e least_age_days = 1057
tool f least_age_days = 3
tool a purchase_age_days = unknown at least 2518 (purchased_on)
tool b purchase_age_days = 2883
tool c purchase_age_days = 53
tool d purchase_age_days = unknown at least 114 (purchased_on)
tool e purchase_age_days = unknown at least 1057 (purchased_on)
tool f purchase_age_days = unknown at least 3 (purchased_on)
tool a ramping = false
tool b ramping = unknown (live_on)
tool c ramping = true
tool d ramping = false
tool e ramping = false
tool f ramping = unknown (live_on)
)"},
  };
  check(cases);
}
