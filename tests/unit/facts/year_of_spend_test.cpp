#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what a tool takes part in the waterfall with") {
  static constexpr Case cases[] = {
      {"stated, free, paid, estimated, or nothing", R"(
ledger:
  - {tool: paid, amount: 365, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: more, amount: 111, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: less, amount: 89, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: rounded, amount: 110, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: left, amount: 50, period: {starts: 2025-11-24, ends: 2026-11-23}}
tools:
  - {id: stated, name: A, cost: {amount: 10, per: month}}
  - {id: more, name: B, cost: {amount: 100, per: year}}
  - {id: less, name: L, cost: {amount: 100, per: year}}
  - {id: rounded, name: C, cost: {amount: 100, per: year}}
  - {id: free, name: D, pricing: {metrics: [free]}}
  - {id: paid, name: E}
  - {id: dark, name: F}
  - {id: marked, name: G, cost: {not_applicable: part of the suite}}
  - {id: tried, name: H, status: evaluating, cost: {amount: 100, per: year}}
  - {id: gone, name: I, status: retired, cost: {amount: 100, per: year}}
  - {id: left, name: J, status: retired}
  - {id: bound, name: K, status: retired, cost: {amount: 100, per: year}, contract: {ends: 2026-11-23}}
)",
       "tool.spend_basis tool.yearly_spend tool.unexplained_spend", R"(
tool stated spend_basis = 'stated'
tool more spend_basis = 'stated'
tool less spend_basis = 'stated'
tool rounded spend_basis = 'stated'
tool free spend_basis = 'free'
tool paid spend_basis = 'paid'
tool dark spend_basis = 'estimated'
tool marked spend_basis = 'none'
tool tried spend_basis = 'none'
tool gone spend_basis = 'none'
tool left spend_basis = 'paid'
tool bound spend_basis = 'stated'
tool stated unexplained_spend = 0.00
tool more unexplained_spend = 11.00
tool less unexplained_spend = 11.00
tool rounded unexplained_spend = 0.00
tool free unexplained_spend = 0.00
tool paid unexplained_spend = 0.00
tool dark unexplained_spend = 0.00
tool marked unexplained_spend = 0.00
tool tried unexplained_spend = 0.00
tool gone unexplained_spend = 0.00
tool left unexplained_spend = 0.00
tool bound unexplained_spend = 0.00
tool stated yearly_spend = 120.00
tool more yearly_spend = 100.00
tool less yearly_spend = 89.00
tool rounded yearly_spend = 100.00
tool free yearly_spend = 0.00
tool paid yearly_spend = 365.00
tool dark yearly_spend = unknown (cost.amount)
tool marked yearly_spend = 0.00
tool tried yearly_spend = 0.00
tool gone yearly_spend = 0.00
tool left yearly_spend = 50.00
tool bound yearly_spend = 100.00
)"},
      {"petty by vendor, unless petty vendors add up", R"(
tools:
  - {id: large, name: A, cost: {amount: 100000, per: year}}
  - {id: one, name: B, vendor: Acme, cost: {amount: 60, per: year}}
  - {id: two, name: C, vendor: ACME, cost: {amount: 60, per: year}}
  - {id: small, name: D, vendor: Hooli, cost: {amount: 60, per: year}}
  - {id: free, name: E, pricing: {metrics: [free]}}
  - {id: dark, name: F}
)",
       "tool.petty", R"(
tool large petty = false
tool one petty = false
tool two petty = false
tool small petty = true
tool free petty = true
tool dark petty = false
)"},
      {"where everything is free nothing is petty", R"(
tools: [{id: free, name: A, pricing: {metrics: [free]}}]
)",
       "tool.petty", R"(
tool free petty = false
)"},
      {"too early to judge", R"(
initiatives:
  - {id: a, tool: early, kind: pilot, starts: 2026-05-27}
  - {id: b, tool: late, kind: pilot, starts: 2026-05-26}
  - {id: c, tool: today, kind: pilot, starts: 2026-11-01, decide_by: 2026-11-23}
  - {id: d, tool: over, kind: pilot, starts: 2026-11-01, decide_by: 2026-11-22}
tools:
  - {id: early, name: A, status: pilot}
  - {id: late, name: B, status: pilot}
  - {id: today, name: C, status: pilot}
  - {id: over, name: D, status: pilot}
  - {id: bought, name: E, status: pilot, purchased_on: 2026-06-01}
  - {id: undated, name: F, status: pilot}
  - {id: rolling, name: G, status: implementing}
  - {id: year, name: H, live_on: 2025-11-23}
  - {id: older, name: I, live_on: 2025-11-22}
  - {id: bound, name: J, live_on: {before: 2026-11-20}}
)",
       "tool.too_early", R"(
tool early too_early = true
tool late too_early = false
tool today too_early = true
tool over too_early = false
tool bought too_early = true
tool undated too_early = unknown (live_on)
tool rolling too_early = unknown (live_on)
tool year too_early = true
tool older too_early = false
tool bound too_early = unknown at least 3 (live_on)
)"},
      {"whether anything is said of its use, and whom an enabling tool supports", R"(
tools:
  - {id: silent, name: A}
  - {id: seats, name: B, seats: {purchased: 3}}
  - {id: users, name: C, usage: {active: 0}}
  - {id: guard, name: D, kind: security, supports: [users, seats, ring]}
  - {id: ring, name: E, kind: integration, supports: [guard]}
)",
       "tool.examined tool.spend_targets", R"(
tool silent examined = false
tool seats examined = true
tool users examined = true
tool guard examined = true
tool ring examined = false
tool silent spend_targets = []
tool seats spend_targets = []
tool users spend_targets = []
tool guard spend_targets = [seats, users]
tool ring spend_targets = [seats, users]
)"},
  };
  check(cases);
}

TEST_CASE("what is paid outside of tools, and once") {
  static constexpr Case cases[] = {
      {"committed, else spent, of the martech budgets that run", R"(
budgets:
  - {id: a, kind: martech, amount: 1000, committed: 730, spent: 10, period: {starts: 2026-01-01, ends: 2026-12-31}}
  - {id: b, kind: martech, amount: 1000, spent: 10, period: {starts: 2026-11-01, ends: 2026-11-30}}
  - {id: c, kind: media, amount: 1000, committed: 500, period: {starts: 2026-01-01, ends: 2026-12-31}}
  - {id: d, kind: martech, amount: 1000, committed: 500, period: {starts: 2025-01-01, ends: 2025-12-31}}
tools: []
)",
       "org.martech_budget_use", R"(
organisation martech_budget_use = 851.67
)"},
      {"no budget says anything", R"(
budgets: [{id: a, kind: martech, amount: 1000, period: {starts: 2026-01-01, ends: 2026-12-31}}]
tools: []
)",
       "org.martech_budget_use", R"(
organisation martech_budget_use = unknown (budgets)
)"},
      {"implementation, training and what was bought once", R"(
tools:
  - {id: a, name: A, one_time: {implementation: {amount: 100}, training: {amount: 20}}}
  - {id: b, name: B, cost: {amount: 500, per: once}}
  - {id: c, name: C, status: retired, one_time: {implementation: {amount: 7}}}
)",
       "org.sunk_costs", R"(
organisation sunk_costs = 620.00
)"},
  };
  check(cases);
}

TEST_CASE("what may be paid for a tool, and what a seat is worth for sure") {
  static constexpr Case cases[] = {{"stated and paid", R"(
ledger:
  - {tool: less, amount: 50, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: more, amount: 200, period: {starts: 2025-11-24, ends: 2026-11-23}}
tools:
  - {id: less, name: A, cost: {amount: 100, per: year}, seats: {purchased: 10}}
  - {id: more, name: B, cost: {amount: 100, per: year}, seats: {purchased: 10}}
  - {id: none, name: C, cost: {amount: 100, per: year}, seats: {purchased: 10}}
  - {id: dark, name: D, seats: {purchased: 10}}
)",
                                    "tool.most_spend tool.seat_cost", R"(
tool less most_spend = 100.00
tool more most_spend = 200.00
tool none most_spend = 100.00
tool dark most_spend = unknown (cost.amount)
tool less seat_cost = 5.0000
tool more seat_cost = 10.0000
tool none seat_cost = 10.0000
tool dark seat_cost = unknown (pricing.unit_price, cost)
)"}};
  check(cases);
}
