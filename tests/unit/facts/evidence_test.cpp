// Where evidence begins and ends to count: one more or less than the limit, and what is marked or says
// nothing.
#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what a KPI has gained") {
  static constexpr Case cases[] = {
      {"where less is better, what it fell by is the gain, and progress", R"(
tools: [{id: ga4, name: G}]
kpis:
  - {id: cheaper, baseline: 20, target: 10, current: 15, source: ga4, measured_on: 2026-10-01, worth: 100}
  - {id: dearer, baseline: 20, target: 10, current: 25, source: ga4, measured_on: 2026-10-01, worth: 100}
  - {id: aimless, baseline: 20, current: 25, source: ga4, measured_on: 2026-10-01, worth: 100}
  - {id: dollars, baseline: 20, target: 30, current: 22.5, source: ga4, measured_on: 2026-10-01, worth: {amount: 10, currency: USD}}
)",
       "kpi.gain kpi.progress", R"(
kpi cheaper gain = 500.0000
kpi dearer gain = -500.0000
kpi aimless gain = 500.0000
kpi dollars gain = 23.0000
kpi cheaper progress = 0.5000
kpi dearer progress = -0.5000
kpi aimless progress = unknown (target)
kpi dollars progress = 0.2500
)"},
      {"the last day counts, of the current value and of the history, in whatever order", R"(
tools: [{id: ga4, name: G}]
kpis:
  - {id: a, baseline: 0, target: 10, source: ga4, current: 1, measured_on: 2026-09-01, history: [{"on": 2026-08-01, value: 2}]}
  - {id: b, baseline: 0, target: 10, source: ga4, current: 1, measured_on: 2026-09-01, history: [{"on": 2026-10-01, value: 3}, {"on": 2026-09-15, value: 4}]}
  - {id: c, baseline: 0, target: 10, source: ga4, current: 1, measured_on: 2026-09-01, history: [{"on": 2026-09-01, value: 5}]}
  - {id: d, baseline: 0, target: 10, source: ga4, history: [{value: 6}, {"on": 2026-09-01}]}
  - {id: e, baseline: 0, target: 10, source: ga4, current: 7}
)",
       "kpi.progress kpi.measurement_age_days kpi.measured", R"(
kpi a measured = true
kpi b measured = true
kpi c measured = true
kpi d measured = false
kpi e measured = false
kpi a measurement_age_days = 83
kpi b measurement_age_days = 53
kpi c measurement_age_days = 83
kpi d measurement_age_days = unknown (measured_on)
kpi e measurement_age_days = unknown (measured_on)
kpi a progress = 0.1000
kpi b progress = 0.3000
kpi c progress = 0.1000
kpi d progress = unknown (current)
kpi e progress = unknown (current)
)"},
      {"whoever measures by hand must be there, and a tool must be active", R"(
teams: [{id: crm}, {id: empty}]
people: [{id: mai, team: crm}, {id: gone, left_on: 2026-11-22}]
tools: [{id: live, name: L}, {id: trial, name: T, status: pilot}, {id: over, name: O, status: retired}]
kpis:
  - {id: a, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: manual, owner: mai}
  - {id: b, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: manual, owner: gone}
  - {id: c, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: manual}
  - {id: d, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: live}
  - {id: e, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: over}
  - {id: f, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: {not_applicable: a survey}}
)",
       "kpi.measured", R"(
kpi a measured = true
kpi b measured = false
kpi c measured = false
kpi d measured = true
kpi e measured = false
kpi f measured = unknown (source: a survey)
)"},
  };
  check(cases);
}

namespace {

// So many business tools name the KPI, so many others do not; the first says how, if at all.
std::string shared_kpi(int naming, int others, std::string_view how = ", objectives: [grow]") {
  std::string lists =
      "objectives: [{id: grow, status: active, kpis: [rate]}]\n"
      "kpis: [{id: rate, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: manual, owner: "
      "mai}]\n"
      "tools:\n";
  for (int i = 0; i < naming + others; ++i) {
    lists += "  - {id: t" + std::to_string(i) + ", name: T" + std::to_string(i);
    if (i < naming) lists += ", kpis: [rate]";
    lists += i == 0 ? how : ", objectives: [grow]";
    lists += "}\n";
  }
  const std::string facts = facts_in(lists, "tool.measured_kpis");
  return facts.substr(0, facts.find('\n'));
}

}  // namespace

TEST_CASE(
    "a KPI that a third of the tools and five at least name proves nothing for those that do not say how") {
  const std::string proven = "tool t0 measured_kpis = [rate]";
  const std::string open = "tool t0 measured_kpis = unknown (objectives)";
  CHECK(shared_kpi(4, 0) == proven);
  CHECK(shared_kpi(5, 0) == open);
  CHECK(shared_kpi(5, 9) == open);
  CHECK(shared_kpi(5, 10) == proven);  // just a third
  CHECK(shared_kpi(6, 11) == open);
  CHECK(shared_kpi(5, 0, ", objectives: [{id: grow, how: sends the win-back series}]") == proven);
  CHECK(shared_kpi(5, 0, ", objectives: [{id: grow, how: helps}]") == open);
}

TEST_CASE("how much of the spend is measured") {
  static constexpr Case cases[] = {
      {"of business tools in use, by what they cost", R"(
kpis: [{id: rate, baseline: 0, target: 1, current: 1, measured_on: 2026-10-01, source: manual, owner: mai}]
tools:
  - {id: a, name: A, kpis: [rate], cost: {amount: 30, per: year}}
  - {id: b, name: B, cost: {amount: 10, per: year}}
  - {id: c, name: C, kpis: [rate], status: retired, cost: {amount: 1000, per: year}}
  - {id: d, name: D, kind: infrastructure, cost: {amount: 1000, per: year}}
  - {id: e, name: E, kpis: [rate]}
)",
       "org.measured_spend_share", R"(
organisation measured_spend_share = 0.7500
)"},
      {"where no business tool costs anything all of it is", R"(
tools: [{id: a, name: A, kind: security, cost: {amount: 30, per: year}}]
)",
       "org.measured_spend_share", R"(
organisation measured_spend_share = 1.0000
)"},
  };
  check(cases);
}

TEST_CASE("what is marked as not applicable lacks nothing") {
  static constexpr Case cases[] = {
      {"essential facts, each by its mark", R"(
tools:
  - {id: a, name: A, category: {not_applicable: x y}, contract: {ends: {not_applicable: x y}}, cost: {not_applicable: x y},
     live_on: {not_applicable: x y}, objectives: {not_applicable: x y}, owner: {not_applicable: x y},
     pricing: {metrics: {not_applicable: x y}}, problem: {not_applicable: x y}}
  - {id: b, name: B, purchased_on: 2020-01-01, supports: [a], contract: {not_applicable: open source}}
  - {id: c, name: C, kind: integration, supports: [a], cost: {amount: 5}}
)",
       "tool.missing_essentials", R"(
tool a missing_essentials = []
tool b missing_essentials = ['category', 'cost', 'objectives', 'owner', 'pricing.metrics', 'problem']
tool c missing_essentials = ['category', 'contract.ends', 'cost', 'live_on', 'owner', 'pricing.metrics', 'problem']
)"},
      {"half by head, half by cost: a costly tool that says little weighs more", R"(
tools:
  - {id: a, name: A, cost: {amount: 30, per: year}, owner: Mai, category: crm, problem: sends mail to buyers}
  - {id: b, name: B, cost: {amount: 90, per: year}}
)",
       "org.completeness", R"(
organisation completeness = 0.2656
)"},
  };
  check(cases);
}

namespace {

// A person in the innermost of so many teams within each other; the tool is used by the outermost.
std::string nested_skill(int depth, bool in_a_circle) {
  std::string lists = "teams:\n";
  for (int i = 0; i < depth; ++i) {
    lists += "  - {id: t" + std::to_string(i);
    if (i > 0) lists += ", parent: t" + std::to_string(i - 1);
    if (i == 0 && in_a_circle) lists += ", parent: t" + std::to_string(depth - 1);
    lists += "}\n";
  }
  lists += "people: [{id: mai, team: t" + std::to_string(depth - 1) + ", skills: {sql: 2}}]\n" +
           "tools: [{id: a, name: A, user_teams: [t0], skills_needed: {sql: 2}}]\n";
  return facts_in(lists, "tool.skill_gaps");
}

}  // namespace

TEST_CASE("skills are found in teams within teams, sixteen deep") {
  CHECK(nested_skill(1, false) == "tool a skill_gaps = []\n");
  CHECK(nested_skill(16, false) == "tool a skill_gaps = []\n");
  CHECK(nested_skill(17, false) == "tool a skill_gaps = ['sql']\n");
}

TEST_CASE("who has the skills around a tool") {
  static constexpr Case cases[] = {
      {"a level too low is none, and one person with two roles is one", R"(
teams: [{id: crm}]
people:
  - {id: mai, team: crm, skills: {sql: 3, css: 4}}
  - {id: bo, team: crm, skills: {sql: 2, css: 4}}
tools:
  - {id: a, name: A, owner: mai, technical_owner: mai, backup_owner: mai, skills_needed: {sql: 3}}
  - {id: b, name: B, owner: mai, user_teams: [crm], skills_needed: {sql: 3, css: 4}}
  - {id: c, name: C, owner: bo, skills_needed: {sql: 3}}
  - {id: d, name: D, owner: bo, backup_owner: mai, skills_needed: {css: 4}}
  - {id: e, name: E, skills_needed: {sql: 1}}
)",
       "tool.skill_gaps tool.lone_skills", R"(
tool a lone_skills = ['sql']
tool b lone_skills = ['sql']
tool c lone_skills = []
tool d lone_skills = []
tool e lone_skills = []
tool a skill_gaps = []
tool b skill_gaps = []
tool c skill_gaps = ['sql']
tool d skill_gaps = []
tool e skill_gaps = ['sql']
)"},
      {"whoever leaves today is gone, whoever leaves tomorrow is there", R"(
teams: [{id: crm}]
people: [{id: mai, team: crm, skills: {sql: 3}, left_on: 2026-11-24}, {id: bo, team: crm, skills: {css: 3}, left_on: 2026-11-23}]
tools: [{id: a, name: A, owner: crm, skills_needed: {sql: 3, css: 3}}]
)",
       "tool.skill_gaps tool.lone_skills", R"(
tool a lone_skills = ['sql']
tool a skill_gaps = ['css']
)"},
  };
  check(cases);
}

TEST_CASE("seats, users and units at their edges") {
  static constexpr Case cases[] = {
      {"a minimum above what was bought binds nobody; planned seats are needed", R"(
tools:
  - {id: a, name: A, seats: {purchased: 10, contract_minimum: 10}, usage: {active: 2}}
  - {id: b, name: B, seats: {purchased: 10, contract_minimum: 11}, usage: {active: 2}}
  - {id: c, name: C, seats: {contract_minimum: 11}, usage: {active: 2}}
  - {id: d, name: D, seats: {purchased: 10, planned: 9, contract_minimum: 5}, usage: {active: 2}}
)",
       "tool.seat_floor", R"(
tool a seat_floor = 10
tool b seat_floor = 2
tool c seat_floor = 11
tool d seat_floor = 11
)"},
      {"as many as were bought are not too many, one more is", R"(
tools:
  - {id: a, name: A, seats: {purchased: 10}, usage: {active: 10}}
  - {id: b, name: B, seats: {purchased: 10}, usage: {active: 11}}
  - {id: c, name: C, seats: {purchased: 0}, usage: {active: 1}}
)",
       "tool.over_used tool.utilisation", R"(
tool a over_used = false
tool b over_used = true
tool c over_used = true
tool a utilisation = 1.0000
tool b utilisation = 1.1000
tool c utilisation = 1.0000
)"},
      {"an old count of features leaves the units, and nothing leaves what is missing", R"(
tools:
  - {id: a, name: A, usage: {features_used: 1, features_available: 10, measured_on: 2026-07-26}, consumption: {committed: 10, consumed: 9}}
  - {id: b, name: B, usage: {features_used: 1, features_available: 10, measured_on: 2026-07-25}, consumption: {committed: 10, consumed: 9}}
  - {id: c, name: C, usage: {features_used: 1, features_available: 10, measured_on: {before: 2026-11-01}}}
)",
       "tool.capability_use", R"(
tool a capability_use = 0.1000
tool b capability_use = 0.9000
tool c capability_use = unknown (usage.measured_on, consumption.consumed, consumption.committed)
)"},
      {"the last activity before the count, and a bound on either", R"(
tools:
  - {id: a, name: A, usage: {measured_on: 2026-11-01, last_activity_on: 2026-10-31}}
  - {id: b, name: B, usage: {measured_on: 2026-11-01, last_activity_on: 2026-11-02}}
  - {id: c, name: C, usage: {measured_on: {before: 2026-11-01}, last_activity_on: 2026-10-01}}
)",
       "tool.idle_before_count_days tool.idle_days", R"(
tool a idle_before_count_days = 1
tool b idle_before_count_days = -1
tool c idle_before_count_days = unknown (usage.measured_on)
tool a idle_days = 23
tool b idle_days = 21
tool c idle_days = 53
)"},
  };
  check(cases);
}

TEST_CASE("payments at the edges of the year") {
  static constexpr Case cases[] = {
      {"what was paid for a day more than a year ago says nothing; overlaps count their days "
       "once; a refund without a note is not counted",
       R"(
ledger:
  - {tool: a, amount: 10, period: {starts: 2025-11-23, ends: 2025-11-24}}
  - {tool: b, amount: 10, period: {starts: 2026-11-22, ends: 2026-11-22}}
  - {tool: c, amount: 10, period: {starts: 2026-11-01, ends: 2026-11-10}}
  - {tool: c, amount: 10, period: {starts: 2026-11-01, ends: 2026-11-10}}
  - {tool: d, amount: 10, period: {starts: 2026-11-01, ends: 2026-11-10}}
  - {tool: d, amount: -10, period: {starts: 2026-11-01, ends: 2026-11-10}, note: credit note 4711}
  - {tool: e, amount: 10, period: {starts: 2026-11-01, ends: 2026-11-10}}
  - {tool: e, amount: -10, period: {starts: 2026-11-01, ends: 2026-11-10}}
tools: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}, {id: e, name: E}]
)",
       "tool.paid_yearly", R"(
tool a paid_yearly = 1825.00
tool b paid_yearly = 3650.00
tool c paid_yearly = 730.00
tool d paid_yearly = 0.00
tool e paid_yearly = 365.00
)"},
  };
  check(cases);
}
