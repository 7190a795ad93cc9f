#include "support.h"

using namespace martech_audit::test;

TEST_CASE("seats are counted by contract") {
  static constexpr Case cases[] = {
      {"rows of one vendor and category that end together share theirs", R"(
tools:
  - {id: a, name: A, vendor: Vend, category: crm, contract: {ends: 2027-06-30}, seats: {purchased: 6, planned: 1}, usage: {active: 3, measured_on: 2026-11-01}}
  - {id: b, name: B, vendor: vend, category: crm, contract: {ends: 2027-06-30}, seats: {purchased: 6}, usage: {active: 0, measured_on: 2026-11-01}}
  - {id: c, name: C, vendor: Vend, category: crm, contract: {ends: 2027-07-01}, seats: {purchased: 4}, usage: {active: 4, measured_on: 2026-11-01}}
  - {id: d, name: D, vendor: Vend, category: crm, contract: {ends: 2027-07-01}, seats: {purchased: 4}}
  - {id: e, name: E, seats: {purchased: 4}, usage: {active: 5, measured_on: 2026-11-01}}
)",
       "tool.seats_of_contract tool.seat_users tool.seat_floor tool.seat_floor_now tool.idle_share", R"(
tool a idle_share = 0.3333
tool b idle_share = 0.6667
tool c idle_share = 0.0000
tool d idle_share = 1.0000
tool e idle_share = 1.0000
tool a seat_floor = 4
tool b seat_floor = 4
tool c seat_floor = unknown (tool d.usage.active)
tool d seat_floor = unknown (usage.active)
tool e seat_floor = 5
tool a seat_floor_now = 3
tool b seat_floor_now = 3
tool c seat_floor_now = unknown (tool d.usage.active)
tool d seat_floor_now = unknown (usage.active)
tool e seat_floor_now = 5
tool a seat_users = 3
tool b seat_users = 3
tool c seat_users = unknown (tool d.usage.active)
tool d seat_users = unknown (usage.active)
tool e seat_users = 5
tool a seats_of_contract = 12
tool b seats_of_contract = 12
tool c seats_of_contract = 8
tool d seats_of_contract = 8
tool e seats_of_contract = 4
)"},
      {"seats that must be kept: active and planned ones, at least the contract's minimum", R"(
tools:
  - {id: a, name: A, seats: {purchased: 50, planned: 5, contract_minimum: 25}, usage: {active: 21}}
  - {id: b, name: B, seats: {purchased: 50, contract_minimum: 25}, usage: {active: 21}}
  - {id: c, name: C, seats: {purchased: 50}, usage: {active: 21}}
  - {id: d, name: D, seats: {purchased: 50, contract_minimum: 25}}
)",
       "tool.seat_floor", R"(
tool a seat_floor = 26
tool b seat_floor = 25
tool c seat_floor = 21
tool d seat_floor = unknown (usage.active)
)"},
      {"plans that are dated, near and no more than the users there are", R"(
tools:
  - {id: a, name: A, seats: {purchased: 20, planned: 5, planned_by: 2027-05-25}, usage: {active: 5}}
  - {id: b, name: B, seats: {purchased: 20, planned: 5, planned_by: 2027-05-26}, usage: {active: 5}}
  - {id: c, name: C, seats: {purchased: 20, planned: 6, planned_by: 2027-05-25}, usage: {active: 5}}
  - {id: d, name: D, seats: {purchased: 20, planned: 5}, usage: {active: 5}}
  - {id: e, name: E, seats: {purchased: 20, planned: 5, planned_by: 2026-11-22}, usage: {active: 5}}
  - {id: f, name: F}
)",
       "tool.seat_plans_shown", R"(
tool a seat_plans_shown = true
tool b seat_plans_shown = unknown (seats.planned_by)
tool c seat_plans_shown = unknown (seats.planned)
tool d seat_plans_shown = unknown (seats.planned_by)
tool e seat_plans_shown = true
tool f seat_plans_shown = true
)"}};
  check(cases);
}
