// Faults that reach across fields: ids, references, order, money, waivers. Whole messages.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

TEST_CASE("malformed ids, ids given twice, and nothing about those who refer to them") {
  CHECK(
      messages_of(R"(tools:
  - {id: Sales Force, name: Salesforce}
  - {id: crm, name: CRM}
  - {id: crm, name: Another CRM}
  - cms
kpis:
  - {id: leads, source: Sales Force}
  - {id: sales, source: cms}
  - {id: views, source: nobody}
)") ==
      R"(inventory.yaml:4:10: error: 'Sales Force' is not an id: only a-z, 0-9 and -, starting with a letter or digit
    4 |   - {id: Sales Force, name: Salesforce}
      |          ^~~~~~~~~~~
      hint: write sales-force
inventory.yaml:6:10: error: a second tool has the id 'crm'
    6 |   - {id: crm, name: Another CRM}
      |          ^~~
      hint: ids must be unique; change one of them
inventory.yaml:5:10: note: the first 'crm' is here
    5 |   - {id: crm, name: CRM}
      |          ^~~
inventory.yaml:7:5: error: a tool must be a mapping, not 'cms'
    7 |   - cms
      |     ^~~
      hint: write {id: cms, …}
inventory.yaml:11:25: error: unknown tool 'nobody'
   11 |   - {id: views, source: nobody}
      |                         ^~~~~~
      hint: one of: Sales Force, crm, crm, cms
)");
}

TEST_CASE("an owner must not be both a team and a person") {
  CHECK(messages_of(R"(people: [{id: mai}]
teams: [{id: mai}]
)") ==
        R"(inventory.yaml:4:14: error: a team and a person both have the id 'mai'
    4 | teams: [{id: mai}]
      |              ^~~
      hint: ids must be unique; change one of them
inventory.yaml:3:15: note: the first 'mai' is here
    3 | people: [{id: mai}]
      |               ^~~
)");
}

TEST_CASE("references to nothing") {
  CHECK(messages_of(R"(people: [{id: mai}]
teams: [{id: crm-team}]
capabilities: [{id: leads}]
objectives: [{id: growth, owner: may}]
tools:
  - {id: crm, name: CRM, aliases: [old-crm], objectives: [grwth], capabilities: [{id: lead}]}
  - {id: cms, name: CMS, supports: [old-crm, nothing], user_teams: [crm]}
integrations: [{from: crm, to: old-crm}]
)") ==
        R"(inventory.yaml:6:34: error: unknown person or team 'may'
    6 | objectives: [{id: growth, owner: may}]
      |                                  ^~~
      hint: did you mean 'mai'?
inventory.yaml:8:59: error: unknown objective 'grwth'
    8 |   - {id: crm, name: CRM, aliases: [old-crm], objectives: [grwth], capabilities: [{id: lead}]}
      |                                                           ^~~~~
      hint: did you mean 'growth'?
inventory.yaml:9:69: error: unknown team 'crm'
    9 |   - {id: cms, name: CMS, supports: [old-crm, nothing], user_teams: [crm]}
      |                                                                     ^~~
      hint: one of: crm-team
inventory.yaml:10:32: error: unknown tool 'old-crm'
   10 | integrations: [{from: crm, to: old-crm}]
      |                                ^~~~~~~
      hint: 'old-crm' is an alias of 'crm': use that id
inventory.yaml:8:87: error: unknown capability 'lead'
    8 |   - {id: crm, name: CRM, aliases: [old-crm], objectives: [grwth], capabilities: [{id: lead}]}
      |                                                                                       ^~~~
      hint: did you mean 'leads'?
inventory.yaml:9:37: error: unknown tool or capability 'old-crm'
    9 |   - {id: cms, name: CMS, supports: [old-crm, nothing], user_teams: [crm]}
      |                                     ^~~~~~~
      hint: 'old-crm' is an alias of 'crm': use that id
inventory.yaml:9:46: error: unknown tool or capability 'nothing'
    9 |   - {id: cms, name: CMS, supports: [old-crm, nothing], user_teams: [crm]}
      |                                              ^~~~~~~
      hint: one of: crm, cms, leads
)");
}

TEST_CASE("the same unknown id is reported once") {
  CHECK(messages_of(R"(people: []
tools:
  - {id: crm, name: CRM, owner: mai, backup_owner: mai}
  - {id: cms, name: CMS, owner: mai}
  - {id: dam, name: DAM, owner: tom, backup_owner: tom}
)") ==
        R"(inventory.yaml:5:33: error: unknown person or team 'mai'; 2 more places refer to it
    5 |   - {id: crm, name: CRM, owner: mai, backup_owner: mai}
      |                                 ^~~
inventory.yaml:7:33: error: unknown person or team 'tom'; 1 more place refers to it
    7 |   - {id: dam, name: DAM, owner: tom, backup_owner: tom}
      |                                 ^~~
)");
}

TEST_CASE("a list that is missing altogether is reported once") {
  CHECK(
      messages_of(R"(tools:
  - {id: crm, name: CRM, objectives: [growth], kpis: [leads, sales]}
  - {id: cms, name: CMS, objectives: [reach]}
)") ==
      R"(inventory.yaml:4:39: error: 'growth' refers to the list 'objectives', which is missing from the inventory; 1 more place needs it
    4 |   - {id: crm, name: CRM, objectives: [growth], kpis: [leads, sales]}
      |                                       ^~~~~~
      hint: add objectives: [{id: growth, …}]
inventory.yaml:4:55: error: 'leads' refers to the list 'kpis', which is missing from the inventory; 1 more place needs it
    4 |   - {id: crm, name: CRM, objectives: [growth], kpis: [leads, sales]}
      |                                                       ^~~~~
      hint: add kpis: [{id: leads, …}]
)");
}

TEST_CASE("a list that is none breaks nothing else") {
  CHECK(messages_of(R"(tools: {crm: {name: CRM}}
people: mai
integrations: [{from: crm, to: cms, owner: tom}]
)") ==
        R"(inventory.yaml:3:8: error: 'tools' must be a list, not a mapping
    3 | tools: {crm: {name: CRM}}
      |        ^~~~~~~~~~~~~~~~~~
      hint: start each entry with a dash, '- id: …'
inventory.yaml:4:9: error: 'people' must be a list, not 'mai'
    4 | people: mai
      |         ^~~
      hint: start each entry with a dash, '- id: …'
)");
}

TEST_CASE("a team that is its own parent") {
  CHECK(messages_of(R"(teams:
  - {id: own, parent: own}
  - {id: a, parent: b}
  - {id: b, parent: c}
  - {id: c, parent: a}
  - {id: below, parent: a}
  - {id: top}
  - {id: fine, parent: top}
)") ==
        R"(inventory.yaml:4:23: error: team 'own' is its own parent
    4 |   - {id: own, parent: own}
      |                       ^~~
      hint: remove the wrong 'parent' from the cycle
inventory.yaml:5:21: error: team 'a' is its own parent, through 2 more
    5 |   - {id: a, parent: b}
      |                     ^
      hint: remove the wrong 'parent' from the cycle
inventory.yaml:6:21: note: 'b' is below 'c'
    6 |   - {id: b, parent: c}
      |                     ^
inventory.yaml:7:21: note: 'c' is below 'a'
    7 |   - {id: c, parent: a}
      |                     ^
)");
}

TEST_CASE("a circle of any length is told once") {
  std::string teams = "teams:\n";
  for (int i = 0; i < 5000; ++i) {
    teams += "  - {id: t" + std::to_string(i) + ", parent: t" + std::to_string((i + 1) % 5000) + "}\n";
  }
  const std::string said = messages_of(teams);
  CHECK(said.find("error: team 't0' is its own parent, through 4999 more") != std::string::npos);
  CHECK(said.find("error", said.find("error") + 1) == std::string::npos);
}

TEST_CASE("names and aliases that two tools share") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: HubSpot, aliases: [hs, crm, HubSpot]}
  - {id: cms, name: Hubspot, aliases: [HS]}
  - {id: dam, name: DAM, aliases: [cms, ' hubspot ']}
  - {id: pim, name: DAM}
)") ==
        R"(inventory.yaml:5:21: warning: 'Hubspot' and the 'HubSpot' of tool 'crm' differ only in case
    5 |   - {id: cms, name: Hubspot, aliases: [HS]}
      |                     ^~~~~~~
      hint: use one spelling, or remove the duplicate tool
inventory.yaml:5:40: warning: 'HS' is an alias of 'cms' and of 'crm'
    5 |   - {id: cms, name: Hubspot, aliases: [HS]}
      |                                        ^~
      hint: an alias must identify one tool: remove it from one of the two
inventory.yaml:6:36: warning: 'cms' is an alias of 'dam' and the id of 'cms'
    6 |   - {id: dam, name: DAM, aliases: [cms, ' hubspot ']}
      |                                    ^~~
      hint: an alias must identify one tool: remove it from one of the two
inventory.yaml:6:41: warning: ' hubspot ' is an alias of 'dam' and the name of 'crm'
    6 |   - {id: dam, name: DAM, aliases: [cms, ' hubspot ']}
      |                                         ^~~~~~~~~~~
      hint: an alias must identify one tool: remove it from one of the two
)");
}

TEST_CASE("dates in the wrong order") {
  CHECK(
      messages_of(R"(tools:
  - {id: crm, name: CRM, contract: {starts: 2026-05-01, ends: 2026-01-01}}
  - {id: cms, name: CMS, live_on: {before: 2024-01-01}, purchased_on: 2024-01-01}
  - {id: dam, name: DAM, live_on: 2024-01-01, purchased_on: {before: 2025-01-01}}
budgets: [{id: tools, period: {starts: 2026-02-01, ends: 2026-01-01}}]
)") ==
      R"(inventory.yaml:7:58: error: budget 'tools': 'period.ends' (2026-01-01) is earlier than 'period.starts' (2026-02-01)
    7 | budgets: [{id: tools, period: {starts: 2026-02-01, ends: 2026-01-01}}]
      |                                                          ^~~~~~~~~~
      hint: correct one of the two
inventory.yaml:4:63: error: tool 'crm': 'contract.ends' (2026-01-01) is earlier than 'contract.starts' (2026-05-01)
    4 |   - {id: crm, name: CRM, contract: {starts: 2026-05-01, ends: 2026-01-01}}
      |                                                               ^~~~~~~~~~
      hint: correct one of the two
inventory.yaml:5:35: warning: tool 'cms': 'live_on' (before 2024-01-01) is earlier than 'purchased_on' (2024-01-01)
    5 |   - {id: cms, name: CMS, live_on: {before: 2024-01-01}, purchased_on: 2024-01-01}
      |                                   ^~~~~~~~~~~~~~~~~~~~
)");
}

TEST_CASE("more used than assigned, more assigned than bought") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, seats: {purchased: 40, assigned: 44}, usage: {active: 50}}
  - {id: cms, name: CMS, seats: {purchased: 40}, usage: {active: 50}}
  - {id: dam, name: DAM, usage: {features_used: 5, features_available: 3}}
)") ==
        R"(inventory.yaml:4:59: warning: tool 'crm': 'seats.assigned' (44) is more than 'seats.purchased' (40)
    4 |   - {id: crm, name: CRM, seats: {purchased: 40, assigned: 44}, usage: {active: 50}}
      |                                                           ^~
inventory.yaml:4:80: warning: tool 'crm': 'usage.active' (50) is more than 'seats.assigned' (44)
    4 |   - {id: crm, name: CRM, seats: {purchased: 40, assigned: 44}, usage: {active: 50}}
      |                                                                                ^~
inventory.yaml:5:66: warning: tool 'cms': 'usage.active' (50) is more than 'seats.purchased' (40)
    5 |   - {id: cms, name: CMS, seats: {purchased: 40}, usage: {active: 50}}
      |                                                                  ^~
inventory.yaml:6:49: error: tool 'dam': 'usage.features_used' (5) is more than 'usage.features_available' (3)
    6 |   - {id: dam, name: DAM, usage: {features_used: 5, features_available: 3}}
      |                                                 ^
      hint: correct one of the two
)");
}

TEST_CASE("money that is not exact, or cannot be compared") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, cost: {amount: 12.505}}
  - {id: cms, name: CMS, cost: {amount: 12, currency: USD}}
  - {id: dam, name: DAM, pricing: {unit_price: {amount: 12, currency: USD}}}
budgets: [{id: tools, amount: 12.5, currency: JPY}]
)") ==
        R"(inventory.yaml:4:41: error: 12.505 has more decimals than EUR, which has 2
    4 |   - {id: crm, name: CRM, cost: {amount: 12.505}}
      |                                         ^~~~~~
      hint: amounts are exact: round it to the currency's smallest unit
inventory.yaml:7:31: error: 12.5 has more decimals than JPY, which has 0
    7 | budgets: [{id: tools, amount: 12.5, currency: JPY}]
      |                               ^~~~
      hint: amounts are exact: round it to the currency's smallest unit
inventory.yaml:5:55: error: USD, used 2 times, has no exchange rate to EUR
    5 |   - {id: cms, name: CMS, cost: {amount: 12, currency: USD}}
      |                                                       ^~~
      hint: add exchange_rates: {USD: {rate: …, as_of: …}} under 'organisation'
inventory.yaml:7:47: error: JPY has no exchange rate to EUR
    7 | budgets: [{id: tools, amount: 12.5, currency: JPY}]
      |                                               ^~~
      hint: add exchange_rates: {JPY: {rate: …, as_of: …}} under 'organisation'
)");
}

TEST_CASE("integrations under a tool") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, integrations: [{kind: api}, {from: cms, to: cms}]}
  - {id: cms, name: CMS}
)") ==
        R"(inventory.yaml:4:41: error: this integration has no other tool
    4 |   - {id: crm, name: CRM, integrations: [{kind: api}, {from: cms, to: cms}]}
      |                                         ^~~~~~~~~~~
      hint: add 'to: …' or 'from: …'
inventory.yaml:4:54: error: this integration is listed under 'crm' but connects two other tools
    4 |   - {id: crm, name: CRM, integrations: [{kind: api}, {from: cms, to: cms}]}
      |                                                      ^~~~~~~~~~~~~~~~~~~~
      hint: move it to the top-level 'integrations'
inventory.yaml:4:54: warning: this integration connects 'cms' with itself
    4 |   - {id: crm, name: CRM, integrations: [{kind: api}, {from: cms, to: cms}]}
      |                                                      ^~~~~~~~~~~~~~~~~~~~
      hint: name the tool at the other end
)");
}

TEST_CASE("a rate of the organisation's own currency") {
  const Reading reading = read_text(
      "martech: 1\norganisation: {name: O, currency: EUR, exchange_rates: {EUR: {rate: 2}, USD: {rate: "
      "0.9}}}\n");
  CHECK(!reading.inventory);
  CHECK(reading.messages.find(
            "inventory.yaml:2:69: error: EUR is the organisation's currency; its rate is always 1\n") !=
        std::string::npos);
}

TEST_CASE("waivers") {
  CHECK(messages_of(R"(tools: [{id: crm, name: CRM, waivers: [{rule: a}]}]
waivers:
  - {rule: a, entity: cms, reason: b, owner: mai, expires: 2026-12-31}
  - {rule: a, entity: objectve/b, reason: b, owner: mai, expires: {before: 2026-12-31}}
  - {rule: a, entity: tool/crm, reason: b, owner: mai, expires: 2026-01-01, created: 2026-02-01}
  - crm
)") ==
        R"(inventory.yaml:8:5: error: an entry of 'waivers' must be a block, not 'crm'
    8 |   - crm
      |     ^~~
      hint: write {rule: …, entity: …}
inventory.yaml:3:40: error: this waiver has no 'reason', 'owner' or 'expires', which are required
    3 | tools: [{id: crm, name: CRM, waivers: [{rule: a}]}]
      |                                        ^~~~~~~~~
      hint: add 'reason: …', 'owner: …' and 'expires: …'
inventory.yaml:7:65: error: waiver: 'expires' (2026-01-01) is earlier than 'created' (2026-02-01)
    7 |   - {rule: a, entity: tool/crm, reason: b, owner: mai, expires: 2026-01-01, created: 2026-02-01}
      |                                                                 ^~~~~~~~~~
      hint: correct one of the two
inventory.yaml:5:23: warning: unknown tool 'cms', so this waiver has no effect
    5 |   - {rule: a, entity: cms, reason: b, owner: mai, expires: 2026-12-31}
      |                       ^~~
      hint: one of: crm
inventory.yaml:6:67: error: a waiver must have an expiry date
    6 |   - {rule: a, entity: objectve/b, reason: b, owner: mai, expires: {before: 2026-12-31}}
      |                                                                   ^~~~~~~~~~~~~~~~~~~~
      hint: write expires: 2026-12-31
inventory.yaml:6:23: error: 'objectve' is not a kind of entity
    6 |   - {rule: a, entity: objectve/b, reason: b, owner: mai, expires: {before: 2026-12-31}}
      |                       ^~~~~~~~~~
      hint: did you mean 'objective'?
)");
}

}  // namespace
}  // namespace martech_audit::test
