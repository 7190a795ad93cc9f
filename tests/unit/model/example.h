// An inventory that has every field at least once.
#pragma once

#include <string>

namespace martech_audit::test {

inline const std::string complete_example = R"(martech: 1
organisation:
  name: Nordlicht Books
  currency: EUR
  exchange_rates:
    USD: {rate: 0.9, as_of: 2026-09-30}
    SEK: {rate: 0.087, as_of: 2026-09-30}
  size: small
  marketing_headcount: 11
  x-registry: HRB 1201
defaults:
  tools:
    live_on: {before: 2024-07-01}
    cost: {currency: EUR, per: month}
    usage: {measured_on: 2026-09-30, window_days: 30}
strategy:
  reviewed_on: 2026-02-10
  roadmap:
    - id: one-profile
      name: One profile of each reader
      tools: [profile-hub]
      objective: loyal-readers
      decided_on: 2026-03-05
      starts: 2026-04-01
      ends: 2027-03-31
      feasibility: {checked_by: tech, on: 2026-03-02, result: risky}
objectives:
  - id: loyal-readers
    title: Readers come back within a quarter
    customer_problem: Nobody tells readers what appeared in their genre
    priority: 1
    status: active
    owner: lena
    co_owner_teams: [tech]
    kpis: [return-rate]
    requires: [newsletters, reader-groups]
    needs_technology: true
    due: 2027-06-30
kpis:
  - id: return-rate
    title: Readers who buy twice in a quarter
    unit: percent
    baseline: 21.5
    target: 30
    source: webstat
    current: 24
    measured_on: 2026-09-15
    history: [{on: 2026-03-15, value: 22}]
    worth: {amount: 4_000, per: unit}
  - {id: reader-mood, title: Mood of readers, source: manual, owner: lena}
budgets:
  - id: stack-2026
    name: Marketing technology
    kind: martech
    period: {starts: 2026-01-01, ends: 2026-12-31}
    amount: 120_000
    committed: 99_500.50
    spent: 71_000
    currency: EUR
    review_days: 60
teams:
  - {id: growth, name: Growth, department: Marketing, function: marketing, headcount: 6}
  - {id: tech, name: Platform, department: Technology, function: it, parent: ops, headcount: 5}
  - {id: ops, name: Operations, department: Technology, function: it, headcount: 8}
people:
  - id: lena
    name: Lena Vogt
    team: growth
    role: Head of Growth
    skills: {newsletters: 4, sql: 0}
    authority: [marketing]
  - {id: former-admin, name: Former administrator, team: tech, left_on: 2026-08-31}
forums:
  - {id: stack-round, name: Stack round, teams: [growth, tech], every_days: 14, last_held_on: 2026-09-21}
trainings:
  - {id: query-course, name: Queries, topics: [sql], audience: growth, tools: [webstat], held_on: 2026-05-11, hours: 7.5, cost: 900, status: completed}
channels:
  - {id: newsletter, name: Newsletter, kind: online, stage: retain, in_use: true, tools: [mailer]}
  - {id: shop-window, kind: offline, stage: reach, in_use: false}
capabilities:
  - {id: newsletters, name: Newsletters, importance: critical, objective: loyal-readers, level: 4, target_level: 4}
  - {id: reader-groups, importance: important, objective: loyal-readers, level: 1, target_level: 3}
datasets:
  - {id: readers, name: Readers, subject: customer, tool: crm, record_of: true, personal: true, decisions: [which genre to write about], accessible_to: [growth], collected: true}
processes:
  - {id: release-mailing, title: Mailing on release day, owner: lena, teams: [growth], documented: https://wiki.test/release, steps: [write, send], reviewed_on: 2026-01-15}
initiatives:
  - id: profile-trial
    name: Trial of the profile hub
    tool: profile-hub
    kind: pilot
    starts: 2026-04-01
    decide_by: 2026-10-31
    success_criteria: [one profile for nine readers in ten]
    audience_share: 0.1
    outcome: eight in ten
    decision: extend
integrations:
  - {id: mail-events, from: mailer, to: crm, kind: api, direction: both, status: active, last_success_on: 2026-09-29, owner: tech, datasets: [readers]}
tools:
  - id: crm
    name: Reader desk
    aliases: [old-desk]
    vendor: Deskware
    category: crm
    kind: business
    status: active
    problem: One place for every conversation with a reader
    objectives: [{id: loyal-readers, how: shows who has not bought for a quarter, kpi: return-rate}]
    capabilities: [reader-groups]
    kpis: [return-rate]
    process: release-mailing
    channels: [newsletter]
    scope: {regions: [DE, SE], teams: [growth], audience: readers}
    owner: lena
    technical_owner: tech
    backup_owner: growth
    user_teams: [growth, tech]
    operated_by: internal
    skills_needed: {sql: 2}
    live_on: 2022-03-01
    purchased_on: 2022-01-17
    purchase_channel: procurement
    relation: {to: mailer, kind: backup, until: 2027-06-30}
    because: {criticality: readers write to the shops as well}
    approved_by: [marketing, it]
    criticality: critical
    pricing: {metrics: [seat], unit_price: {amount: 60.5, per: month}, plan: Team, lower_plan: {name: Solo, annual: 3_600}}
    seats: {purchased: 12, assigned: 10, planned: 1, contract_minimum: 5}
    usage: {active: 8, last_activity_on: 2026-09-29, evidence: activity, features_used: 9, features_available: 30, seasonal: false, history: [{measured_on: 2026-06-30, active: 9}]}
    cost: {amount: 726}
    contract: {starts: 2026-03-01, ends: 2027-02-28, term_months: 12, notice_days: 60, auto_renews: true, uplift_cap_percent: 4.5, billing: annual}
    data: {personal: true, processing_agreement: true, consent_basis: contract, residency: EU}
    security: {sso: true, mfa: true, offboarding: false}
    reviewed_on: 2026-02-20
    url: https://desk.test
    cost_centre: "0815"
    tags: [core]
    notes: Prices were agreed by phone.
    x-cost-code: {main: 12, share: 0.5}
    x-owner-since: 2024
  - id: mailer
    name: Mailer
    vendor: Postwerk
    capabilities: [{id: newsletters, primary: true}, reader-groups]
    owner: growth
    pricing: {metrics: [message]}
    consumption: {metric: message, committed: 500_000, consumed: 120_000, measured_on: 2026-11-01}
    usage: {active: 3}
    cost: {amount: 9_800, currency: USD, per: year}
    one_time: {implementation: {amount: 2_000}, training: 500}
    ai: {used: true, purpose: subject lines of letters, autonomous: false, human_review: true}
    marketing5: [data-driven, augmented]
    integrations: [{to: webstat, kind: native}]
    waivers:
      - {rule: feature-underuse, reason: Three imprints follow in spring, owner: lena, expires: 2027-04-30, created: 2026-09-01, approved_by: Board, ticket: OPS-7}
  - {id: webstat, name: Webstat, category: web-analytics, retired_on: 2026-12-31, owner: growth, pricing: {metrics: [free]}, cost: {not_applicable: free of charge}}
  - id: profile-hub
    name: Profile hub
    kind: integration
    status: implementing
    supports: [mailer, reader-groups]
    owner: tech
    security: {sso: {not_applicable: no human users}}
    live_on: null
ledger:
  - {vendor: Postwerk, tool: mailer, amount: -120.75, currency: USD, period: {starts: 2026-01-01, ends: 2026-06-30}, note: "Credit note 17, seats returned"}
waivers:
  - {rule: objective-without-kpi, entity: objective/loyal-readers, reason: Agreed with the board, owner: lena, expires: 2026-12-31}
x-source: spreadsheet of June
)";

}  // namespace martech_audit::test
