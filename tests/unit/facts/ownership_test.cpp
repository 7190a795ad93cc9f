#include "support.h"

using namespace martech_audit::test;

TEST_CASE("who answers for tools") {
  static constexpr Case cases[] = {
      {"functions come from owners and users; a missing one matters while it could make two", R"(
teams:
  - {id: crm, function: marketing, department: Marketing}
  - {id: it, function: it, department: IT}
  - {id: shop}
people:
  - {id: mai, team: crm}
  - {id: bo, team: shop}
  - {id: jo}
tools:
  - {id: a, name: A, owner: mai, technical_owner: it, backup_owner: jo, user_teams: [crm, shop]}
  - {id: b, name: B, owner: mai, user_teams: [crm]}
  - {id: c, name: C}
  - {id: d, name: D, owner: bo, user_teams: [it, shop]}
  - {id: e, name: E, owner: jo}
)",
       "tool.functions tool.owner_department", R"(
tool a functions = ['it', 'marketing']
tool b functions = ['marketing']
tool c functions = []
tool d functions = unknown (team shop.function)
tool e functions = unknown (person jo.team)
tool a owner_department = 'Marketing'
tool b owner_department = 'Marketing'
tool c owner_department = unknown (owner)
tool d owner_department = unknown (team shop.department)
tool e owner_department = unknown (person jo.team)
)"},
      {"owners in free text have no function that anybody knows", R"(
tools:
  - {id: a, name: A, owner: Mai, user_teams: [CRM]}
  - {id: b, name: B, owner: {not_applicable: shared by all}}
)",
       "tool.functions tool.owner_department tool.owner_left", R"(
tool a functions = unknown (organisation.teams)
tool b functions = []
tool a owner_department = unknown (organisation.teams)
tool b owner_department = unknown (owner: shared by all)
tool a owner_left = false
tool b owner_left = unknown (owner: shared by all)
)"},
      {"people who have left", R"(
teams: [{id: crm}]
people:
  - {id: mai, left_on: 2026-11-23}
  - {id: bo, left_on: 2026-11-24}
  - {id: jo, left_on: {before: 2026-01-01}}
  - {id: al}
tools:
  - {id: a, name: A, owner: mai}
  - {id: b, name: B, owner: bo}
  - {id: c, name: C, owner: jo}
  - {id: d, name: D, owner: al}
  - {id: e, name: E, owner: crm}
  - {id: f, name: F}
)",
       "tool.owner_left person.left party.left", R"(
person mai left = true
person bo left = false
person jo left = true
person al left = false
party mai left = true
party bo left = false
party jo left = true
party al left = false
party crm left = false
tool a owner_left = true
tool b owner_left = false
tool c owner_left = true
tool d owner_left = false
tool e owner_left = false
tool f owner_left = unknown (owner)
)"},
      {"the share of silos counts active tools with customer data", R"(
teams: [{id: crm, function: marketing}, {id: it, function: it}]
tools:
  - {id: a, name: A, data: {personal: true}, owner: crm, technical_owner: it}
  - {id: b, name: B, data: {personal: true}, owner: crm}
  - {id: c, name: C, data: {personal: false}, owner: crm}
  - {id: d, name: D, status: retired, owner: crm}
)",
       "org.siloed_share", R"(
organisation siloed_share = 0.5000
)"},
      {"and is not known where one of them is not", R"(
teams: [{id: crm, function: marketing}, {id: it}]
tools:
  - {id: a, name: A, owner: crm}
  - {id: b, name: B, data: {personal: true}, owner: it}
)",
       "org.siloed_share", R"(
organisation siloed_share = unknown (tool a.data.personal, team it.function)
)"},
  };
  check(cases);
}

TEST_CASE("which functions answer for an objective") {
  static constexpr Case cases[] = {{"its owner and its co-owning teams, but no leaver", R"(
teams: [{id: crm, function: marketing}, {id: it, function: it}, {id: odd}]
people: [{id: ann, team: it, left_on: 2026-01-01}, {id: bob, team: it}]
objectives:
  - {id: both, owner: crm, co_owner_teams: [it]}
  - {id: one, owner: bob, co_owner_teams: [it]}
  - {id: left, owner: ann, co_owner_teams: [crm]}
  - {id: open, owner: crm, co_owner_teams: [odd]}
  - {id: none}
)",
                                    "objective.functions", R"(
objective both functions = ['it', 'marketing']
objective one functions = ['it']
objective left functions = ['marketing']
objective open functions = unknown (team odd.function)
objective none functions = []
)"}};
  check(cases);
}
