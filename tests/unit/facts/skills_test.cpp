#include "support.h"

using namespace martech_audit::test;

TEST_CASE("skills around tools") {
  static constexpr Case cases[] = {
      {"owners and user teams, with the teams within them", R"(
teams: [{id: marketing}, {id: crm, parent: marketing}, {id: it}]
people:
  - {id: mai, team: crm, skills: {email: 3, sql: 1}}
  - {id: bo, team: it, skills: {sql: 4, email: 3}}
  - {id: al, team: it, skills: {sql: 3}}
  - {id: ex, team: it, skills: {java: 4}, left_on: 2026-11-23}
tools:
  - {id: a, name: A, owner: mai, skills_needed: {email: 3, sql: 2, java: 1}}
  - {id: b, name: B, user_teams: [marketing], technical_owner: it, skills_needed: {email: 3, sql: 4, java: 1, air: 0}}
  - {id: c, name: C, owner: it, backup_owner: bo, skills_needed: {sql: 3, email: 4}}
  - {id: d, name: D, skills_needed: {}}
  - {id: e, name: E}
)",
       "tool.skill_gaps tool.lone_skills", R"(
tool a lone_skills = ['email']
tool b lone_skills = ['sql']
tool c lone_skills = []
tool d lone_skills = []
tool e lone_skills = unknown (skills_needed)
tool a skill_gaps = ['java', 'sql']
tool b skill_gaps = ['java']
tool c skill_gaps = ['email']
tool d skill_gaps = []
tool e skill_gaps = unknown (skills_needed)
)"},
      {"whoever says nothing may have what too few others have", R"(
teams: [{id: crm}]
people:
  - {id: mai, team: crm}
  - {id: bo, team: crm, skills: {sql: 2}}
  - {id: al, team: crm, skills: {sql: 3, email: 1}}
  - {id: no, team: crm, skills: {not_applicable: an intern}}
tools:
  - {id: a, name: A, owner: crm, skills_needed: {sql: 2}}
  - {id: b, name: B, owner: crm, skills_needed: {email: 1}}
  - {id: c, name: C, owner: crm, skills_needed: {java: 1}}
)",
       "tool.skill_gaps tool.lone_skills", R"(
tool a lone_skills = []
tool b lone_skills = unknown (person mai.skills)
tool c lone_skills = unknown (person mai.skills)
tool a skill_gaps = []
tool b skill_gaps = []
tool c skill_gaps = unknown (person mai.skills)
)"},
      {"nobody listed", R"(
tools: [{id: a, name: A, owner: Mai, skills_needed: {sql: 2}}]
)",
       "tool.skill_gaps", R"(
tool a skill_gaps = unknown (organisation.people)
)"},
  };
  check(cases);
}

TEST_CASE("trainings in tools") {
  static constexpr Case cases[] = {
      {"only completed ones, and none that took no time", R"(
trainings:
  - {id: two, tools: [a, b], status: completed, hours: 0.5}
  - {id: nil, tools: [c], status: completed, hours: 0}
  - {id: one, tools: [a], status: completed}
  - {id: plan, tools: [b, c], status: planned}
  - {id: open, tools: [b, d]}
tools: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]
)",
       "training.held tool.trainings", R"(
training two held = true
training nil held = false
training one held = true
training plan held = false
training open held = unknown (status)
tool a trainings = [one, two]
tool b trainings = [two]
tool c trainings = []
tool d trainings = unknown (training open.status)
)"},
      {"no list of trainings", R"(
tools: [{id: a, name: A}]
)",
       "tool.trainings", R"(
tool a trainings = unknown (organisation.trainings)
)"},
  };
  check(cases);
}
