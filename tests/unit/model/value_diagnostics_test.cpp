// Values that are not what their field takes. Whole messages.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

TEST_CASE("dates in other forms") {
  CHECK(messages_of(R"(tools:
  - id: crm
    name: CRM
    live_on: 07/13/2012
    purchased_on: 05/06/2012
    reviewed_on: 20120713
  - id: cms
    name: CMS
    contract: {starts: 2026-01-01T00:00:00Z, ends: 2026-02-30}
    live_on: {before: 13.7.2012}
    purchased_on: [2026]
)") ==
        R"(inventory.yaml:6:14: error: 'live_on' must be a date, not '07/13/2012'
    6 |     live_on: 07/13/2012
      |              ^~~~~~~~~~
      hint: write 2012-07-13
inventory.yaml:7:19: error: 'purchased_on' must be a date, not '05/06/2012'
    7 |     purchased_on: 05/06/2012
      |                   ^~~~~~~~~~
      hint: write 2012-05-06 or 2012-06-05
inventory.yaml:8:18: error: 'reviewed_on' must be a date, not '20120713'
    8 |     reviewed_on: 20120713
      |                  ^~~~~~~~
      hint: write 2012-07-13
inventory.yaml:11:24: error: 'starts' must be a date, not '2026-01-01T00:00:00Z'
   11 |     contract: {starts: 2026-01-01T00:00:00Z, ends: 2026-02-30}
      |                        ^~~~~~~~~~~~~~~~~~~~
      hint: write 2026-01-01
inventory.yaml:11:52: error: 'ends' must be a date, not '2026-02-30'
   11 |     contract: {starts: 2026-01-01T00:00:00Z, ends: 2026-02-30}
      |                                                    ^~~~~~~~~~
      hint: write year-month-day, for instance 2026-01-31
inventory.yaml:12:23: error: 'live_on' must be a date, not '13.7.2012'
   12 |     live_on: {before: 13.7.2012}
      |                       ^~~~~~~~~
      hint: write 2012-07-13
inventory.yaml:13:19: error: 'purchased_on' must be a date, not a list
   13 |     purchased_on: [2026]
      |                   ^~~~~~
      hint: write 2026-01-31, or {before: 2026-01-31}
)");
}

TEST_CASE("booleans in other forms") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, security: {sso: yes, mfa: "true", offboarding: maybe}, ai: {used: off}}
)") ==
        R"(inventory.yaml:4:42: error: 'sso' must be true or false; 'yes' is text in YAML 1.2
    4 |   - {id: crm, name: CRM, security: {sso: yes, mfa: "true", offboarding: maybe}, ai: {used: off}}
      |                                          ^~~
      hint: write true
inventory.yaml:4:52: error: 'mfa' must be true or false, not 'true'
    4 |   - {id: crm, name: CRM, security: {sso: yes, mfa: "true", offboarding: maybe}, ai: {used: off}}
      |                                                    ^~~~~~
      hint: write true without quotes
inventory.yaml:4:73: error: 'offboarding' must be true or false, not 'maybe'
    4 |   - {id: crm, name: CRM, security: {sso: yes, mfa: "true", offboarding: maybe}, ai: {used: off}}
      |                                                                         ^~~~~
      hint: write true or false
inventory.yaml:4:92: error: 'used' must be true or false; 'off' is text in YAML 1.2
    4 |   - {id: crm, name: CRM, security: {sso: yes, mfa: "true", offboarding: maybe}, ai: {used: off}}
      |                                                                                            ^~~
      hint: write false
)");
}

TEST_CASE("numbers in other forms") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, seats: {purchased: -3, assigned: 2.5, planned: "4"}}
  - {id: cms, name: CMS, cost: "$1,200.50", skills_needed: {sql: 7}}
  - id: dam
    name: DAM
    cost: 1.200,50 €
)") ==
        R"(inventory.yaml:4:45: error: 'purchased' cannot be negative, not -3
    4 |   - {id: crm, name: CRM, seats: {purchased: -3, assigned: 2.5, planned: "4"}}
      |                                             ^~
      hint: correct it, or leave it out if unknown
inventory.yaml:4:59: error: 'assigned' must be a whole number, not '2.5'
    4 |   - {id: crm, name: CRM, seats: {purchased: -3, assigned: 2.5, planned: "4"}}
      |                                                           ^~~
      hint: write a whole number, for instance 12
inventory.yaml:4:73: error: 'planned' must be a whole number, not '4'
    4 |   - {id: crm, name: CRM, seats: {purchased: -3, assigned: 2.5, planned: "4"}}
      |                                                                         ^~~
      hint: write 4 without quotes
inventory.yaml:5:32: error: 'amount' must be a number, not '$1,200.50'
    5 |   - {id: cms, name: CMS, cost: "$1,200.50", skills_needed: {sql: 7}}
      |                                ^~~~~~~~~~~
      hint: write 1200.50
inventory.yaml:5:66: error: 'sql' must be from 0 to 4, not 7
    5 |   - {id: cms, name: CMS, cost: "$1,200.50", skills_needed: {sql: 7}}
      |                                                                  ^
      hint: correct it, or leave it out if unknown
inventory.yaml:8:11: error: 'amount' must be a number, not '1.200,50 €'
    8 |     cost: 1.200,50 €
      |           ^~~~~~~~~~
      hint: write 1200.50
)");
}

TEST_CASE("the wrong kind of value") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: [CRM], seats: 12, objectives: growth, kpis: [], skills_needed: sql, owner: {id: mai}}
  - {id: cms, name: CMS, user_teams: [a, , b], capabilities: [[x]]}
)") ==
        R"(inventory.yaml:4:21: error: 'name' must be text, not a list
    4 |   - {id: crm, name: [CRM], seats: 12, objectives: growth, kpis: [], skills_needed: sql, owner: {id: …
      |                     ^~~~~
      hint: write a text, in quotes if it contains ': ', brackets or braces
inventory.yaml:4:35: error: 'seats' must be a block, not '12'
    4 |   - {id: crm, name: [CRM], seats: 12, objectives: growth, kpis: [], skills_needed: sql, owner: {id: …
      |                                   ^~
      hint: write {purchased: …, assigned: …}
inventory.yaml:4:51: error: 'objectives' must be a list, not 'growth'
    4 |   - {id: crm, name: [CRM], seats: 12, objectives: growth, kpis: [], skills_needed: sql, owner: {id: …
      |                                                   ^~~~~~
      hint: write [growth]
inventory.yaml:4:84: error: 'skills_needed' must be a mapping, not 'sql'
    4 | …M], seats: 12, objectives: growth, kpis: [], skills_needed: sql, owner: {id: mai}}
      |                                                              ^~~
      hint: write {name: level}
inventory.yaml:4:96: error: 'owner' must be the id of a person or team, not a mapping
    4 | …2, objectives: growth, kpis: [], skills_needed: sql, owner: {id: mai}}
      |                                                              ^~~~~~~~~
      hint: write the id of a person or team, as in the inventory
inventory.yaml:5:41: error: an entry of 'user_teams' is empty
    5 |   - {id: cms, name: CMS, user_teams: [a, , b], capabilities: [[x]]}
      |                                         ^
inventory.yaml:5:63: error: an entry of 'capabilities' must be a block, not a list
    5 |   - {id: cms, name: CMS, user_teams: [a, , b], capabilities: [[x]]}
      |                                                               ^~~
      hint: write {id: …, primary: …}
)");
}

TEST_CASE("words and currencies") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, status: actve, criticality: low}
  - {id: cms, name: CMS, cost: {amount: 12, currency: eur, per: annum}, approved_by: [sale]}
  - {id: dam, name: DAM, cost: {amount: 12, currency: $}}
)") ==
        R"(inventory.yaml:4:34: error: 'status' cannot be 'actve'
    4 |   - {id: crm, name: CRM, status: actve, criticality: low}
      |                                  ^~~~~
      hint: did you mean 'active'?
inventory.yaml:4:54: error: 'criticality' cannot be 'low'
    4 |   - {id: crm, name: CRM, status: actve, criticality: low}
      |                                                      ^~~
      hint: one of: critical, important, optional
inventory.yaml:5:55: error: 'eur' is not a currency code of ISO 4217
    5 |   - {id: cms, name: CMS, cost: {amount: 12, currency: eur, per: annum}, approved_by: [sale]}
      |                                                       ^~~
      hint: write EUR
inventory.yaml:5:65: error: 'per' cannot be 'annum'
    5 |   - {id: cms, name: CMS, cost: {amount: 12, currency: eur, per: annum}, approved_by: [sale]}
      |                                                                 ^~~~~
      hint: one of: month, quarter, year, once
inventory.yaml:5:87: error: 'approved_by' cannot be 'sale'
    5 |   - {id: cms, name: CMS, cost: {amount: 12, currency: eur, per: annum}, approved_by: [sale]}
      |                                                                                       ^~~~
      hint: did you mean 'sales'?
inventory.yaml:6:55: error: '$' is not a currency code of ISO 4217
    6 |   - {id: dam, name: DAM, cost: {amount: 12, currency: $}}
      |                                                       ^
      hint: write USD, AUD, CAD, …
)");
}

TEST_CASE("numbers and years that nobody means") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, contract: {notice_days: 99999999999, ends: 9999-12-31}}
  - {id: old, name: Old, live_on: {before: 1900-01-01}}
  - {id: cms, name: CMS, contract: {notice_days: 3660, ends: 2100-12-31}, live_on: 1990-01-01}
waivers: [{rule: a, entity: crm, reason: b, owner: c, expires: 9999-12-31}]
ledger: [{tool: crm, amount: -1000000000000001}, {tool: crm, amount: -1000000000000000, note: C7}]
)") ==
        R"(inventory.yaml:7:64: error: 'expires' is in the year 9999
    7 | waivers: [{rule: a, entity: crm, reason: b, owner: c, expires: 9999-12-31}]
      |                                                                ^~~~~~~~~~
      hint: years go from 1990 to 2100; write the correct date
inventory.yaml:4:50: error: 'notice_days' must be from 0 to 3660, not 99999999999
    4 |   - {id: crm, name: CRM, contract: {notice_days: 99999999999, ends: 9999-12-31}}
      |                                                  ^~~~~~~~~~~
      hint: correct it, or leave it out if unknown
inventory.yaml:4:69: warning: 'ends' is in the year 9999 and is treated as missing
    4 |   - {id: crm, name: CRM, contract: {notice_days: 99999999999, ends: 9999-12-31}}
      |                                                                     ^~~~~~~~~~
      hint: years go from 1990 to 2100; leave it out if there is no such date
inventory.yaml:5:44: warning: 'live_on' is in the year 1900 and is treated as missing
    5 |   - {id: old, name: Old, live_on: {before: 1900-01-01}}
      |                                            ^~~~~~~~~~
      hint: years go from 1990 to 2100; leave it out if there is no such date
inventory.yaml:8:30: error: 'amount' must be from -1_000_000_000_000_000 to 1_000_000_000_000_000, not -1000000000000001
    8 | ledger: [{tool: crm, amount: -1000000000000001}, {tool: crm, amount: -1000000000000000, note: C7}]
      |                              ^~~~~~~~~~~~~~~~~
      hint: correct it, or leave it out if unknown
)");
}

TEST_CASE("numbers as JSON writes them are read as what they are") {
  const Reading reading = read_text(with_head(R"(tools:
  - {id: crm, name: CRM, cost: {amount: 1E5, per: year}, seats: {purchased: 1e+2, assigned: 12.0}}
kpis: [{id: k, baseline: 9007199254740993E0, target: -1.25e1}]
)"));
  REQUIRE(reading.inventory);
  CHECK(reading.messages.empty());
  const Record& crm = *reading.inventory->find(EntityKind::tool, "crm");
  CHECK(read(crm, "cost.amount").as_integer() == 100'000);
  CHECK(read(crm, "seats.purchased").as_integer() == 100);
  CHECK(read(crm, "seats.assigned").as_integer() == 12);
  const Record& kpi = *reading.inventory->find(EntityKind::kpi, "k");
  CHECK(read(kpi, "baseline").as_integer() == 9007199254740993);
  CHECK(read(kpi, "target").as_integer() == -125);
}

TEST_CASE("empty texts") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: "", owner: " ", tags: [""]}
)") ==
        R"(inventory.yaml:4:21: error: 'name' is required and cannot be empty
    4 |   - {id: crm, name: "", owner: " ", tags: [""]}
      |                     ^~
      hint: write name: …
inventory.yaml:4:32: warning: 'owner' is empty and is treated as missing
    4 |   - {id: crm, name: "", owner: " ", tags: [""]}
      |                                ^~~
inventory.yaml:4:44: warning: an entry of 'tags' is empty and is treated as missing
    4 |   - {id: crm, name: "", owner: " ", tags: [""]}
      |                                            ^~
)");
}

}  // namespace
}  // namespace martech_audit::test
