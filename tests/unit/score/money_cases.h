// Findings with money, written down or generated.
#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "martech_audit/money.h"
#include "score/ledger.h"
#include "unit/score/cases.h"

namespace martech_audit::score_test {

inline Currency eur() { return *Currency::parse("EUR"); }
inline Money euros(std::int64_t minor) { return {minor, eur()}; }

inline Claim claim(MoneyClass money_class, std::int64_t minor) {
  return {money_class, euros(minor), euros(0), {}};
}
inline Claim recoverable(std::int64_t minor) { return claim(MoneyClass::recoverable, minor); }

inline Finding finding(std::uint32_t rule, EntityRef entity, std::uint32_t index, std::vector<Claim> claims) {
  Finding made;
  made.rule = rule;
  made.entity = entity;
  made.entity_index = index;
  made.claims = std::move(claims);
  return made;
}
inline Finding on_tool(std::uint32_t rule, std::uint32_t tool, std::vector<Claim> claims) {
  static constexpr std::array<std::string_view, 5> ids{"t0", "t1", "t2", "t3", "t4"};
  return finding(rule, {EntityKind::tool, ids[tool], ids[tool]}, tool, std::move(claims));
}

// The rules of the examples: retire before seats before plan, as their packs say.
inline std::vector<Rule> licence_rules() {
  std::vector<Rule> rules{rule("shelfware", 30), rule("unused-licences", 20), rule("lower-plan", 10),
                          rule("a-loner", 10)};
  rules[1].explained_by = {"shelfware"};
  rules[2].explained_by = {"unused-licences", "shelfware", "a-rule-that-is-off"};
  return rules;
}

struct MoneyCase {
  std::vector<Rule> rules;
  Costs costs;
  std::deque<std::string> ids;  // of the tools, then of the budgets
  std::vector<Finding> findings;
  std::vector<Finding> waived;

  // All tools are in use.
  MoneySummary settle() {
    LedgerInput input{rules, costs, eur(), {}, 0};
    for (const auto& one : costs) {
      if (!one) ++input.tools_without_cost;
      if (one)
        input.total_cost = saturating_add(input.total_cost.value_or(0), std::max<std::int64_t>(*one, 0));
    }
    return allocate(input, findings, waived);
  }
};

// Up to 6 rules over up to 12 tools, 3 budgets and the organisation, up to 3 claims a finding.
inline MoneyCase make_money_case(Random& random) {
  constexpr std::array classes{MoneyClass::recoverable, MoneyClass::recoverable, MoneyClass::at_risk,
                               MoneyClass::exposed, MoneyClass::opportunity};
  MoneyCase made;
  const auto tools = static_cast<std::uint32_t>(1 + random.below(12));
  constexpr std::uint32_t budgets = 3;
  for (std::uint32_t i = 0; i < tools; ++i) made.costs.push_back(cost(random));
  for (std::uint32_t i = 0; i < tools + budgets; ++i) made.ids.push_back("id-" + std::to_string(i));
  const auto rules = static_cast<std::uint32_t>(1 + random.below(6));
  for (std::uint32_t r = 0; r < rules; ++r) {
    made.rules.push_back(rule("rule-" + std::to_string(r), 10));
    for (std::uint32_t cause = 0; cause < r; ++cause) {
      if (random.chance(30)) made.rules.back().explained_by.push_back("rule-" + std::to_string(cause));
    }
  }
  for (std::uint32_t r = 0; r < rules; ++r) {
    for (std::uint32_t e = 0; e < tools + budgets + 1; ++e) {
      if (random.chance(40)) continue;
      std::vector<Claim> claims;
      for (std::uint64_t i = random.below(4); i > 0; --i) {
        claims.push_back(claim(classes[random.below(classes.size())], cost(random).value_or(0)));
      }
      const bool of_tool = e < tools;
      const bool of_budget = !of_tool && e < tools + budgets;
      EntityRef entity;
      if (of_tool) entity = {EntityKind::tool, made.ids[e], made.ids[e]};
      if (of_budget) entity = {EntityKind::budget, made.ids[e], made.ids[e]};
      auto& list = random.chance(20) ? made.waived : made.findings;
      list.push_back(finding(r, entity, of_tool ? e : of_budget ? e - tools : 0, std::move(claims)));
    }
  }
  return made;
}

}  // namespace martech_audit::score_test
