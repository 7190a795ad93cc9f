// Inventories that say what cannot be: what the program says, in full.
#include "faults.h"
#include "support/catch.h"

namespace martech_audit::tests::bad_inventory {
namespace {

using namespace std::string_literals;

const std::string head = "martech: 1\norganisation: {name: A, currency: EUR}\n";

TEST_CASE("every fault of an inventory is told at once") {
  check_faults({
      {"version.yaml", "martech: 2\n"s,
       R"(
version.yaml:1:10: error: unknown format version '2'
    1 | martech: 2
      |          ^
      hint: this version of martech-audit reads 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"none.yaml", "organisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n"s,
       R"(
none.yaml:1:1: error: the format version is missing
    1 | organisation: {name: A, currency: EUR}
      | ^~~~~~~~~~~~
      hint: start with 'martech: 1'
martech-audit: 1 error; no verdict
)"},
      {"american.yaml", "martech: 1\norganization: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n"s,
       R"(
american.yaml:1:1: error: the inventory has no 'organisation'
    1 | martech: 1
      | ^~~~~~~
      hint: add organisation: {name: …, currency: EUR}
american.yaml:2:1: error: an inventory has no section 'organization'
    2 | organization: {name: A, currency: EUR}
      | ^~~~~~~~~~~~
      hint: did you mean 'organisation'?
martech-audit: 2 errors; no verdict
)"},
      {"notools.yaml", head,
       R"(
notools.yaml:1:1: error: there are no tools to audit
    1 | martech: 1
      | ^
      hint: add them under 'tools:', each with an id and a name
martech-audit: 1 error; no verdict
)"},
      {"emptytools.yaml", head + "tools: []\n"s,
       R"(
emptytools.yaml:1:1: error: there are no tools to audit
    1 | martech: 1
      | ^
      hint: add them under 'tools:', each with an id and a name
martech-audit: 1 error; no verdict
)"},
      {"types.yaml", "martech: 1\norganisation: [A]\ntools: {a: 1}\nobjectives: 3\n"s,
       R"(
types.yaml:2:15: error: 'organisation' must be a block, not a list
    2 | organisation: [A]
      |               ^~~
      hint: write {name: …, currency: …}
types.yaml:3:8: error: 'tools' must be a list, not a mapping
    3 | tools: {a: 1}
      |        ^~~~~~
      hint: start each entry with a dash, '- id: …'
types.yaml:4:13: error: 'objectives' must be a list, not '3'
    4 | objectives: 3
      |             ^
      hint: start each entry with a dash, '- id: …'
martech-audit: 3 errors; no verdict
)"},
      {"types2.yaml",
       head +
           "tools:\n  - hubspot\n  - [a]\n  - id:a\n  - {id: [x], name: {y: z}}\n  - {id: c, name: C, cost: expensive, seats: many, owner: {a: b}, capabilities: email, status: maybe, contract: [1]}\n"s,
       R"(
types2.yaml:4:5: error: a tool must be a mapping, not 'hubspot'
    4 |   - hubspot
      |     ^~~~~~~
      hint: write {id: hubspot, …}
types2.yaml:5:5: error: a tool must be a mapping, not a list
    5 |   - [a]
      |     ^~~
      hint: write {id: …, name: …}
types2.yaml:6:5: error: a tool must be a mapping, not 'id:a'
    6 |   - id:a
      |     ^~~~
      hint: write a space after each colon, as in 'id: acme-crm'
types2.yaml:7:10: error: 'id' must be an id, not a list
    7 |   - {id: [x], name: {y: z}}
      |          ^~~
      hint: write a short name in small letters, for instance acme-crm
types2.yaml:7:21: error: 'name' must be text, not a mapping
    7 |   - {id: [x], name: {y: z}}
      |                     ^~~~~~
      hint: write a text, in quotes if it contains ': ', brackets or braces
types2.yaml:8:28: error: 'amount' must be a number, not 'expensive'
    8 |   - {id: c, name: C, cost: expensive, seats: many, owner: {a: b}, capabilities: email, status: maybe…
      |                            ^~~~~~~~~
      hint: write a number, for instance 1200 or 1200.50
types2.yaml:8:46: error: 'seats' must be a block, not 'many'
    8 |   - {id: c, name: C, cost: expensive, seats: many, owner: {a: b}, capabilities: email, status: maybe…
      |                                              ^~~~
      hint: write {purchased: …, assigned: …}
types2.yaml:8:59: error: 'owner' must be the id of a person or team, not a mapping
    8 |   - {id: c, name: C, cost: expensive, seats: many, owner: {a: b}, capabilities: email, status: maybe…
      |                                                           ^~~~~~
      hint: write the id of a person or team, as in the inventory
types2.yaml:8:81: error: 'capabilities' must be a list, not 'email'
    8 | … cost: expensive, seats: many, owner: {a: b}, capabilities: email, status: maybe, contract: [1]}
      |                                                              ^~~~~
      hint: write [email]
types2.yaml:8:96: error: 'status' cannot be 'maybe'
    8 | …e, seats: many, owner: {a: b}, capabilities: email, status: maybe, contract: [1]}
      |                                                              ^~~~~
      hint: one of: evaluating, pilot, implementing, active, retiring, retired
types2.yaml:8:113: error: 'contract' must be a block, not a list
    8 | …wner: {a: b}, capabilities: email, status: maybe, contract: [1]}
      |                                                              ^~~
      hint: write {starts: …, ends: …}
martech-audit: 11 errors; no verdict
)"},
      {"fields.yaml",
       head +
           "tools:\n  - {id: a, name: A, ownr: x}\n  - {id: b, name: B, seats: {active: 3}, renewal_date: 2026-01-01}\n  - {id: c, name: C, zzzzzz: x}\ntolls: []\n"s,
       R"(
fields.yaml:4:22: error: a tool has no field 'ownr'
    4 |   - {id: a, name: A, ownr: x}
      |                      ^~~~
      hint: did you mean 'owner'?
fields.yaml:5:30: error: 'seats' has no field 'active'
    5 |   - {id: b, name: B, seats: {active: 3}, renewal_date: 2026-01-01}
      |                              ^~~~~~
      hint: 'active' belongs under 'usage'
fields.yaml:5:42: error: a tool has no field 'renewal_date'
    5 |   - {id: b, name: B, seats: {active: 3}, renewal_date: 2026-01-01}
      |                                          ^~~~~~~~~~~~
      hint: use 'ends' under 'contract'
fields.yaml:6:22: error: a tool has no field 'zzzzzz'
    6 |   - {id: c, name: C, zzzzzz: x}
      |                      ^~~~~~
      hint: see `martech-audit schema reference`
fields.yaml:7:1: error: an inventory has no section 'tolls'
    7 | tolls: []
      | ^~~~~
      hint: did you mean 'tools'?
martech-audit: 5 errors; no verdict
)"},
      {"refs.yaml",
       head +
           "objectives: [{id: grow, title: Grow}]\npeople: [{id: ann}]\ntools:\n  - {id: a, name: A, owner: anne, objectives: [grwo, sell]}\nintegrations: [{from: a, to: c}]\n"s,
       R"(
refs.yaml:6:29: error: unknown person or team 'anne'
    6 |   - {id: a, name: A, owner: anne, objectives: [grwo, sell]}
      |                             ^~~~
      hint: did you mean 'ann'?
refs.yaml:6:48: error: unknown objective 'grwo'
    6 |   - {id: a, name: A, owner: anne, objectives: [grwo, sell]}
      |                                                ^~~~
      hint: did you mean 'grow'?
refs.yaml:6:54: error: unknown objective 'sell'
    6 |   - {id: a, name: A, owner: anne, objectives: [grwo, sell]}
      |                                                      ^~~~
      hint: one of: grow
refs.yaml:7:30: error: unknown tool 'c'
    7 | integrations: [{from: a, to: c}]
      |                              ^
      hint: one of: a
martech-audit: 4 errors; no verdict
)"},
      {"ids.yaml",
       head +
           "tools:\n  - {id: a, name: A}\n  - {id: a, name: B}\n  - {id: Big Tool, name: B}\n  - {id: '', name: B}\n  - {name: C}\n"s,
       R"(
ids.yaml:5:10: error: a second tool has the id 'a'
    5 |   - {id: a, name: B}
      |          ^
      hint: ids must be unique; change one of them
ids.yaml:4:10: note: the first 'a' is here
    4 |   - {id: a, name: A}
      |          ^
ids.yaml:6:10: error: 'Big Tool' is not an id: only a-z, 0-9 and -, starting with a letter or digit
    6 |   - {id: Big Tool, name: B}
      |          ^~~~~~~~
      hint: write big-tool
ids.yaml:7:10: error: 'id' must be an id, not ''
    7 |   - {id: '', name: B}
      |          ^~
      hint: write a short name in small letters, for instance acme-crm
ids.yaml:8:5: error: this tool has no 'id', which is required
    8 |   - {name: C}
      |     ^~~~~~~~~
      hint: add 'id: …'
martech-audit: 4 errors; no verdict
)"},
      {"dates.yaml",
       head +
           "tools:\n  - {id: a, name: A, contract: {starts: 2026-02-30, ends: tomorrow, notice_days: -5}}\n  - {id: b, name: B, contract: {starts: 2026-12-01, ends: 2025-12-01}}\n"s,
       R"(
dates.yaml:4:41: error: 'starts' must be a date, not '2026-02-30'
    4 |   - {id: a, name: A, contract: {starts: 2026-02-30, ends: tomorrow, notice_days: -5}}
      |                                         ^~~~~~~~~~
      hint: write year-month-day, for instance 2026-01-31
dates.yaml:4:59: error: 'ends' must be a date, not 'tomorrow'
    4 |   - {id: a, name: A, contract: {starts: 2026-02-30, ends: tomorrow, notice_days: -5}}
      |                                                           ^~~~~~~~
      hint: write year-month-day, for instance 2026-01-31
dates.yaml:4:82: error: 'notice_days' cannot be negative, not -5
    4 |   - {id: a, name: A, contract: {starts: 2026-02-30, ends: tomorrow, notice_days: -5}}
      |                                                                                  ^~
      hint: correct it, or leave it out if unknown
dates.yaml:5:59: error: tool 'b': 'contract.ends' (2025-12-01) is earlier than 'contract.starts' (2026-12-01)
    5 |   - {id: b, name: B, contract: {starts: 2026-12-01, ends: 2025-12-01}}
      |                                                           ^~~~~~~~~~
      hint: correct one of the two
martech-audit: 4 errors; no verdict
)"},
      {"money.yaml",
       head +
           "tools:\n  - {id: a, name: A, cost: {amount: 12,000, per: year}}\n  - {id: b, name: B, cost: {amount: \"$43,200\", per: year}}\n  - {id: c, name: C, cost: {amount: -5, per: year}}\n  - {id: d, name: D, cost: {amount: 1.234, per: year}}\n  - {id: e, name: E, cost: {amount: 99999999999999999999, per: fortnight}}\n  - {id: f, name: F, cost: {amount: 5, currency: USD, per: year}}\n  - {id: g, name: G, cost: {amount: 5, currency: Euro, per: year}}\n  - {id: h, name: H, cost: .inf}\n"s,
       R"(
money.yaml:4:40: error: 'money' has no field '000'
    4 |   - {id: a, name: A, cost: {amount: 12,000, per: year}}
      |                                        ^~~
      hint: a comma ends a value within braces: write 12000, not 12,000
money.yaml:5:37: error: 'amount' must be a number, not '$43,200'
    5 |   - {id: b, name: B, cost: {amount: "$43,200", per: year}}
      |                                     ^~~~~~~~~
      hint: write 43200
money.yaml:6:37: error: 'amount' cannot be negative, not -5
    6 |   - {id: c, name: C, cost: {amount: -5, per: year}}
      |                                     ^~
      hint: correct it, or leave it out if unknown
money.yaml:7:37: error: 1.234 has more decimals than EUR, which has 2
    7 |   - {id: d, name: D, cost: {amount: 1.234, per: year}}
      |                                     ^~~~~
      hint: amounts are exact: round it to the currency's smallest unit
money.yaml:8:37: error: 'amount' must be from 0 to 1_000_000_000_000_000, not 99999999999999999999
    8 |   - {id: e, name: E, cost: {amount: 99999999999999999999, per: fortnight}}
      |                                     ^~~~~~~~~~~~~~~~~~~~
      hint: correct it, or leave it out if unknown
money.yaml:8:64: error: 'per' cannot be 'fortnight'
    8 |   - {id: e, name: E, cost: {amount: 99999999999999999999, per: fortnight}}
      |                                                                ^~~~~~~~~
      hint: one of: month, quarter, year, once
money.yaml:9:50: error: USD has no exchange rate to EUR
    9 |   - {id: f, name: F, cost: {amount: 5, currency: USD, per: year}}
      |                                                  ^~~
      hint: add exchange_rates: {USD: {rate: …, as_of: …}} under 'organisation'
money.yaml:10:50: error: 'Euro' is not a currency code of ISO 4217
   10 |   - {id: g, name: G, cost: {amount: 5, currency: Euro, per: year}}
      |                                                  ^~~~
      hint: write EUR
money.yaml:11:28: error: 'amount' must be a number, not '.inf'
   11 |   - {id: h, name: H, cost: .inf}
      |                            ^~~~
      hint: write a number, for instance 1200 or 1200.50
martech-audit: 9 errors; no verdict
)"},
      {"currency.yaml",
       "martech: 1\norganisation: {name: A, currency: Dollars}\ntools:\n  - {id: a, name: A}\n"s,
       R"(
currency.yaml:2:35: error: 'Dollars' is not a currency code of ISO 4217
    2 | organisation: {name: A, currency: Dollars}
      |                                   ^~~~~~~
      hint: write three letters such as EUR or USD
martech-audit: 1 error; no verdict
)"},
      {"seats.yaml",
       head +
           "tools:\n  - {id: a, name: A, seats: {purchased: -5}}\n  - {id: b, name: B, seats: {purchased: 5.5}}\n  - {id: c, name: C, seats: 12}\n"s,
       R"(
seats.yaml:4:41: error: 'purchased' cannot be negative, not -5
    4 |   - {id: a, name: A, seats: {purchased: -5}}
      |                                         ^~
      hint: correct it, or leave it out if unknown
seats.yaml:5:41: error: 'purchased' must be a whole number, not '5.5'
    5 |   - {id: b, name: B, seats: {purchased: 5.5}}
      |                                         ^~~
      hint: write a whole number, for instance 12
seats.yaml:6:29: error: 'seats' must be a block, not '12'
    6 |   - {id: c, name: C, seats: 12}
      |                             ^~
      hint: write {purchased: …, assigned: …}
martech-audit: 3 errors; no verdict
)"},
      {"absurd.yaml",
       head +
           "teams:\n  - {id: own, parent: own}\n  - {id: a, parent: b, headcount: 99999999999}\n  - {id: b, parent: a}\ntools:\n  - {id: x, name: X, contract: {notice_days: 99999999999, ends: 9999-12-31}}\n  - {id: y, name: x, seats: {purchased: 1e+2, assigned: 1e400}, cost: {amount: 1E5, per: year}}\n  - {id: z, name: Z, aliases: [x], cost: 0.0000000000001}\nkpis: [{id: k, title: K, target: 1234567890123456789}]\n"s,
       R"(
absurd.yaml:4:23: error: team 'own' is its own parent
    4 |   - {id: own, parent: own}
      |                       ^~~
      hint: remove the wrong 'parent' from the cycle
absurd.yaml:5:21: error: team 'a' is its own parent, through 1 more
    5 |   - {id: a, parent: b, headcount: 99999999999}
      |                     ^
      hint: remove the wrong 'parent' from the cycle
absurd.yaml:6:21: note: 'b' is below 'a'
    6 |   - {id: b, parent: a}
      |                     ^
absurd.yaml:5:35: error: 'headcount' must be from 0 to 10_000_000, not 99999999999
    5 |   - {id: a, parent: b, headcount: 99999999999}
      |                                   ^~~~~~~~~~~
      hint: correct it, or leave it out if unknown
absurd.yaml:8:46: error: 'notice_days' must be from 0 to 3660, not 99999999999
    8 |   - {id: x, name: X, contract: {notice_days: 99999999999, ends: 9999-12-31}}
      |                                              ^~~~~~~~~~~
      hint: correct it, or leave it out if unknown
absurd.yaml:8:65: warning: 'ends' is in the year 9999 and is treated as missing
    8 |   - {id: x, name: X, contract: {notice_days: 99999999999, ends: 9999-12-31}}
      |                                                                 ^~~~~~~~~~
      hint: years go from 1990 to 2100; leave it out if there is no such date
absurd.yaml:9:19: warning: 'x' and the 'X' of tool 'x' differ only in case
    9 |   - {id: y, name: x, seats: {purchased: 1e+2, assigned: 1e400}, cost: {amount: 1E5, per: year}}
      |                   ^
      hint: use one spelling, or remove the duplicate tool
absurd.yaml:9:57: error: 'assigned' must be from 0 to 10_000_000, not 1e400
    9 |   - {id: y, name: x, seats: {purchased: 1e+2, assigned: 1e400}, cost: {amount: 1E5, per: year}}
      |                                                         ^~~~~
      hint: correct it, or leave it out if unknown
absurd.yaml:10:32: warning: 'x' is an alias of 'z' and the id of 'x'
   10 |   - {id: z, name: Z, aliases: [x], cost: 0.0000000000001}
      |                                ^
      hint: an alias must identify one tool: remove it from one of the two
absurd.yaml:10:42: error: 'amount' has too many digits
   10 |   - {id: z, name: Z, aliases: [x], cost: 0.0000000000001}
      |                                          ^~~~~~~~~~~~~~~
      hint: write at most 18 digits, 9 of them after the decimal point
absurd.yaml:11:34: error: 'target' has too many digits
   11 | kpis: [{id: k, title: K, target: 1234567890123456789}]
      |                                  ^~~~~~~~~~~~~~~~~~~
      hint: write at most 18 digits, 9 of them after the decimal point
martech-audit: 7 errors, 3 warnings; no verdict
)"},
      {"waivers.yaml",
       head +
           "tools:\n  - {id: a, name: A}\nwaivers:\n  - {rule: shelfware, entity: zz, reason: x, owner: y, expires: 2027-01-01}\n  - {rule: shelfware, entity: a}\n"s,
       R"(
waivers.yaml:6:31: warning: unknown tool 'zz', so this waiver has no effect
    6 |   - {rule: shelfware, entity: zz, reason: x, owner: y, expires: 2027-01-01}
      |                               ^~
      hint: one of: a
waivers.yaml:7:5: error: this waiver has no 'reason', 'owner' or 'expires', which are required
    7 |   - {rule: shelfware, entity: a}
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: add 'reason: …', 'owner: …' and 'expires: …'
martech-audit: 1 error, 1 warning; no verdict
)"},
      {"crlf.yaml",
       "martech: 1\r\norganisation: {name: A, currency: EUR}\r\ntools:\r\n  - {id: a, name: A, ownr: x}\r\n"s,
       R"(
crlf.yaml:4:22: error: a tool has no field 'ownr'
    4 |   - {id: a, name: A, ownr: x}
      |                      ^~~~
      hint: did you mean 'owner'?
martech-audit: 1 error; no verdict
)"},
      {"bom.yaml",
       "\xef\xbb\xbfmartech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A, ownr: x}\n"s,
       R"(
bom.yaml:4:22: error: a tool has no field 'ownr'
    4 |   - {id: a, name: A, ownr: x}
      |                      ^~~~
      hint: did you mean 'owner'?
martech-audit: 1 error; no verdict
)"},
      {"hostile.yaml",
       head +
           "tools:\n  - {id: \"\\e[2J\", name: A, \"\\e]0;x\\a\": 1, owner: \"\\u202Eevil\"}\n  - {id: b, name: B, \"status\\nmartech-audit: gate passed\": active}\n"s,
       R"(
hostile.yaml:4:10: error: '\x1b[2J' is not an id: only a-z, 0-9 and -, starting with a letter or digit
    4 |   - {id: "\e[2J", name: A, "\e]0;x\a": 1, owner: "\u202Eevil"}
      |          ^~~~~~~
      hint: write 2j
hostile.yaml:4:28: error: a tool has no field '\x1b]0;x\x07'
    4 |   - {id: "\e[2J", name: A, "\e]0;x\a": 1, owner: "\u202Eevil"}
      |                            ^~~~~~~~~~
      hint: see `martech-audit schema reference`
hostile.yaml:5:22: error: a tool has no field 'status\nmartech-audit: gate passed'
    5 |   - {id: b, name: B, "status\nmartech-audit: gate passed": active}
      |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: see `martech-audit schema reference`
martech-audit: 3 errors; no verdict
)"},
  });
}

}  // namespace
}  // namespace martech_audit::tests::bad_inventory
