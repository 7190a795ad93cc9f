#include <fmt/format.h>

#include <random>

#include "martech_audit/money.h"
#include "support.h"
#include "support/sample.h"

using namespace martech_audit;
using namespace martech_audit::test;

TEST_CASE("which objectives tools serve") {
  static constexpr Case cases[] = {
      {"active ones; a status that nobody gives matters where there is no other", R"(
objectives:
  - {id: grow, status: active, priority: 1}
  - {id: keep, status: active, priority: 2}
  - {id: old, status: closed, priority: 1}
  - {id: open, priority: 3}
tools:
  - {id: a, name: A, objectives: [keep, grow, keep]}
  - {id: b, name: B, objectives: [old]}
  - {id: c, name: C, objectives: [open, old]}
  - {id: d, name: D, objectives: [open, keep]}
  - {id: e, name: E}
  - {id: f, name: F, objectives: {not_applicable: the law asks for it}}
)",
       "tool.active_objectives tool.linked tool.serves_priority_one", R"(
tool a active_objectives = [keep, grow]
tool b active_objectives = []
tool c active_objectives = unknown (objective open.status)
tool d active_objectives = [keep]
tool e active_objectives = []
tool f active_objectives = unknown (objectives: the law asks for it)
tool a linked = true
tool b linked = false
tool c linked = unknown (objective open.status)
tool d linked = true
tool e linked = false
tool f linked = unknown (objectives: the law asks for it)
tool a serves_priority_one = unknown (objective open.status)
tool b serves_priority_one = false
tool c serves_priority_one = unknown (objective open.status)
tool d serves_priority_one = unknown (objective open.status)
tool e serves_priority_one = false
tool f serves_priority_one = unknown (objectives: the law asks for it)
)"},
      {"the first rank is the smallest number in use", R"(
objectives: [{id: grow, status: active, priority: 2}, {id: keep, status: active, priority: 3}, {id: old, status: closed}]
tools:
  - {id: a, name: A, objectives: [keep, grow]}
  - {id: b, name: B, objectives: [keep]}
)",
       "tool.serves_priority_one", R"(
tool a serves_priority_one = true
tool b serves_priority_one = false
)"},
      {"enabling tools are linked through what they support, also in circles", R"(
objectives:
  - {id: grow, status: active, requires: [email]}
  - {id: open, requires: [sms]}
capabilities: [{id: email}, {id: sms}, {id: print}, {id: seo, objective: grow}]
tools:
  - {id: shop, name: S, objectives: [grow]}
  - {id: fax, name: F}
  - {id: old, name: O, status: retired, objectives: [grow]}
  - {id: a, name: A, kind: integration, supports: [b, fax]}
  - {id: b, name: B, kind: integration, supports: [a, c]}
  - {id: c, name: C, kind: security, supports: [shop]}
  - {id: d, name: D, kind: security, supports: [d, e]}
  - {id: e, name: E, kind: security, supports: [d]}
  - {id: f, name: F, kind: infrastructure, supports: [email]}
  - {id: g, name: G, kind: infrastructure, supports: [print, sms]}
  - {id: h, name: H, kind: compliance, supports: [old]}
  - {id: i, name: I, kind: compliance, supports: [seo]}
  - {id: j, name: J, supports: [shop]}
)",
       "tool.linked tool.supports_something", R"(
tool shop linked = true
tool fax linked = false
tool old linked = true
tool a linked = true
tool b linked = true
tool c linked = true
tool d linked = false
tool e linked = false
tool f linked = true
tool g linked = unknown (objective open.status)
tool h linked = false
tool i linked = true
tool j linked = false
tool shop supports_something = false
tool fax supports_something = false
tool old supports_something = false
tool a supports_something = true
tool b supports_something = true
tool c supports_something = true
tool d supports_something = true
tool e supports_something = true
tool f supports_something = true
tool g supports_something = true
tool h supports_something = false
tool i supports_something = true
tool j supports_something = true
)"},
      {"the roadmap", R"(
strategy: {roadmap: [{id: r, tools: [a]}]}
tools: [{id: a, name: A}, {id: b, name: B}]
)",
       "tool.on_roadmap", R"(
tool a on_roadmap = true
tool b on_roadmap = false
)"},
      {"no roadmap", "tools: [{id: a, name: A}]", "tool.on_roadmap", R"(
tool a on_roadmap = unknown (organisation.strategy.roadmap)
)"},
      {"more than three bare links are no answer until one says how", R"(
objectives: [{id: a, status: active}, {id: b, status: active}, {id: c, status: active}, {id: d, status: closed}]
tools:
  - {id: all, name: A, objectives: [a, b, c, d]}
  - {id: some, name: S, objectives: [a, b, c]}
  - {id: told, name: T, objectives: [a, b, c, {id: d, how: sends the series}]}
)",
       "tool.links_known tool.active_objectives", R"(
tool all active_objectives = unknown (objectives)
tool some active_objectives = [a, b, c]
tool told active_objectives = [a, b, c]
tool all links_known = unknown (objectives)
tool some links_known = true
tool told links_known = true
)"},
  };
  check(cases);
}

constexpr std::string_view money =
    "org.spend_by_objective org.spend_off_strategy org.spend_off_strategy_share org.priority_one_spend_share "
    "org.lowest_priority_spend_share objective.spend";

TEST_CASE("where the money goes") {
  static constexpr Case cases[] = {
      {"split equally, to the last cent; the rest is off strategy", R"(
objectives:
  - {id: grow, status: active, priority: 1}
  - {id: keep, status: active, priority: 2}
  - {id: old, status: closed, priority: 1}
tools:
  - {id: a, name: A, objectives: [keep, grow, old], cost: {amount: 100.01, per: year}}
  - {id: b, name: B, objectives: [old], cost: {amount: 50, per: year}}
  - {id: c, name: C, cost: {amount: 50, per: year}}
  - {id: d, name: D, objectives: [grow]}
  - {id: e, name: E, status: retired, cost: {amount: 1000, per: year}}
  - {id: f, name: F, objectives: {not_applicable: the law asks for it}, cost: {amount: 1, per: year}}
)",
       money, R"(
organisation lowest_priority_spend_share = 0.2488
organisation priority_one_spend_share = 0.2487
organisation spend_by_objective = {'': 101.00, 'grow': 50.00, 'keep': 50.01}
organisation spend_off_strategy = 101.00
organisation spend_off_strategy_share = 0.5025
objective grow spend = 50.00
objective keep spend = 50.01
objective old spend = 0.00
)"},
      {"what tools off strategy cost must be known", R"(
objectives: [{id: grow, status: active, priority: 1}]
tools:
  - {id: a, name: A, objectives: [grow]}
  - {id: b, name: B}
  - {id: c, name: C, cost: {amount: 50, per: year}}
  - {id: d, name: D, status: retired}
)",
       "org.off_strategy_costs_known", R"(
organisation off_strategy_costs_known = unknown (tool b.cost)
)"},
      {"enabling spend follows what it supports", R"(
objectives:
  - {id: grow, status: active, priority: 1, requires: [email]}
  - {id: keep, status: active, priority: 1, requires: [email]}
tools:
  - {id: shop, name: S, objectives: [grow]}
  - {id: fax, name: F}
  - {id: a, name: A, kind: integration, supports: [b, fax], cost: {amount: 30, per: year}}
  - {id: b, name: B, kind: integration, supports: [a, shop], cost: {amount: 10, per: year}}
  - {id: c, name: C, kind: security, supports: [email, shop], cost: {amount: 8, per: year}}
  - {id: d, name: D, kind: security, supports: [print], cost: {amount: 2, per: year}}
  - {id: e, name: E, kind: security, supports: [fax], objectives: [keep], cost: {amount: 5, per: year}}
  - {id: f, name: F, kind: security, cost: {amount: 3, per: year}}
)",
       money, R"(
organisation lowest_priority_spend_share = 0.0000
organisation priority_one_spend_share = 0.5690
organisation spend_by_objective = {'': 25.00, 'grow': 26.00, 'keep': 7.00}
organisation spend_off_strategy = 25.00
organisation spend_off_strategy_share = 0.4310
objective grow spend = 26.00
objective keep spend = 7.00
)"},
      {"no objectives: not known, never all of it", R"(
tools: [{id: a, name: A, cost: {amount: 1, per: year}}]
)",
       money, R"(
organisation lowest_priority_spend_share = unknown (objectives)
organisation priority_one_spend_share = unknown (objectives)
organisation spend_by_objective = unknown (objectives)
organisation spend_off_strategy = unknown (objectives)
organisation spend_off_strategy_share = unknown (objectives)
)"},
      {"an empty list of objectives is none", R"(
objectives: []
tools: [{id: a, name: A, cost: {amount: 1, per: year}}]
)",
       "org.spend_off_strategy_share", R"(
organisation spend_off_strategy_share = unknown (objectives)
)"},
      {"no cost is known", R"(
objectives: [{id: grow, status: active, priority: 1}]
tools: [{id: a, name: A}]
)",
       money, R"(
organisation lowest_priority_spend_share = unknown (tool a.cost)
organisation priority_one_spend_share = unknown (tool a.cost)
organisation spend_by_objective = unknown (tool a.cost)
organisation spend_off_strategy = unknown (tool a.cost)
organisation spend_off_strategy_share = unknown (tool a.cost)
objective grow spend = unknown (tool a.cost)
)"},
      {"nothing is paid", R"(
objectives: [{id: grow, status: active, priority: 1}]
tools: [{id: a, name: A, pricing: {metrics: [free]}}]
)",
       money, R"(
organisation lowest_priority_spend_share = 0.0000
organisation priority_one_spend_share = 0.0000
organisation spend_by_objective = {}
organisation spend_off_strategy = 0.00
organisation spend_off_strategy_share = 0.0000
objective grow spend = 0.00
)"},
      {"money on an objective that may be pursued or not", R"(
objectives: [{id: grow, status: active, priority: 1}, {id: open, priority: 2}]
tools: [{id: a, name: A, objectives: [open], cost: {amount: 1, per: year}}]
)",
       money, R"(
organisation lowest_priority_spend_share = unknown (objective open.status)
organisation priority_one_spend_share = unknown (objective open.status)
organisation spend_by_objective = unknown (objective open.status)
organisation spend_off_strategy = unknown (objective open.status)
organisation spend_off_strategy_share = unknown (objective open.status)
objective grow spend = unknown (objective open.status)
objective open spend = unknown (status)
)"},
      {"ranks that are not given leave the rest known", R"(
objectives: [{id: grow, status: active}, {id: keep, status: active, priority: 2}]
tools: [{id: a, name: A, objectives: [grow], cost: {amount: 1, per: year}}]
)",
       money, R"(
organisation lowest_priority_spend_share = unknown (objective grow.priority)
organisation priority_one_spend_share = unknown (objective grow.priority)
organisation spend_by_objective = {'grow': 1.00}
organisation spend_off_strategy = 0.00
organisation spend_off_strategy_share = 0.0000
objective grow spend = 1.00
objective keep spend = 0.00
)"},
  };
  check(cases);
}

TEST_CASE("days to the due date") {
  static constexpr Case cases[] = {
      {"a deadline is exact or none", R"(
objectives: [{id: a, due: 2026-12-31}, {id: b, due: 2026-11-01}, {id: c, due: {before: 2027-01-01}}, {id: d}]
)",
       "objective.days_to_due", R"(
objective a days_to_due = 38
objective b days_to_due = -22
objective c days_to_due = unknown (due)
objective d days_to_due = unknown (due)
)"},
  };
  check(cases);
}

// Tools of all kinds that support each other at random; every second objective is active.
std::string random_stack(std::mt19937& random, bool reversed) {
  const auto pick = [&](unsigned n) { return random() % n; };
  std::vector<std::string> tools;
  for (unsigned i = 0; i < 30; ++i) {
    std::string tool =
        fmt::format("  - {{id: t{}, name: T, cost: {{amount: {}.{:02}, per: year}}", i, pick(900), pick(100));
    if (pick(2) == 0)
      tool += fmt::format(", kind: integration, supports: [t{}, t{}, c{}]", pick(30), pick(30), pick(5));
    if (pick(3) == 0) tool += fmt::format(", objectives: [o{}, o{}]", pick(6), pick(6));
    tools.push_back(tool + "}\n");
  }
  std::vector<std::string> objectives;
  for (unsigned i = 0; i < 6; ++i) {
    objectives.push_back(fmt::format("  - {{id: o{}, priority: {}, status: {}, requires: [c{}, c{}]}}\n", i,
                                     1 + pick(3), i % 2 == 0 ? "active" : "closed", pick(5), pick(5)));
  }
  if (reversed) {
    std::reverse(tools.begin(), tools.end());
    std::reverse(objectives.begin(), objectives.end());
  }
  std::string text = "objectives:\n";
  for (const auto& objective : objectives) text += objective;
  text += "tools:\n";
  for (const auto& tool : tools) text += tool;
  return text;
}

TEST_CASE("every cent goes to one place, and the order of the lists changes nothing") {
  for (unsigned seed = 0; seed < sample_of(60); ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::mt19937 again(seed);
    const Inventory inventory = inventory_of(random_stack(random, false));
    const Inventory reversed = inventory_of(random_stack(again, true));
    Diagnostics notes;
    const Facts facts = derive_facts(inventory, monday, notes);
    const Facts same = derive_facts(reversed, monday, notes);
    std::int64_t sum = facts.of(inventory.organisation(), "spend_off_strategy", memory).as_integer();
    for (const Record& objective : inventory.entities(EntityKind::objective)) {
      sum += facts.of(objective, "spend", memory).as_integer();
    }
    CHECK(sum == facts.of(inventory.organisation(), "total_cost", memory).as_integer());

    auto sorted = [](const std::string& text) {
      std::istringstream lines(text);
      std::vector<std::string> all;
      for (std::string line; std::getline(lines, line);) all.push_back(line);
      std::sort(all.begin(), all.end());
      return all;
    };
    CHECK(sorted(dump(inventory, facts)) == sorted(dump(reversed, same)));
  }
}
