// Keys that are unknown, missing or not allowed, and the frame of the file. Whole messages.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

TEST_CASE("unknown keys") {
  CHECK(messages_of(R"(tools:
  - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
  - {id: cms, name: CMS, seats: {bougt: 3, owner: jim, window_days: 3, x-mine: 3}}
amount: 3
currency: EUR
zzz: 1
)") ==
        R"(inventory.yaml:6:1: error: an inventory has no section 'amount'
    6 | amount: 3
      | ^~~~~~
      hint: 'amount' is a field of a budget
inventory.yaml:7:1: error: an inventory has no section 'currency'
    7 | currency: EUR
      | ^~~~~~~~
      hint: 'currency' belongs under 'organisation'
inventory.yaml:8:1: error: an inventory has no section 'zzz'
    8 | zzz: 1
      | ^~~
      hint: see `martech-audit schema reference`
inventory.yaml:4:26: error: a tool has no field 'onwer'
    4 |   - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
      |                          ^~~~~
      hint: did you mean 'owner'?
inventory.yaml:4:36: error: a tool has no field 'purchased'
    4 |   - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
      |                                    ^~~~~~~~~
      hint: 'purchased' belongs under 'seats'
inventory.yaml:4:51: error: a tool has no field 'renewal_date'
    4 |   - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
      |                                                   ^~~~~~~~~~~~
      hint: use 'ends' under 'contract'
inventory.yaml:4:77: error: a tool has no field 'headcount'
    4 |   - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
      |                                                                             ^~~~~~~~~
      hint: 'headcount' is a field of a team
inventory.yaml:4:91: error: a tool has no field 'zzz'
    4 |   - {id: crm, name: CRM, onwer: x, purchased: 12, renewal_date: 2026-01-01, headcount: 3, zzz: 1}
      |                                                                                           ^~~
      hint: see `martech-audit schema reference`
inventory.yaml:5:34: error: 'seats' has no field 'bougt'
    5 |   - {id: cms, name: CMS, seats: {bougt: 3, owner: jim, window_days: 3, x-mine: 3}}
      |                                  ^~~~~
      hint: one of: purchased, assigned, planned, planned_by, contract_minimum
inventory.yaml:5:44: error: 'seats' has no field 'owner'
    5 |   - {id: cms, name: CMS, seats: {bougt: 3, owner: jim, window_days: 3, x-mine: 3}}
      |                                            ^~~~~
      hint: 'owner' belongs to the tool itself, outside 'seats'
inventory.yaml:5:56: error: 'seats' has no field 'window_days'
    5 |   - {id: cms, name: CMS, seats: {bougt: 3, owner: jim, window_days: 3, x-mine: 3}}
      |                                                        ^~~~~~~~~~~
      hint: 'window_days' belongs under 'usage'
inventory.yaml:5:72: error: 'seats' has no field 'x-mine'
    5 |   - {id: cms, name: CMS, seats: {bougt: 3, owner: jim, window_days: 3, x-mine: 3}}
      |                                                                        ^~~~~~
      hint: x-… keys belong next to the fields of a tool
)");
}

TEST_CASE("required fields") {
  CHECK(messages_of(R"(tools:
  - {name: CRM}
  - {id: cms}
  - {vendor: Adobe}
  - {id: dam, name: DAM, capabilities: [{primary: true}]}
integrations: [{kind: api}]
)") ==
        R"(inventory.yaml:4:5: error: this tool has no 'id', which is required
    4 |   - {name: CRM}
      |     ^~~~~~~~~~~
      hint: add 'id: …'
inventory.yaml:5:5: error: this tool has no 'name', which is required
    5 |   - {id: cms}
      |     ^~~~~~~~~
      hint: add 'name: …'
inventory.yaml:6:5: error: this tool has no 'id' or 'name', which are required
    6 |   - {vendor: Adobe}
      |     ^~~~~~~~~~~~~~~
      hint: add 'id: …' and 'name: …'
inventory.yaml:7:41: error: this capability has no 'id', which is required
    7 |   - {id: dam, name: DAM, capabilities: [{primary: true}]}
      |                                         ^~~~~~~~~~~~~~~
      hint: add 'id: …'
inventory.yaml:8:16: error: this integration has no 'from' or 'to', which are required
    8 | integrations: [{kind: api}]
      |                ^~~~~~~~~~~
      hint: add 'from: …' and 'to: …'
)");
}

TEST_CASE("marks of not_applicable") {
  CHECK(messages_of(R"(tools:
  - {id: {not_applicable: none}, name: CRM}
  - {id: cms, name: CMS, owner: {not_applicable: }, cost: {not_applicable: free, amount: 3}}
)") ==
        R"(inventory.yaml:4:10: error: 'id' is required and cannot be marked not_applicable
    4 |   - {id: {not_applicable: none}, name: CRM}
      |          ^~~~~~~~~~~~~~~~~~~~~~
inventory.yaml:5:49: error: not_applicable needs a reason
    5 |   - {id: cms, name: CMS, owner: {not_applicable: }, cost: {not_applicable: free, amount: 3}}
      |                                                 ^
      hint: write {not_applicable: "why"}
inventory.yaml:5:60: error: not_applicable cannot be combined with other fields
    5 |   - {id: cms, name: CMS, owner: {not_applicable: }, cost: {not_applicable: free, amount: 3}}
      |                                                            ^~~~~~~~~~~~~~
)");
}

TEST_CASE("a version that is not known says only that") {
  CHECK(read_text(R"(martech: 2
organisation: {nme: x}
)")
            .messages ==
        R"(inventory.yaml:1:10: error: unknown format version '2'
    1 | martech: 2
      |          ^
      hint: this version of martech-audit reads 'martech: 1'
)");
}

TEST_CASE("no version") {
  CHECK(read_text(R"(organisation: {name: Acme, currency: EUR}
)")
            .messages ==
        R"(inventory.yaml:1:1: error: the format version is missing
    1 | organisation: {name: Acme, currency: EUR}
      | ^~~~~~~~~~~~
      hint: start with 'martech: 1'
)");
}

TEST_CASE("no organisation") {
  CHECK(read_text(R"(martech: 1
organisation:
)")
            .messages ==
        R"(inventory.yaml:1:1: error: the inventory has no 'organisation'
    1 | martech: 1
      | ^~~~~~~
      hint: add organisation: {name: …, currency: EUR}
)");
}

TEST_CASE("an organisation without a currency") {
  CHECK(read_text(R"(martech: 1
organisation: {name: Acme}
tools: [{id: crm, name: CRM, cost: {amount: 12.345, currency: USD}}]
)")
            .messages ==
        R"(inventory.yaml:2:15: error: this organisation has no 'currency', which is required
    2 | organisation: {name: Acme}
      |               ^~~~~~~~~~~~
      hint: add 'currency: …'
inventory.yaml:3:45: error: 12.345 has more decimals than USD, which has 2
    3 | tools: [{id: crm, name: CRM, cost: {amount: 12.345, currency: USD}}]
      |                                             ^~~~~~
      hint: amounts are exact: round it to the currency's smallest unit
)");
}

TEST_CASE("not an inventory at all") {
  CHECK(read_text(R"([crm, cms]
)")
            .messages ==
        R"(inventory.yaml:1:1: error: an inventory must be a mapping, not a list
    1 | [crm, cms]
      | ^~~~~~~~~~
      hint: start with 'martech: 1'
)");
}

TEST_CASE("exchange rates") {
  CHECK(read_text(R"(martech: 1
organisation: {name: Acme, currency: EUR, exchange_rates: {DOLLAR: {rate: 1}, GBP: 0, USD: 0.9}}
tools: [{id: crm, name: CRM, cost: {amount: 1, currency: GBP}}]
)")
            .messages ==
        R"(inventory.yaml:2:60: error: 'DOLLAR' is not a currency code of ISO 4217
    2 | organisation: {name: Acme, currency: EUR, exchange_rates: {DOLLAR: {rate: 1}, GBP: 0, USD: 0.9}}
      |                                                            ^~~~~~
      hint: write, for instance, USD
inventory.yaml:2:84: error: an exchange rate cannot be 0
    2 | organisation: {name: Acme, currency: EUR, exchange_rates: {DOLLAR: {rate: 1}, GBP: 0, USD: 0.9}}
      |                                                                                    ^
)");
}

TEST_CASE("what cannot have a default") {
  CHECK(messages_of(R"(defaults:
  tools:
    owner: mai
    waivers: []
    cost: {currency: EURO}
  objectives: {}
)") ==
        R"(inventory.yaml:5:5: error: 'owner' cannot have a default
    5 |     owner: mai
      |     ^~~~~
      hint: defaults are for blocks of a tool, such as cost or usage, and for live_on
inventory.yaml:6:5: error: 'waivers' cannot have a default
    6 |     waivers: []
      |     ^~~~~~~
      hint: defaults are for blocks of a tool, such as cost or usage, and for live_on
inventory.yaml:7:22: error: 'EURO' is not a currency code of ISO 4217
    7 |     cost: {currency: EURO}
      |                      ^~~~
      hint: write EUR
inventory.yaml:8:3: error: 'defaults' has no field 'objectives'
    8 |   objectives: {}
      |   ^~~~~~~~~~
      hint: 'objectives' belongs at the top level of the file
)");
}

}  // namespace
}  // namespace martech_audit::test
