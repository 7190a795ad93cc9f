// Commands over a small stack and the rules of a house, whole: what people read, word for word. Nothing here
// depends on the rules that come with the program.
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::house {
namespace {

constexpr const char* pack = R"yaml(pack: house
version: 1.0.0
title: House rules
params:
  most_cost: {type: int, default: 10000, about: What a tool may cost a year, source: house default}
  grace_days: {type: int, default: 90, about: How long a new tool is not asked for use, source: "Procurement, 2026"}
rules:
  - id: no-owner
    title: Tool without an owner
    dimension: people
    for: tool
    severity: medium
    act: assign-owner
    when: tool.status == "active"
    assert: has(tool.owner)
    message: "{tool.name} has no owner"
    why: Nobody decides.
    fix: Name somebody.
  - id: idle-seats
    title: Idle seats
    dimension: spend
    for: tool
    severity: low
    severity_when:
      high: tool.usage.active * 2 < tool.seats.purchased
    act: reduce-seats
    when: tool.status == "active"
    assert: tool.usage.active >= tool.seats.purchased
    degree: double(tool.seats.purchased - tool.usage.active) / double(tool.seats.purchased)
    money:
      recoverable:
        amount: tool.annual_cost * double(tool.seats.purchased - tool.usage.active) / double(tool.seats.purchased)
    message: "{tool.usage.active} of {tool.seats.purchased} seats are in use"
    why: >
      Seats that nobody uses
      are paid for.
    fix: Give them up.
    references: ["https://example.org/seats"]
  - id: costly
    title: Costly tool
    dimension: spend
    for: tool
    severity: low
    when: tool.category == "crm"
    assert: tool.annual_cost <= double(params.most_cost)
    message: "{tool.name} costs more than {params.most_cost} a year"
    why: It is much.
    fix: Ask for less.
  - id: no-customer
    title: Objective without a customer
    dimension: strategy
    for: objective
    severity: high
    assert: has(objective.customer_problem)
    message: "{objective.title} solves no problem of a customer"
    why: It may be of no use.
    fix: Say whose problem it solves.
)yaml";

constexpr const char* stack = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}]
objectives:
  - {id: grow, title: Grow, status: active, priority: 1, owner: ana, kpis: [rate], requires: [email, ads]}
  - {id: keep, title: Keep, status: active, priority: 2, owner: ana, customer_problem: Customers leave unheard}
kpis: [{id: rate, title: Rate, unit: percent}]
tools:
  - {id: crm, name: CRM, category: crm, status: active, cost: {amount: 12000, per: year}, seats: {purchased: 10},
     usage: {active: 4, measured_on: 2026-11-01}, objectives: [grow, keep]}
  - {id: mail, name: Mail, category: email-marketing, status: active, owner: ana, cost: {amount: 1000, per: year},
     capabilities: [email], objectives: [grow]}
  - {id: chat, name: "Chat\e[31m", status: active, cost: {amount: 500, per: year}, seats: {purchased: 10},
     usage: {active: 9, measured_on: 2026-11-01},
     waivers: [{rule: no-owner, reason: Ana starts in January, owner: ana, expires: 2027-01-31}]}
  - {id: old, name: Old, category: crm, status: retired}
integrations: [{from: crm, to: mail, kind: api, status: active}, {from: mail, to: chat, kind: manual}]
)yaml";

constexpr const char* better = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}]
objectives:
  - {id: grow, title: Grow, status: active, priority: 1, owner: ana, kpis: [rate], requires: [email, ads]}
  - {id: keep, title: Keep, status: active, priority: 2, owner: ana, customer_problem: Customers leave unheard}
kpis: [{id: rate, title: Rate, unit: percent}]
tools:
  - {id: crm, name: CRM, category: crm, status: active, owner: ana, cost: {amount: 9000, per: year}, seats: {purchased: 10},
     usage: {active: 5, measured_on: 2026-11-20}, objectives: [grow, keep]}
  - {id: mail, name: Mail, category: email-marketing, status: active, owner: ana, cost: {amount: 1000, per: year},
     capabilities: [email], objectives: [grow]}
  - {id: chat, name: "Chat\e[31m", status: active, cost: {amount: 500, per: year}, seats: {purchased: 10},
     usage: {active: 9, measured_on: 2026-11-01},
     owner: ana}
  - {id: ads, name: Ads, status: active, cost: {amount: 200, per: month}}
integrations: [{from: crm, to: mail, kind: api, status: active}, {from: mail, to: chat, kind: manual}]
)yaml";

constexpr const char* odd = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR, size: huge}
people: [{id: ana, name: Ana, left_on: 2026-01-01}, {id: ana, name: Anna}]
objectives: [{id: grow, titel: Grow, status: active, priority: 0}]
tools:
  - {id: crm, name: CRM, owner: ana, status: actve, cost: {amount: 12.345, per: year}, contract: {ends: 2026-02-30}}
  - {id: mail, name: Mail, objectives: [gro], seats: {purchased: -1}, usage: {active: many}}
  - {id: chat, nmae: Chat, live_on: 2027-01-01}
)yaml";

constexpr const char* doubtful = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana, left_on: 2026-01-01}]
tools:
  - {id: crm, name: CRM, owner: ana, cost: 1200, seats: {purchased: 5}, usage: {active: 9, measured_on: 2026-10-01},
     problem: tbd, x-note: kept}
  - {id: slack, name: Slack, status: evaluating, purchased_on: {before: 2020-01-01}, live_on: 2019-01-01,
     contract: {starts: 2025-01-01, term_months: 12, auto_renews: true, notice_days: 30}}
waivers:
  - {rule: no-owner, entity: crm, reason: Later, owner: ana, expires: 2026-01-31}
  - {rule: no-owner, entity: slack, reason: Never had one, owner: ana, expires: 2026-12-01}
)yaml";

// What stands behind the arguments of a case.
using Words = std::vector<std::string>;
const Words as_it_is{};
const Words rules_alone{"--no-built-in-rules", "--rules", "house.yaml"};
const Words of_house{"--no-built-in-rules", "--rules", "house.yaml", "--as-of", "2026-11-23"};
const Words of_stack{"--no-built-in-rules", "--rules", "house.yaml", "--as-of", "2026-11-23", "stack.yaml"};

// Without the page of the rule that stands below what is said of an entity.
std::string without_page(const std::string& text) {
  const std::size_t page = text.find("\npack house 1.0.0");
  if (page == std::string::npos || text.rfind('\n', page - 1) == std::string::npos) return text;
  return text.substr(0, text.rfind('\n', page - 1) + 1) + "…\n";
}

struct Case {
  Words arguments, more;
  int exit_code;
  std::string out, err;
};

void check(const std::vector<Case>& cases) {
  const TemporaryFolder folder;
  folder.write("house.yaml", pack);
  folder.write("stack.yaml", stack);
  folder.write("better.yaml", better);
  folder.write("odd.yaml", odd);
  folder.write("doubtful.yaml", doubtful);
  for (const Case& c : cases) {
    Words arguments = c.arguments;
    arguments.insert(arguments.end(), c.more.begin(), c.more.end());
    CAPTURE(arguments);
    const Run run = martech_audit({.arguments = arguments, .folder = folder.path()});
    CHECK(run.exit_code == c.exit_code);
    CHECK(without_page(run.out) == c.out);
    CHECK(run.err == c.err);
  }
}

TEST_CASE("explain prints the page of a rule") {
  check({
      {{"explain", "idle-seats"},
       rules_alone,
       0,
       R"(idle-seats: Idle seats
pack house 1.0.0, dimension spend, for tool, effort medium, act reduce-seats,
  lane money, weight 10

Why it matters
  Seats that nobody uses are paid for.

What to do
  Give them up.

Applies when
  tool.status == "active"

Passes when
  tool.usage.active >= tool.seats.purchased

Size of the gap
  double(tool.seats.purchased - tool.usage.active) /
  double(tool.seats.purchased)

Severity
  high if tool.usage.active * 2 < tool.seats.purchased
  low otherwise

Money
  recoverable: tool.annual_cost * double(tool.seats.purchased -
    tool.usage.active) / double(tool.seats.purchased)

References
  - https://example.org/seats
)",
       ""},
      {{"explain", "costly"},
       rules_alone,
       0,
       R"(costly: Costly tool
pack house 1.0.0, dimension spend, for tool, effort medium, act renegotiate,
  lane money, weight 10

Why it matters
  It is much.

What to do
  Ask for less.

Applies when
  tool.category == "crm"

Passes when
  tool.annual_cost <= double(params.most_cost)

Severity
  low

Parameters
  params.most_cost = 10000
    What a tool may cost a year
    Source: house default
)",
       ""},
      {{"explain", "no-owner", "--no-built-in-rules", "--rules", "house.yaml", "--width", "40"},
       as_it_is,
       0,
       R"(no-owner: Tool without an owner
pack house 1.0.0, dimension people, for
  tool, effort medium, act assign-owner,
  lane risk, weight 20

Why it matters
  Nobody decides.

What to do
  Name somebody.

Applies when
  tool.status == "active"

Passes when
  has(tool.owner)

Severity
  medium
)",
       ""},
  });
}

TEST_CASE("explain says what a rule comes to on an inventory") {
  check({
      {{"explain", "idle-seats"},
       of_stack,
       0,
       R"(idle-seats: Idle seats
pack house 1.0.0, dimension spend, for tool, effort medium, act reduce-seats,
  lane money, weight 10

Why it matters
  Seats that nobody uses are paid for.

What to do
  Give them up.

Applies when
  tool.status == "active"

Passes when
  tool.usage.active >= tool.seats.purchased

Size of the gap
  double(tool.seats.purchased - tool.usage.active) /
  double(tool.seats.purchased)

Severity
  high if tool.usage.active * 2 < tool.seats.purchased
  low otherwise

Money
  recoverable: tool.annual_cost * double(tool.seats.purchased -
    tool.usage.active) / double(tool.seats.purchased)

References
  - https://example.org/seats

On this inventory
  9f65e497 high: 4 of 10 seats are in use
  8dccdb67 low: 9 of 10 seats are in use
  2 failed, 0 waived, 1 undecided (missing data), 0 passed
)",
       ""},
      {{"explain", "no-customer", "--width", "50"},
       of_stack,
       0,
       R"(no-customer: Objective without a customer
pack house 1.0.0, dimension strategy, for
  objective, effort medium, act describe, lane
  foundations, weight 30

Why it matters
  It may be of no use.

What to do
  Say whose problem it solves.

Passes when
  has(objective.customer_problem)

Severity
  high

On this inventory
  59788719 high: Grow solves no problem of a customer
  1 failed, 0 waived, 0 undecided (missing data), 1 passed
)",
       ""},
      {{"explain", "costly", "--no-built-in-rules", "--rules", "house.yaml", "--as-of", "2026-11-23",
        "better.yaml"},
       as_it_is,
       0,
       R"(costly: Costly tool
pack house 1.0.0, dimension spend, for tool, effort medium, act renegotiate,
  lane money, weight 10

Why it matters
  It is much.

What to do
  Ask for less.

Applies when
  tool.category == "crm"

Passes when
  tool.annual_cost <= double(params.most_cost)

Severity
  low

Parameters
  params.most_cost = 10000
    What a tool may cost a year
    Source: house default

On this inventory
  0 failed, 0 waived, 2 undecided (missing data), 1 passed
)",
       ""},
  });
}

TEST_CASE("explain says what a rule comes to on an entity, and why") {
  check({
      {{"explain", "idle-seats", "crm"},
       of_stack,
       0,
       R"(high idle-seats: 4 of 10 seats are in use
  at stack.yaml:9:5
  decision f1192fc7: CRM: reduce seats

Why the rule reports it

when
tool.status == "active"   true
  tool.status             "active"
assert
tool.usage.active >= tool.seats.purchased   false
  tool.usage.active                         4
  tool.seats.purchased                      10

How to clear it

Any one of these changes, fewest side effects first:
seats.purchased: 4, instead of 10
  the gap goes from 83.4 to 80.8
usage.active: 10, instead of 4
  the gap goes from 83.4 to 80.8

…
)",
       ""},
      {{"explain", "idle-seats", "mail"},
       of_stack,
       0,
       R"(mail: data is missing to decide idle-seats

when
tool.status == "active"   true
  tool.status             "active"
assert
tool.usage.active >= tool.seats.purchased   unknown: usage.active of tool mail, seats.purchased of tool…
  tool.usage.active                         unknown: usage.active of tool mail
  tool.seats.purchased                      unknown: seats.purchased of tool mail

…
)",
       ""},
      {{"explain", "no-owner", "mail"},
       of_stack,
       0,
       R"(mail: passes no-owner

when
tool.status == "active"   true
  tool.status             "active"
assert
has(tool.owner)   true

…
)",
       ""},
      {{"explain", "costly", "mail"},
       of_stack,
       0,
       R"(mail: costly does not apply

when
tool.category == "crm"   false
  tool.category          "email-marketing"
assert
tool.annual_cost <= double(params.most_cost)   true
  tool.annual_cost                             1000.0
  double(params.most_cost)                     10000.0
    params.most_cost                           10000

…
)",
       ""},
      {{"explain", "costly", "CRM"},
       of_stack,
       0,
       R"(low costly: CRM costs more than 10000 a year
  at stack.yaml:9:5
  decision f1192fc7: CRM: reduce seats

Why the rule reports it

when
tool.category == "crm"   true
  tool.category          "crm"
assert
tool.annual_cost <= double(params.most_cost)   false
  tool.annual_cost                             12000.0
  double(params.most_cost)                     10000.0
    params.most_cost                           10000

How to clear it

No change to a single field clears it; 162 were tried.

…
)",
       ""},
      {{"explain", "no-owner", "chat"},
       of_stack,
       0,
       R"(medium no-owner: Chat\x1b[31m has no owner
  at stack.yaml:13:5
  waived: Ana starts in January

Why the rule reports it

when
tool.status == "active"   true
  tool.status             "active"
assert
has(tool.owner)   false

How to clear it

owner: ana
  the gap goes from 83.4 to 80.8

…
)",
       ""},
      {{"explain", "no-customer", "grow"},
       of_stack,
       0,
       R"(high no-customer: Grow solves no problem of a customer
  at stack.yaml:5:5
  decision 356a951f: Grow: write down

Why the rule reports it

assert
has(objective.customer_problem)   false

How to clear it

customer_problem: (in your own words)
  the gap goes from 83.4 to 72.7

…
)",
       ""},
      {{"explain", "objective/keep", "no-customer"},
       of_stack,
       0,
       R"(objective/keep: passes no-customer

assert
has(objective.customer_problem)   true

…
)",
       ""},
  });
}

TEST_CASE("explain takes the digits of findings and decisions") {
  check({
      {{"explain", "9f65e497"},
       of_stack,
       0,
       R"(high idle-seats: 4 of 10 seats are in use
  at stack.yaml:9:5
  decision f1192fc7: CRM: reduce seats

Why the rule reports it

when
tool.status == "active"   true
  tool.status             "active"
assert
tool.usage.active >= tool.seats.purchased   false
  tool.usage.active                         4
  tool.seats.purchased                      10

How to clear it

Any one of these changes, fewest side effects first:
seats.purchased: 4, instead of 10
  the gap goes from 83.4 to 80.8
usage.active: 10, instead of 4
  the gap goes from 83.4 to 80.8

…
)",
       ""},
      {{"explain", "#521207"},
       of_stack,
       0,
       R"(medium no-owner: Chat\x1b[31m has no owner
  at stack.yaml:13:5
  waived: Ana starts in January

Why the rule reports it

when
tool.status == "active"   true
  tool.status             "active"
assert
has(tool.owner)   false

How to clear it

owner: ana
  the gap goes from 83.4 to 80.8

…
)",
       ""},
      {{"explain", "f1192fc7"},
       of_stack,
       0,
       R"(CRM: reduce seats
  lane money; waste EUR 7,200; 50 points, medium effort

What it settles
  9f65e497 high idle-seats: 4 of 10 seats are in use
  54083d96 low costly: CRM costs more than 10000 a year

The same for
  3a5c1fcd Chat\x1b[31m: reduce seats; waste EUR 50; 0.4 points, medium effort

`martech-audit explain` with the digits of a finding says why it is reported and what clears it.
)",
       ""},
      {{"explain", "3a5c1fcd"},
       of_stack,
       0,
       R"(Chat\x1b[31m: reduce seats
  lane money; waste EUR 50; 0.4 points, medium effort

What it settles
  8dccdb67 low idle-seats: 9 of 10 seats are in use

The same for
  f1192fc7 CRM: reduce seats; waste EUR 7,200; 50 points, medium effort

`martech-audit explain` with the digits of a finding says why it is reported and what clears it.
)",
       ""},
      {{"explain", "ffdcdbbf"},
       of_stack,
       0,
       R"(CRM: name an owner
  lane risk; 8.7 points, medium effort

What it settles
  f42fbd66 medium no-owner: CRM has no owner

`martech-audit explain` with the digits of a finding says why it is reported and what clears it.
)",
       ""},
  });
}

TEST_CASE("explain says what it does not know, and what was meant") {
  check({
      {{"explain", "idle-seat"},
       of_stack,
       2,
       "",
       "martech-audit: unknown rule 'idle-seat'; did you mean 'idle-seats'?\n"},
      {{"explain", "idle-seats", "crn"},
       of_stack,
       2,
       "",
       "martech-audit: unknown tool 'crn'; did you mean 'crm'?\n"},
      {{"explain", "idle-seats", "grow"},
       of_stack,
       2,
       "",
       "martech-audit: unknown tool 'grow'; one of: crm, mail, chat, old\n"},
      {{"explain", "no-customer", "tool/crm"},
       of_stack,
       2,
       "",
       "martech-audit: the rule judges entities of kind objective, not tool\n"},
      {{"explain", "crm"},
       of_stack,
       2,
       "",
       "martech-audit: unknown rule 'crm'; one of: no-owner, idle-seats, costly, no-customer\n"},
      {{"explain", "tool/crm"},
       of_stack,
       2,
       "",
       "martech-audit: name a rule, too: `martech-audit explain RULE tool/crm`\n"},
      {{"explain", "ffffffff"},
       of_stack,
       2,
       "",
       R"(martech-audit: 0 of 6 findings and 0 of 4 decisions start with 'ffffffff'; see `martech-audit scan --format json` for full fingerprints
)"},
      {{"explain", "nothing", "nobody"},
       of_stack,
       2,
       "",
       "martech-audit: unknown rule 'nothing'; one of: no-owner, idle-seats, costly, no-customer\n"},
      {{"explain"},
       of_stack,
       2,
       "",
       R"(martech-audit: name what to explain: `martech-audit explain RULE [ENTITY] [INVENTORY]`, or the first digits of a finding or decision
)"},
      {{"explain", "idle-seats", "crm", "--no-built-in-rules", "--rules", "house.yaml", "gone.yaml"},
       as_it_is,
       2,
       "",
       "martech-audit: gone.yaml does not exist\n"},
  });
}

TEST_CASE("a scan by the rules of a house, whole") {
  check({
      {{"scan"},
       of_stack,
       1,
       R"(Acme, 4 tools, as of 2026-11-23

FAIL  2 findings at or above high
Gap 72.5–83.4 of 100 (lower is better): practice 57.1–66.9, money 87.9–100
Evidence: 73%, 8 of 11 checks decided
Spend EUR 13,500 a year: 54% waste, 39% too early to judge, 7% not known

── 4 decisions ─────────────────────────────────────────────────────────────────

Money (no deadline within 90 days; largest saving for the effort first)
  1. Reduce seats (2 tools): CRM, Chat\x1b[31m                          f1192fc7
     4 of 10 seats are in use (and 1 more like it)
     waste EUR 7,250; 50.4 points, medium effort

Risk (legal duties first, then by severity)
  1. CRM: name an owner                                                 ffdcdbbf
     CRM has no owner
     8.7 points, medium effort

Foundations (objectives, KPIs, plans; most points for the effort first)
  1. Grow: write down                                                   356a951f
     Grow solves no problem of a customer
     10.7 points, medium effort

── Money ───────────────────────────────────────────────────────────────────────
  Off-strategy spend  4%: EUR 500 of the EUR 13,500 a year stated supports no
                      active objective, waste included
  Stated costs        EUR 13,500 a year
  Waste               EUR 7,250 can be saved; EUR 1,000 of spend says nothing
                      about use
                      These amounts are views of the same spend; do not add them
                      up.

── Gap by dimension (█ proven, ░ unproven, · no gap) ───────────────────────────
  overall   ████████████████████████████████████░░░░░░········  72.5–83.4
  people    ████████████████████████████████████████··········       79.6
  spend     ███████████████████████░░░░░░░░░░░░░░░░░··········  45.2–79.4
  strategy  █████████████████████████·························         50

── 5 findings: 2 high, 1 medium, 2 low ─────────────────────────────────────────

HIGH  Idle seats  idle-seats                                         46.3 points
  4 of 10 seats are in use  9f65e497
  waste EUR 7,200
    stack.yaml:9:5
      9 │   - {id: crm, name: CRM, category: crm, status: active, cost: {amoun…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Give them up.

HIGH  Objective without a customer  no-customer                      10.7 points
  Grow solves no problem of a customer  59788719
    stack.yaml:5:5
      5 │   - {id: grow, title: Grow, status: active, priority: 1, owner: ana,…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Say whose problem it solves.

MEDIUM  Tool without an owner  no-owner                               8.7 points
  CRM has no owner  f42fbd66
    stack.yaml:9:5
      9 │   - {id: crm, name: CRM, category: crm, status: active, cost: {amoun…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Name somebody.

LOW  Idle seats  idle-seats                                           0.4 points
  9 of 10 seats are in use  8dccdb67
  waste EUR 50
    stack.yaml:13:5
     13 │   - {id: chat, name: "Chat\e[31m", status: active, cost: {amount: 50…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Give them up.

LOW  Costly tool  costly                                              3.7 points
  CRM costs more than 10000 a year  54083d96
    stack.yaml:9:5
      9 │   - {id: crm, name: CRM, category: crm, status: active, cost: {amoun…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Ask for less.

── Waived: 1 finding, 2.6 points (still included in the gap) ───────────────────
  medium  Chat\x1b[31m has no owner  no-owner  52120783 (until        2.6 points
    2027-01-31 (69 more days), by ana: Ana starts in January)
    stack.yaml:13:5

── Gate exceptions ─────────────────────────────────────────────────────────────
  pack house 1.0.0 added (5dae6d30728f)
  the built-in packs are disabled
  no-owner for tool chat waived until 2027-01-31 by ana: Ana starts in January

── Missing data ────────────────────────────────────────────────────────────────
  Field                                                                Undecided
  seats.purchased of 1 tool                                           7.5 points
  usage.active of 1 tool                                              7.5 points
  cost of 1 tool                                                      2.1 points
  category of 1 tool                                                  1.3 points

── What to add next (73% of the evidence is available) ─────────────────────────
  1. seats.purchased and usage.active of 1 tool                 up to 7.5 points
  2. cost of 1 tool                                             up to 2.1 points
  3. category of 1 tool                                         up to 1.3 points
)",
       "martech-audit: gate failed (exit 1): 2 findings at or above high\n"},
      {{"scan", "--severity", "high", "--exit-zero", "--width", "60"},
       of_stack,
       0,
       R"(Acme, 4 tools, as of 2026-11-23

FAIL  2 findings at or above high
Gap 72.5–83.4 of 100 (lower is better): practice 57.1–66.9,
money 87.9–100
Evidence: 73%, 8 of 11 checks decided
Spend EUR 13,500 a year: 54% waste, 39% too early to judge,
7% not known

── 4 decisions ─────────────────────────────────────────────

Money (no deadline within 90 days; largest saving for the
effort first)
  1. Reduce seats (2 tools): CRM, Chat\x1b[31m      f1192fc7
     4 of 10 seats are in use (and 1 more like it)
     waste EUR 7,250; 50.4 points, medium effort

Risk (legal duties first, then by severity)
  1. CRM: name an owner                             ffdcdbbf
     CRM has no owner
     8.7 points, medium effort

Foundations (objectives, KPIs, plans; most points for the
effort first)
  1. Grow: write down                               356a951f
     Grow solves no problem of a customer
     10.7 points, medium effort

── Money ───────────────────────────────────────────────────
  Off-strategy spend  4%: EUR 500 of the EUR 13,500 a year
                      stated supports no active objective,
                      waste included
  Stated costs        EUR 13,500 a year
  Waste               EUR 7,250 can be saved; EUR 1,000 of
                      spend says nothing about use
                      These amounts are views of the same
                      spend; do not add them up.

── Gap by dimension (█ proven, ░ unproven, · no gap) ───────
  overall   ███████████████████████████░░░░······  72.5–83.4
  people    █████████████████████████████········       79.6
  spend     █████████████████░░░░░░░░░░░░········  45.2–79.4
  strategy  ███████████████████··················         50

── 2 of 5 findings shown ───────────────────────────────────
  3 hidden by --severity high; the gap and the gate still
  count all findings

HIGH  Idle seats  idle-seats                     46.3 points
  4 of 10 seats are in use  9f65e497
  waste EUR 7,200
    stack.yaml:9:5
      9 │   - {id: crm, name: CRM, category: crm, status: …
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Give them up.

HIGH  Objective without a customer  no-customer  10.7 points
  Grow solves no problem of a customer  59788719
    stack.yaml:5:5
      5 │   - {id: grow, title: Grow, status: active, prio…
        │     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  fix (medium effort): Say whose problem it solves.

Waived: 1 finding, 2.6 points (still included in the gap)
  medium  Chat\x1b[31m has no owner  no-owner     2.6 points
    52120783 (until 2027-01-31 (69 more days), by ana: Ana
    starts in January)
    stack.yaml:13:5

── Gate exceptions ─────────────────────────────────────────
  pack house 1.0.0 added (5dae6d30728f)
  the built-in packs are disabled
  no-owner for tool chat waived until 2027-01-31 by ana: Ana
    starts in January

── Missing data ────────────────────────────────────────────
  Field                                            Undecided
  seats.purchased of 1 tool                       7.5 points
  usage.active of 1 tool                          7.5 points
  cost of 1 tool                                  2.1 points
  category of 1 tool                              1.3 points

── What to add next (73% of the evidence is available) ─────
  1. seats.purchased and usage.active of 1  up to 7.5 points
     tool
  2. cost of 1 tool                         up to 2.1 points
  3. category of 1 tool                     up to 1.3 points
)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "markdown", "--exit-zero"},
       of_stack,
       0,
       R"(<!-- martech-audit -->
### Marketing technology audit failed: 2 findings at or above high

Acme, 4 tools, as of 2026-11-23

**Gap 72.5–83.4** of 100 (lower is better): practice 57.1–66.9, money 87.9–100

Evidence: 73%, 8 of 11 checks decided

**Spend EUR 13,500** a year: 54% waste, 39% too early to judge, 7% not known

**4 decisions**

**Money** (no deadline within 90 days; largest saving for the effort first)

1. **Reduce seats (2 tools): CRM, Chat\\x1b\[31m**: `f1192fc7`  
   4 of 10 seats are in use (and 1 more like it)  
   waste EUR 7,250; 50.4 points, medium effort

**Risk** (legal duties first, then by severity)

1. **CRM: name an owner**: `ffdcdbbf`  
   CRM has no owner  
   8.7 points, medium effort

**Foundations** (objectives, KPIs, plans; most points for the effort first)

1. **Grow: write down**: `356a951f`  
   Grow solves no problem of a customer  
   10.7 points, medium effort

| | |
|---|---|
| Off-strategy spend | **4%**: EUR 500 of the EUR 13,500 a year stated supports no active objective, waste included |
| Stated costs | EUR 13,500 a year |
| Waste | EUR 7,250 can be saved; EUR 1,000 of spend says nothing about use |

These amounts are views of the same spend; do not add them up.

**5 findings: 2 high, 1 medium, 2 low**

| severity | finding | where | points | money |
|---|---|---|---:|---|
| high | 4 of 10 seats are in use `idle-seats` | `stack.yaml:9` | 46.3 | waste EUR 7,200 |
| high | Grow solves no problem of a customer `no-customer` | `stack.yaml:5` | 10.7 |  |
| medium | CRM has no owner `no-owner` | `stack.yaml:9` | 8.7 |  |
| low | 9 of 10 seats are in use `idle-seats` | `stack.yaml:13` | 0.4 | waste EUR 50 |
| low | CRM costs more than 10000 a year `costly` | `stack.yaml:9` | 3.7 |  |

<details><summary>Waived: 1 finding, 2.6 points (still included in the gap)</summary>

| severity | finding | where | points | waived |
|---|---|---|---:|---|
| medium | Chat\\x1b\[31m has no owner `no-owner` | `stack.yaml:13` | 2.6 | until 2027-01-31 (69 more days), by ana: Ana starts in January |

</details>

<details><summary>Gate exceptions: 3</summary>

- pack house 1.0.0 added `(5dae6d30728f)`
- the built-in packs are disabled
- no-owner for tool chat waived until 2027-01-31 by ana: Ana starts in January

</details>

**What to add next** (73% of the evidence is available)

1. seats.purchased and usage.active of 1 tool: up to 7.5 points
2. cost of 1 tool: up to 2.1 points
3. category of 1 tool: up to 1.3 points

)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "github", "--exit-zero"},
       of_stack,
       0,
       R"(::error file=stack.yaml,line=9,col=5,endColumn=114,title=Idle seats (idle-seats)::4 of 10 seats are in use%0Awaste EUR 7,200%0AGive them up.
::error file=stack.yaml,line=5,col=5,endColumn=107,title=Objective without a customer (no-customer)::Grow solves no problem of a customer%0ASay whose problem it solves.
::warning file=stack.yaml,line=9,col=5,endColumn=114,title=Tool without an owner (no-owner)::CRM has no owner%0AName somebody.
::notice file=stack.yaml,line=13,col=5,endColumn=107,title=Idle seats (idle-seats)::9 of 10 seats are in use%0Awaste EUR 50%0AGive them up.
::notice file=stack.yaml,line=9,col=5,endColumn=114,title=Costly tool (costly)::CRM costs more than 10000 a year%0AAsk for less.
)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "junit", "--exit-zero"},
       of_stack,
       0,
       R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="martech-audit" tests="11" failures="5" errors="0" skipped="4">
  <testsuite name="house" tests="11" failures="5" errors="0" skipped="4">
    <testcase classname="house.no-owner" name="no-owner: tool crm" file="stack.yaml" line="9">
      <failure type="medium" message="Tool without an owner">CRM has no owner
at stack.yaml:9:5
Name somebody.
points: 8.7</failure>
    </testcase>
    <testcase classname="house.no-owner" name="no-owner: tool chat">
      <skipped message="waived by ana: Ana starts in January"/>
    </testcase>
    <testcase classname="house.no-owner" name="no-owner: tool mail"/>
    <testcase classname="house.idle-seats" name="idle-seats: tool crm" file="stack.yaml" line="9">
      <failure type="high" message="Idle seats">4 of 10 seats are in use
waste EUR 7,200
at stack.yaml:9:5
Give them up.
points: 46.3</failure>
    </testcase>
    <testcase classname="house.idle-seats" name="idle-seats: tool chat" file="stack.yaml" line="13">
      <failure type="low" message="Idle seats">9 of 10 seats are in use
waste EUR 50
at stack.yaml:13:5
Give them up.
points: 0.4</failure>
    </testcase>
    <testcase classname="house.idle-seats" name="idle-seats: tool mail">
      <skipped message="undecided: usage.active, seats.purchased are missing"/>
    </testcase>
    <testcase classname="house.costly" name="costly: tool crm" file="stack.yaml" line="9">
      <failure type="low" message="Costly tool">CRM costs more than 10000 a year
at stack.yaml:9:5
Ask for less.
points: 3.7</failure>
    </testcase>
    <testcase classname="house.costly" name="costly: tool old">
      <skipped message="undecided: cost is missing"/>
    </testcase>
    <testcase classname="house.costly" name="costly: tool chat">
      <skipped message="undecided: category is missing"/>
    </testcase>
    <testcase classname="house.no-customer" name="no-customer: objective grow" file="stack.yaml" line="5">
      <failure type="high" message="Objective without a customer">Grow solves no problem of a customer
at stack.yaml:5:5
Say whose problem it solves.
points: 10.7</failure>
    </testcase>
    <testcase classname="house.no-customer" name="no-customer: objective keep"/>
  </testsuite>
</testsuites>
)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "gitlab", "--exit-zero"},
       of_stack,
       0,
       R"([
  {"description": "4 of 10 seats are in use", "check_name": "idle-seats", "fingerprint": "9f65e49796e972dda7896b682ddc3c3b", "severity": "critical", "location": {"path": "stack.yaml", "lines": {"begin": 9}}},
  {"description": "Grow solves no problem of a customer", "check_name": "no-customer", "fingerprint": "59788719e4a58e025fc1c3e9005d8fe6", "severity": "critical", "location": {"path": "stack.yaml", "lines": {"begin": 5}}},
  {"description": "CRM has no owner", "check_name": "no-owner", "fingerprint": "f42fbd66fb049663af25dbfbe571bcff", "severity": "major", "location": {"path": "stack.yaml", "lines": {"begin": 9}}},
  {"description": "9 of 10 seats are in use", "check_name": "idle-seats", "fingerprint": "8dccdb671d54e287a00b3b7e0a810e4b", "severity": "minor", "location": {"path": "stack.yaml", "lines": {"begin": 13}}},
  {"description": "CRM costs more than 10000 a year", "check_name": "costly", "fingerprint": "54083d96ac43b60b7fff5746d0485d93", "severity": "minor", "location": {"path": "stack.yaml", "lines": {"begin": 9}}}
]
)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "brief-markdown", "--exit-zero"},
       of_stack,
       0,
       R"(<!-- martech-audit brief -->
### Marketing technology brief

Acme, 4 tools, as of 2026-11-23

| | |
|---|---|
| Spend a year | **EUR 13,500** |
| Shown to work | **0%**, EUR 0 |
| Can be saved | **EUR 7,250** a year, of waste alone |
| Gap | **72.5–83.4** of 100, lower is better |

**Where a year's spend goes**

| Part | A year | Share |
|---|---:|---:|
| shown to work | EUR 0 | 0% |
| waste | EUR 7,250 | 54% |
| off strategy | not judged | – |
| unproven | not judged | – |
| too early to judge | EUR 5,250 | 39% |
| not known | EUR 1,000 | 7% |

**2 decisions to take**

| Decision | Money | Owner | Last day | If nobody decides |
|---|---:|---|---|---|
| **CRM: reduce seats** 4 of 10 seats are in use; 40% in use | **EUR 7,200** a year can be saved | not named | – | EUR 7,200 a year goes on as today |
| **Chat\\x1b\[31m: reduce seats** 9 of 10 seats are in use; 90% in use | **EUR 50** a year can be saved | not named | – | EUR 50 a year goes on as today |

**Renewals of the next 90 days**

No contract has a renewal date.

**Risks**

- **Tool without an owner**: CRM

**Method**

4 rules made 11 checks of the inventory; half of the gap is how the stack is run, half the share of spend that is not shown to work, and what the inventory does not say counts as a gap; 1 finding is waived.

)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
      {{"scan", "-f", "openmetrics", "--exit-zero"},
       of_stack,
       0,
       R"(# HELP martech_audit_gap Gap out of 100 points, proven and unproven
# TYPE martech_audit_gap gauge
martech_audit_gap{dimension="overall"} 83.439153439
martech_audit_gap{dimension="people"} 79.629629630
martech_audit_gap{dimension="spend"} 79.444444441
martech_audit_gap{dimension="strategy"} 50.000000000
# HELP martech_audit_practice_gap Gap of the practice half, out of 100
# TYPE martech_audit_practice_gap gauge
martech_audit_practice_gap 66.878306878
# HELP martech_audit_money_gap Gap of the money half, out of 100
# TYPE martech_audit_money_gap gauge
martech_audit_money_gap 100.000000000
# HELP martech_audit_proven_gap Proven gap out of 100 points
# TYPE martech_audit_proven_gap gauge
martech_audit_proven_gap{dimension="overall"} 72.492148374
martech_audit_proven_gap{dimension="people"} 79.629629630
martech_audit_proven_gap{dimension="spend"} 45.239651414
martech_audit_proven_gap{dimension="strategy"} 50.000000000
# HELP martech_audit_findings Findings that are not waived
# TYPE martech_audit_findings gauge
martech_audit_findings{severity="high",rule="idle-seats"} 1
martech_audit_findings{severity="high",rule="no-customer"} 1
martech_audit_findings{severity="medium",rule="no-owner"} 1
martech_audit_findings{severity="low",rule="costly"} 1
martech_audit_findings{severity="low",rule="idle-seats"} 1
# HELP martech_audit_waived_findings Waived findings
# TYPE martech_audit_waived_findings gauge
martech_audit_waived_findings{severity="medium",rule="no-owner"} 1
# HELP martech_audit_cost_amount Known annual cost of tools in use
# TYPE martech_audit_cost_amount gauge
martech_audit_cost_amount{currency="EUR"} 13500.00
# HELP martech_audit_waste_amount Waste: annual spend that can be saved
# TYPE martech_audit_waste_amount gauge
martech_audit_waste_amount{currency="EUR"} 7250.00
# HELP martech_audit_possible_waste_amount Waste: annual spend that can be saved, if every open question is answered against the inventory
# TYPE martech_audit_possible_waste_amount gauge
martech_audit_possible_waste_amount{currency="EUR"} 7250.00
# HELP martech_audit_unexamined_amount Annual cost of tools that say nothing about their use
# TYPE martech_audit_unexamined_amount gauge
martech_audit_unexamined_amount{currency="EUR"} 1000.00
# HELP martech_audit_at_risk_amount Commitments that renew automatically within 365 days
# TYPE martech_audit_at_risk_amount gauge
martech_audit_at_risk_amount{currency="EUR"} 0.00
# HELP martech_audit_possible_at_risk_amount Commitments that renew automatically within 365 days, if every open question is answered against the inventory
# TYPE martech_audit_possible_at_risk_amount gauge
martech_audit_possible_at_risk_amount{currency="EUR"} 0.00
# HELP martech_audit_exposed_amount Annual spend with no demonstrated value
# TYPE martech_audit_exposed_amount gauge
martech_audit_exposed_amount{currency="EUR"} 0.00
# HELP martech_audit_possible_exposed_amount Annual spend with no demonstrated value, if every open question is answered against the inventory
# TYPE martech_audit_possible_exposed_amount gauge
martech_audit_possible_exposed_amount{currency="EUR"} 1000.00
# HELP martech_audit_spend_amount Annual spend by the part it ends in
# TYPE martech_audit_spend_amount gauge
martech_audit_spend_amount{part="waste",currency="EUR"} 7250.00
martech_audit_spend_amount{part="off_strategy",currency="EUR"} 0.00
martech_audit_spend_amount{part="unproven",currency="EUR"} 0.00
martech_audit_spend_amount{part="too_early",currency="EUR"} 5250.00
martech_audit_spend_amount{part="working",currency="EUR"} 0.00
martech_audit_spend_amount{part="not_known",currency="EUR"} 1000.00
# HELP martech_audit_spend_off_strategy_ratio Share of annual cost that supports no active objective
# TYPE martech_audit_spend_off_strategy_ratio gauge
martech_audit_spend_off_strategy_ratio 0.037037037037037035
# HELP martech_audit_tools Tools in the inventory
# TYPE martech_audit_tools gauge
martech_audit_tools 4
# HELP martech_audit_evidence_ratio Share of checks that were decided
# TYPE martech_audit_evidence_ratio gauge
martech_audit_evidence_ratio 0.7272727272727273
# HELP martech_audit_gate_passed 1 if the gate passed, otherwise 0
# TYPE martech_audit_gate_passed gauge
martech_audit_gate_passed 0
# HELP martech_audit_as_of_timestamp_seconds Date of the audit
# TYPE martech_audit_as_of_timestamp_seconds gauge
martech_audit_as_of_timestamp_seconds 1795392000
# EOF
)",
       "martech-audit: gate failed (exit 0, --exit-zero): 2 findings at or above high\n"},
  });
}

TEST_CASE("a diff by the rules of a house, whole") {
  check({
      {{"diff", "stack.yaml", "better.yaml"},
       of_house,
       0,
       R"(Acme, changes from stack.yaml to better.yaml, as of 2026-11-23

PASS  1 new, 2 closed without a fix
Gap 72.5–83.4 → 44.2–71.6 of 100 (lower is better): -11.8 points
Due to              the inventory -11.8
Findings            1 new, 2 closed without a fix
Stated costs        EUR 13,500 → EUR 12,900 (-EUR 600)
Off-strategy spend  EUR 500 → EUR 2,900 (+EUR 2,400)
Waste               EUR 7,250 → EUR 4,550 (-EUR 2,700)

── New: 1 finding ──────────────────────────────────────────────────────────────
  medium  Ads has no owner  no-owner  bf985d8b                       +3.1 points
    better.yaml:16:5

── Closed without a fix: 2 findings ────────────────────────────────────────────
  medium  CRM has no owner  no-owner  f42fbd66 (its evidence was     -8.7 points
    weakened)
  low  CRM costs more than 10000 a year  costly  54083d96 (its       -3.7 points
    evidence was weakened)

── Gate exceptions removed ─────────────────────────────────────────────────────
  no-owner for tool chat waived until 2027-01-31 by ana: Ana starts in January

── Lost evidence ───────────────────────────────────────────────────────────────
  tool crm: the yearly cost is EUR 9000.00 instead of EUR 12000.00, and the
    contract did not start anew
  tool crm: idle-seats is low instead of high, and its evidence was weakened

── Claims without proof ────────────────────────────────────────────────────────
  tool crm: owner is ana instead of not given, which nothing shows
)",
       "martech-audit: gate passed: gap 44.2-71.6 of 100; 1 high, 1 medium, 2 low\n"},
      {{"diff", "better.yaml", "stack.yaml", "--format", "markdown"},
       of_house,
       1,
       R"(<!-- martech-audit diff -->
### Marketing technology audit of this change failed: 1 finding at or above high

Acme, changes from better.yaml to stack.yaml, as of 2026-11-23

**Gap 44.2–71.6 → 72.5–83.4** of 100 (lower is better): \+11.8 points

| | |
|---|---|
| Due to | the inventory +11.8 |
| Findings | 2 new, 1 worsened, 1 closed without a fix |
| Stated costs | EUR 12,900 → EUR 13,500 (+EUR 600) |
| Off-strategy spend | EUR 2,900 → EUR 500 (-EUR 2,400) |
| Waste | EUR 4,550 → EUR 7,250 (+EUR 2,700) |

**New: 2 findings**

| severity | finding | where | points |  |
|---|---|---|---:|---|
| medium | CRM has no owner `no-owner` | `stack.yaml:9` | \+8.7 |  |
| low | CRM costs more than 10000 a year `costly` | `stack.yaml:9` | \+3.7 |  |

**Worsened: 1 finding**

| severity | finding | where | points |  |
|---|---|---|---:|---|
| high | 4 of 10 seats are in use `idle-seats` | `stack.yaml:9` | \+16.3 | low → high, EUR 4,500 → EUR 7,200 |

<details><summary>Closed without a fix: 1 finding</summary>

| severity | finding | where | points |  |
|---|---|---|---:|---|
| medium | Ads has no owner `no-owner` |  | \-3.1 | its tool was removed |

</details>

**Gate exceptions added**

- no-owner for tool chat waived until 2027-01-31 by ana: Ana starts in January

**Lost evidence**

- tool crm: owner is no longer given
- tool chat: owner is no longer given
- tool ads was removed

**Claims without proof**

- tool crm: the yearly cost is EUR 12000.00 instead of 9000.00, and no payment shows it

)",
       "martech-audit: gate failed (exit 1): 1 finding at or above high\n"},
      {{"diff", "stack.yaml", "stack.yaml"},
       of_house,
       0,
       R"(Acme, changes from stack.yaml to stack.yaml, as of 2026-11-23

PASS  no findings changed
Gap 72.5–83.4 → 72.5–83.4 of 100 (lower is better): no change
Findings  no findings changed
)",
       "martech-audit: gate passed: gap 72.5-83.4 of 100; 2 high, 1 medium, 2 low\n"},
  });
}

TEST_CASE("an inventory is validated whole, with all that is wrong or odd") {
  check({
      {{"validate", "stack.yaml", "--as-of", "2026-11-23"},
       as_it_is,
       0,
       "",
       "martech-audit: valid: 4 tools, 2 objectives; 0 warnings\n"},
      {{"validate", "odd.yaml", "--as-of", "2026-11-23"},
       as_it_is,
       2,
       "",
       R"(odd.yaml:2:49: error: 'size' cannot be 'huge'
    2 | organisation: {name: Acme, currency: EUR, size: huge}
      |                                                 ^~~~
      hint: one of: small, mid, large
odd.yaml:3:58: error: a second person has the id 'ana'
    3 | people: [{id: ana, name: Ana, left_on: 2026-01-01}, {id: ana, name: Anna}]
      |                                                          ^~~
      hint: ids must be unique; change one of them
odd.yaml:3:15: note: the first 'ana' is here
    3 | people: [{id: ana, name: Ana, left_on: 2026-01-01}, {id: ana, name: Anna}]
      |               ^~~
odd.yaml:4:25: error: an objective has no field 'titel'
    4 | objectives: [{id: grow, titel: Grow, status: active, priority: 0}]
      |                         ^~~~~
      hint: did you mean 'title'?
odd.yaml:4:64: error: 'priority' must be from 1 to 1_000_000, not 0
    4 | objectives: [{id: grow, titel: Grow, status: active, priority: 0}]
      |                                                                ^
      hint: correct it, or leave it out if unknown
odd.yaml:6:46: error: 'status' cannot be 'actve'
    6 |   - {id: crm, name: CRM, owner: ana, status: actve, cost: {amount: 12.345, per: year}, contract: {en…
      |                                              ^~~~~
      hint: did you mean 'active'?
odd.yaml:6:68: error: 12.345 has more decimals than EUR, which has 2
    6 | …: crm, name: CRM, owner: ana, status: actve, cost: {amount: 12.345, per: year}, contract: {ends: 202…
      |                                                              ^~~~~~
      hint: amounts are exact: round it to the currency's smallest unit
odd.yaml:6:105: error: 'ends' must be a date, not '2026-02-30'
    6 | … actve, cost: {amount: 12.345, per: year}, contract: {ends: 2026-02-30}}
      |                                                              ^~~~~~~~~~
      hint: write year-month-day, for instance 2026-01-31
odd.yaml:7:41: error: unknown objective 'gro'
    7 |   - {id: mail, name: Mail, objectives: [gro], seats: {purchased: -1}, usage: {active: many}}
      |                                         ^~~
      hint: did you mean 'grow'?
odd.yaml:7:66: error: 'purchased' cannot be negative, not -1
    7 |   - {id: mail, name: Mail, objectives: [gro], seats: {purchased: -1}, usage: {active: many}}
      |                                                                  ^~
      hint: correct it, or leave it out if unknown
odd.yaml:7:87: error: 'active' must be a whole number, not 'many'
    7 |   - {id: mail, name: Mail, objectives: [gro], seats: {purchased: -1}, usage: {active: many}}
      |                                                                                       ^~~~
      hint: write a whole number, for instance 12
odd.yaml:8:5: error: this tool has no 'name', which is required
    8 |   - {id: chat, nmae: Chat, live_on: 2027-01-01}
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: add 'name: …'
odd.yaml:8:16: error: a tool has no field 'nmae'
    8 |   - {id: chat, nmae: Chat, live_on: 2027-01-01}
      |                ^~~~
      hint: did you mean 'name'?
martech-audit: 12 errors; no verdict
)"},
      {{"validate", "doubtful.yaml", "--as-of", "2026-11-23"},
       as_it_is,
       0,
       "",
       R"(doubtful.yaml:5:44: warning: the cost says no period, and is treated as missing
    5 |   - {id: crm, name: CRM, owner: ana, cost: 1200, seats: {purchased: 5}, usage: {active: 9, measured_…
      |                                            ^~~~
      hint: write, for instance, per: year, or say it once: defaults: {tools: {cost: {per: year}}}
doubtful.yaml:5:89: warning: tool 'crm': 'usage.active' (9) is more than 'seats.purchased' (5)
    5 | …er: ana, cost: 1200, seats: {purchased: 5}, usage: {active: 9, measured_on: 2026-10-01},
      |                                                              ^
doubtful.yaml:6:15: warning: 'problem' is 'tbd', a placeholder, and is treated as missing
    6 |      problem: tbd, x-note: kept}
      |               ^~~
doubtful.yaml:7:23: note: 'Slack' is a known product
    7 |   - {id: slack, name: Slack, status: evaluating, purchased_on: {before: 2020-01-01}, live_on: 2019-0…
      |                       ^~~~~
      hint: add 'category: collaboration', 'vendor: Salesforce' and 'pricing: {metrics: [seat]}'
martech-audit: valid: 2 tools, 0 objectives; 3 warnings, 1 suggestion
)"},
  });
}

TEST_CASE("waivers are listed with what they hide, and whether they still do") {
  check({
      {{"waivers", "list"},
       of_stack,
       0,
       R"(no-owner of chat: 69 days left, until 2027-01-31
  ana: Ana starts in January
  hides Chat\x1b[31m has no owner: 2.6 of the gap
  stack.yaml:15
1 waiver; active waivers hide 2.6 of the gap and EUR 0 of waste
)",
       ""},
      {{"waivers", "list", "--no-built-in-rules", "--rules", "house.yaml", "--as-of", "2026-11-23",
        "doubtful.yaml"},
       as_it_is,
       0,
       R"(no-owner of crm: expired, until 2026-01-31
  ana: Later
  doubtful.yaml:10
no-owner of slack: not used, until 2026-12-01
  ana: Never had one
  doubtful.yaml:11
2 waivers; active waivers hide 0 of the gap and EUR 0 of waste
)",
       ""},
  });
}

TEST_CASE("a trace of a stack, whole") {
  check({
      {{"trace"},
       of_stack,
       0,
       R"(Acme, 4 tools, as of 2026-11-23

2 objectives, 2 capabilities required: 1 covered, 1 not covered

── Grow (grow, active, priority 1, owner ana) ──────────────────────────────────
  Spend: EUR 7,000 a year, 52% of total spend
  KPIs
  └─ Rate, not measured
  Tools
  ├─ CRM (at risk): EUR 6,000 a year
  └─ Mail: EUR 1,000 a year
  Requires
  ├─ email: covered
  │  └─ Mail
  └─ ads: not covered

── Keep (keep, active, priority 2, owner ana) ──────────────────────────────────
  Spend: EUR 6,000 a year, 44% of total spend
  KPIs: none
  Tools
  └─ CRM (at risk): EUR 6,000 a year
  Requires: no capabilities listed
)",
       ""},
      {{"trace", "crm", "--width", "50"},
       of_stack,
       0,
       R"(Acme, 4 tools, as of 2026-11-23

── CRM (crm, active, at risk) ────────────────────
  Spend: EUR 12,000 a year, 89% of total spend
  Serves
  ├─ Grow (grow, active, priority 1, owner ana):
  │  │ EUR 6,000 a year
  │  └─ KPI Rate, not measured
  └─ Keep (keep, active, priority 2, owner ana):
       EUR 6,000 a year
  KPIs: none linked
  Findings
  ├─ high: 4 of 10 seats are in use
  ├─ medium: CRM has no owner
  └─ low: CRM costs more than 10000 a year
)",
       ""},
      {{"trace", "grow", "--format", "markdown"},
       of_stack,
       0,
       R"(<!-- martech-audit trace -->
### Strategy trace

Acme, 4 tools, as of 2026-11-23

**Grow** (grow, active, priority 1, owner ana)

- **Spend:** EUR 7,000 a year, 52% of total spend
- **KPIs**
  - Rate, not measured
- **Tools**
  - CRM (at risk): EUR 6,000 a year
  - Mail: EUR 1,000 a year
- **Requires**
  - email: covered
    - Mail
  - ads: not covered

)",
       ""},
  });
}

TEST_CASE("a graph of a stack, whole") {
  check({
      {{"graph"},
       of_stack,
       0,
       R"(digraph "Acme" {
  graph [rankdir=LR, fontname="sans-serif", nodesep=0.25, ranksep=0.9, compound=true];
  node [shape=box, fontname="sans-serif", fontsize=11];
  edge [fontname="sans-serif", fontsize=9, color="#3b5b8c"];
  subgraph cluster_0 {
    label="crm";
    color="#b0b0b0";
    t1 [label="CRM\nEUR 12,000 a year, 40% used, at risk", style="rounded,bold", color="#b3261e", penwidth=2.5];
  }
  subgraph cluster_1 {
    label="email-marketing";
    color="#b0b0b0";
    t2 [label="Mail\nEUR 1,000 a year", style="rounded", color="#3b5b8c"];
  }
  subgraph cluster_2 {
    label="no category";
    color="#b0b0b0";
    t0 [label="Chat\\x1b[31m\nEUR 500 a year, 90% used", style="rounded", color="#3b5b8c"];
  }
  o0 [label="Grow", shape=ellipse, style=filled, fillcolor="#fff4d6"];
  o1 [label="Keep", shape=ellipse, style=filled, fillcolor="#fff4d6"];
  t1 -> t2 [label="api", style=solid];
  t2 -> t0 [label="manual", style=dotted];
  t1 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
  t2 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
  t1 -> o1 [style=dashed, arrowhead=open, color="#8a6d1d"];
}
)",
       ""},
      {{"graph", "--by", "objective", "--format", "mermaid"},
       of_stack,
       0,
       R"(flowchart LR
  subgraph g0["Grow"]
    t1["CRM<br>EUR 12,000 a year, 40% used, at risk"]:::trouble
    t2["Mail<br>EUR 1,000 a year"]
  end
  subgraph g1["no active objective"]
    t0["Chat#92;x1b#91;31m<br>EUR 500 a year, 90% used"]
  end
  o0(["Grow"])
  o1(["Keep"])
  t1 -->|"api"| t2
  t2 -.->|"manual"| t0
  t1 -.-o o0
  t2 -.-o o0
  t1 -.-o o1
  classDef trouble stroke:#b3261e,stroke-width:3px
  classDef unused stroke:#767676,stroke-dasharray:4
)",
       ""},
      {{"graph", "--by", "department", "--focus", "mail"},
       of_stack,
       0,
       R"(digraph "Acme" {
  graph [rankdir=LR, fontname="sans-serif", nodesep=0.25, ranksep=0.9, compound=true];
  node [shape=box, fontname="sans-serif", fontsize=11];
  edge [fontname="sans-serif", fontsize=9, color="#3b5b8c"];
  subgraph cluster_0 {
    label="no department";
    color="#b0b0b0";
    t0 [label="Chat\\x1b[31m\nEUR 500 a year, 90% used", style="rounded", color="#3b5b8c"];
    t1 [label="CRM\nEUR 12,000 a year, 40% used, at risk", style="rounded,bold", color="#b3261e", penwidth=2.5];
    t2 [label="Mail\nEUR 1,000 a year", style="rounded", color="#3b5b8c"];
  }
  o0 [label="Grow", shape=ellipse, style=filled, fillcolor="#fff4d6"];
  o1 [label="Keep", shape=ellipse, style=filled, fillcolor="#fff4d6"];
  t1 -> t2 [label="api", style=solid];
  t2 -> t0 [label="manual", style=dotted];
  t1 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
  t2 -> o0 [style=dashed, arrowhead=open, color="#8a6d1d"];
  t1 -> o1 [style=dashed, arrowhead=open, color="#8a6d1d"];
}
)",
       ""},
  });
}

TEST_CASE("eval shows the parts of an expression") {
  check({
      {{"eval", "tool.usage.active < 5 && tool.annual_cost > 1000.0", "--for", "tool", "--trace",
        "stack.yaml", "--as-of", "2026-11-23"},
       as_it_is,
       0,
       R"({"tool":"crm","value":true}
{"tool":"mail","value":false}
{"tool":"chat","value":false}
{"tool":"old","unknown":[{"entity":"tool","id":"old","path":"usage.active"},{"entity":"tool","id":"old","path":"cost"}]}
)",
       R"(tool crm
tool.usage.active < 5 && tool.annual_cost > 1000.0   true
  tool.usage.active < 5                              true
    tool.usage.active                                4
  tool.annual_cost > 1000.0                          true
    tool.annual_cost                                 12000.0
tool mail
tool.usage.active < 5 && tool.annual_cost > 1000.0   false
  tool.usage.active < 5                              unknown: usage.active of tool mail
    tool.usage.active                                unknown: usage.active of tool mail
  tool.annual_cost > 1000.0                          false
    tool.annual_cost                                 1000.0
tool chat
tool.usage.active < 5 && tool.annual_cost > 1000.0   false
  tool.usage.active < 5                              false
    tool.usage.active                                9
  tool.annual_cost > 1000.0                          false
    tool.annual_cost                                 500.0
tool old
tool.usage.active < 5 && tool.annual_cost > 1000.0   unknown: usage.active of tool old, cost of tool old
  tool.usage.active < 5                              unknown: usage.active of tool old
    tool.usage.active                                unknown: usage.active of tool old
  tool.annual_cost > 1000.0                          unknown: cost of tool old
    tool.annual_cost                                 unknown: cost of tool old
)"},
      {{"eval", "tool.utilisation", "--for", "tool", "stack.yaml", "--as-of", "2026-11-23"},
       as_it_is,
       0,
       R"({"tool":"crm","value":0.4}
{"tool":"mail","unknown":[{"entity":"tool","id":"mail","path":"usage.active"},{"entity":"tool","id":"mail","path":"seats.purchased"}]}
{"tool":"chat","value":0.9}
{"tool":"old","unknown":[{"entity":"tool","id":"old","path":"usage.active"},{"entity":"tool","id":"old","path":"seats.purchased"}]}
)",
       ""},
  });
}

}  // namespace
}  // namespace martech_audit::tests::house
