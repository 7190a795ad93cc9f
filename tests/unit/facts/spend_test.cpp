#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what a tool costs a year") {
  static constexpr Case cases[] = {
      {"every period, in the organisation's currency", R"(
tools:
  - {id: a, name: A, cost: {amount: 100.10, per: month}}
  - {id: b, name: B, cost: {amount: 100, per: quarter}}
  - {id: c, name: C, cost: {amount: 100, per: year}}
  - {id: d, name: D, cost: {amount: 100, per: once}}
)",
       "tool.annual_cost tool.cost_share", R"(
tool a annual_cost = 1201.20
tool b annual_cost = 400.00
tool c annual_cost = 100.00
tool d annual_cost = 0.00
tool a cost_share = 0.7061
tool b cost_share = 0.2351
tool c cost_share = 0.0588
tool d cost_share = 0.0000
)"},
      {"brought to a year before it is converted, rounded once", R"(
tools:
  - {id: dollars, name: D, cost: {amount: 0.11, currency: USD, per: month}}
  - {id: yen, name: Y, cost: {amount: 1234, currency: JPY, per: year}}
)",
       "tool.annual_cost", R"(
tool dollars annual_cost = 1.21
tool yen annual_cost = 7.53
)"},
      {"a price without a period is no yearly cost; a mark keeps its reason", R"(
tools:
  - {id: a, name: A, cost: {amount: 100}}
  - {id: b, name: B, cost: {per: year}}
  - {id: c, name: C}
  - {id: d, name: D, cost: {not_applicable: paid by the holding}}
)",
       "tool.annual_cost tool.cost_share", R"(
tool a annual_cost = unknown (cost.per)
tool b annual_cost = unknown (cost.amount)
tool c annual_cost = unknown (cost)
tool d annual_cost = unknown (cost: paid by the holding)
tool a cost_share = unknown (cost.per)
tool b cost_share = unknown (cost.amount)
tool c cost_share = unknown (cost)
tool d cost_share = unknown (cost: paid by the holding)
)"},
      {"free tools", R"(
tools:
  - {id: a, name: A, pricing: {metrics: [free]}}
  - {id: b, name: B, pricing: {metrics: [free, seat]}}
  - {id: c, name: C, pricing: {metrics: [free]}, cost: {amount: 5, per: month}}
  - {id: d, name: D, cost: {amount: 5, per: month}}
  - {id: e, name: E}
)",
       "tool.annual_cost tool.free", R"(
tool a annual_cost = 0.00
tool b annual_cost = unknown (cost)
tool c annual_cost = 60.00
tool d annual_cost = 60.00
tool e annual_cost = unknown (cost)
tool a free = true
tool b free = false
tool c free = false
tool d free = false
tool e free = unknown (pricing.metrics)
)"},
      {"one seat: its price, else its part of the cost", R"(
tools:
  - {id: a, name: A, pricing: {unit_price: {amount: 75, per: month}}, cost: {amount: 1, per: year}}
  - {id: b, name: B, cost: {amount: 1000, per: year}, seats: {purchased: 3}}
  - {id: c, name: C, cost: {amount: 1000, per: year}, seats: {purchased: 0}}
  - {id: d, name: D}
)",
       "tool.unit_cost", R"(
tool a unit_cost = 900.00
tool b unit_cost = 333.3333
tool c unit_cost = unknown (pricing.unit_price)
tool d unit_cost = unknown (pricing.unit_price, cost, seats.purchased)
)"},
      {"a price is in the currency of the cost, unless it says another", R"(
tools:
  - {id: a, name: A, pricing: {unit_price: {amount: 10, per: year}}, cost: {amount: 1, currency: USD, per: year}}
  - {id: b, name: B, pricing: {unit_price: {amount: 10, currency: EUR, per: year}}, cost: {amount: 1, currency: USD, per: year}}
  - {id: c, name: C, pricing: {unit_price: {amount: 10, per: year}}, cost: {amount: 1, per: year}}
)",
       "tool.unit_cost", R"(
tool a unit_cost = 9.20
tool b unit_cost = 10.00
tool c unit_cost = 10.00
)"},
      {"a seat is worth what is really paid for it", R"(
tools:
  - {id: a, name: A, pricing: {unit_price: {amount: 500, per: year}}, cost: {amount: 10000, per: year}, seats: {purchased: 100}}
  - {id: b, name: B, pricing: {unit_price: {amount: 75, per: month}}, cost: {amount: 10000, per: year}, seats: {purchased: 10}}
  - {id: c, name: C, pricing: {unit_price: {amount: 75, per: month}}, seats: {purchased: 10}}
  - {id: d, name: D, pricing: {unit_price: {amount: 75, per: month}}, cost: {amount: 10000, per: year}}
  - {id: e, name: E, cost: {amount: 1000, per: year}, seats: {purchased: 3}}
  - {id: f, name: F}
)",
       "tool.seat_cost", R"(
tool a seat_cost = 100.0000
tool b seat_cost = 900.00
tool c seat_cost = 900.00
tool d seat_cost = 900.00
tool e seat_cost = 333.3333
tool f seat_cost = unknown (pricing.unit_price, cost, seats.purchased)
)"},
      {"a lower plan", R"(
tools:
  - {id: a, name: A, cost: {amount: 1000, per: month}, pricing: {lower_plan: {annual: {amount: 4000}}}}
  - {id: b, name: B, cost: {amount: 100, per: month}, pricing: {lower_plan: {annual: 4000}}}
  - {id: c, name: C, cost: {amount: 100, per: month}}
)",
       "tool.lower_plan_saving", R"(
tool a lower_plan_saving = 8000.00
tool b lower_plan_saving = 0.00
tool c lower_plan_saving = unknown (pricing.lower_plan.annual)
)"},
      {"whether every cost is known, and one that follows from a price and seats", R"(
tools:
  - {id: a, name: A, pricing: {metrics: [seat], unit_price: {amount: 10, per: month}}, seats: {purchased: 5}}
  - {id: b, name: B, pricing: {unit_price: {amount: 10, per: month}}, seats: {purchased: 5}}
  - {id: c, name: C, status: retired}
)",
       "tool.annual_cost org.costs_known", R"(
organisation costs_known = unknown (tool b.cost)
tool a annual_cost = 600.00
tool b annual_cost = unknown (cost)
tool c annual_cost = unknown (cost)
)"},
  };
  check(cases);
}

TEST_CASE("what all tools cost a year") {
  static constexpr Case cases[] = {
      {"tools in use with a known cost; the rest is counted", R"(
teams: [{id: crm, department: Marketing}, {id: it}]
tools:
  - {id: a, name: A, category: crm, owner: crm, cost: {amount: 100, per: year}}
  - {id: b, name: B, category: cdp, owner: it, status: retiring, cost: {amount: 30, per: year}}
  - {id: c, name: C, status: retired, cost: {amount: 1000, per: year}}
  - {id: d, name: D, status: evaluating, purchased_on: 2026-10-01, cost: {amount: 1000, per: year}}
  - {id: e, name: E, category: crm, cost: {amount: 20, per: year}}
  - {id: f, name: F}
  - {id: g, name: G, status: evaluating, cost: {amount: 5, per: year}}
)",
       "org.total_cost org.tools_without_cost org.costs_known_share org.spend_by_category "
       "org.spend_by_department "
       "org.active_tools",
       R"(
organisation active_tools = 3
organisation costs_known_share = 0.8000
organisation spend_by_category = {'': 1000.00, 'cdp': 30.00, 'crm': 120.00}
organisation spend_by_department = {'': 1050.00, 'Marketing': 100.00}
organisation tools_without_cost = 1
organisation total_cost = 1150.00
)"},
      {"no cost is known", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B, cost: {amount: 1}}
  - {id: c, name: C, status: retired}
)",
       "org.total_cost org.tools_without_cost org.costs_known_share org.spend_by_category", R"(
organisation costs_known_share = 0.0000
organisation spend_by_category = unknown (tool a.cost, tool b.cost.per)
organisation tools_without_cost = 2
organisation total_cost = unknown (tool a.cost, tool b.cost.per)
)"},
      {"a free tool says nothing of others", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B, pricing: {metrics: [free]}}
)",
       "org.total_cost org.costs_known_share org.spend_by_category", R"(
organisation costs_known_share = 0.5000
organisation spend_by_category = unknown (tool a.cost)
organisation total_cost = unknown (tool a.cost)
)"},
      {"no tools", "tools: []",
       "org.total_cost org.costs_known_share org.active_tools org.tools_without_cost", R"(
organisation active_tools = 0
organisation costs_known_share = 1.0000
organisation tools_without_cost = 0
organisation total_cost = 0.00
)"},
      {"no list of tools", "teams: []",
       "org.total_cost org.costs_known_share org.active_tools org.tools_without_cost org.spend_by_department",
       R"(
organisation active_tools = unknown (tools)
organisation costs_known_share = unknown (tools)
organisation spend_by_department = unknown (tools)
organisation tools_without_cost = unknown (tools)
organisation total_cost = unknown (tools)
)"},
  };
  check(cases);
}

TEST_CASE("amounts that are too large together are an error, not an overflow") {
  std::string tools = "tools:\n";
  for (char id = 'a'; id < 'i'; ++id)
    tools += std::string("  - {id: ") + id + ", name: N" + id +
             ", cost: {amount: 1_000_000_000_000_000, per: month}}\n";
  CHECK(notes_on(tools) == "error: the total annual cost of all tools is too large\n");
}
