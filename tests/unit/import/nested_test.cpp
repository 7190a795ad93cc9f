// YAML and JSON whose records hold records: nothing in them goes missing, and mappings say what they become.
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::reading_messages;
using martech_audit::import::test::tools_of;

namespace {

bool summary_says(const test::Imported& imported, std::string_view text) {
  return imported.result && imported.result->summary.find(text) != std::string::npos;
}

const std::string contracts = R"(
apps:
  - name: Sales Cloud
    annual_cost: 1800
    owner: Kim
    contracts:
      - {ends: 2027-04-30, seats: 10, ref: C1}
      - {endDate: 2027-06-30, seats: 5, ref: C2}
  - name: Braze
    contracts: []
)";

}  // namespace

TEST_CASE("a list of records below a record stays text, and the summary says what could be done") {
  const auto imported = import_text("a.yaml", contracts, in("EUR"));
  CHECK(imported.messages.empty());
  CHECK(tools_of(imported) ==
        "tools:\n  - id: sales-cloud\n    name: Sales Cloud\n    owner: Kim\n"
        "    cost:\n      amount: 1800\n      per: year\n"
        "    x-contracts: |\n"
        "      {ends: 2027-04-30, seats: 10, ref: C1}\n"
        "      {endDate: 2027-06-30, seats: 5, ref: C2}\n"
        "  - id: braze\n    name: Braze\n");
  CHECK(summary_says(
      imported,
      "  contracts → kept as x-contracts, up to 2 records in a row; 'rows: contracts' in a mapping "
      "makes each an entry\n"));
}

TEST_CASE("rows of a mapping makes an entry of each record below") {
  const auto imported = import_text("a.yaml", contracts, in("EUR"), "rows: contracts\n");
  CHECK(imported.messages.empty());
  CHECK(tools_of(imported) ==
        "tools:\n  - id: sales-cloud\n    name: Sales Cloud\n    owner: Kim\n"
        "    seats:\n      purchased: 10\n"
        "    cost:\n      amount: 1800\n      per: year\n"
        "    contract:\n      ends: 2027-04-30\n"
        "    x-contracts-ref: C1\n"
        "  - id: sales-cloud-2\n    name: Sales Cloud\n    owner: Kim\n"
        "    seats:\n      purchased: 5\n"
        "    contract:\n      ends: 2027-06-30\n"
        "    x-contracts-ref: C2\n"
        "  - id: braze\n    name: Braze\n");
  CHECK(summary_says(imported, "read 2 records, 3 rows, from a.yaml\n"));
  CHECK(summary_says(imported, "  2 rows are called 'Sales Cloud': sales-cloud, sales-cloud-2\n"));
  CHECK(summary_says(imported, "  cost: 1800.00 EUR read, same total written\n"));
  CHECK(import_text("a.yaml", contracts, in("EUR"), "rows: contrats\n").messages ==
        R"(a.yaml:3:3: error: no record has a list of mappings 'contrats'
    3 |   - name: Sales Cloud
      |   ^
      hint: name the list whose items are rows: rows: contracts in a mapping
)");
}

TEST_CASE("amounts of a record and of its rows are reconciled together") {
  const auto imported = import_text("a.json",
                                    R"([{"name": "A", "annual_cost": 100, "contracts":
                                         [{"cost": {"amount": 60}}, {"cost": {"amount": 40}}]}])",
                                    in("EUR"), "rows: contracts\n");
  CHECK(tools_of(imported) ==
        "tools:\n  - id: a\n    name: A\n    cost:\n      amount: 100\n      per: year\n"
        "    x-contracts-cost-amount: 60\n"
        "  - id: a-2\n    name: A\n    cost:\n      amount: 40\n");
  CHECK(summary_says(imported, "  cost: 200.00 EUR read, 140.00 EUR written; the rest is kept as x-…\n"));
}

TEST_CASE("connections written as records are connections with what is said of them") {
  const auto imported = import_text("a.yaml", R"(
- name: CRM
  integrations:
    - {to: Mail, kind: api, status: active}
    - {tool: mail, kind: file}
- name: Mail
  integrations: [{to: CRM, secret: 1}]
- name: Wiki
  integrations: [CRM, {to: Nowhere}]
- name: Chat
  integrations: [{kind: api}]
)",
                                    in("EUR"));
  CHECK(tools_of(imported) ==
        "tools:\n  - id: crm\n    name: CRM\n    integrations:\n"
        "      - to: mail\n        kind: api\n        status: active\n"
        "      - to: mail\n        kind: file\n"
        "  - id: mail\n    name: Mail\n    x-integrations: \"{to: CRM, secret: 1}\"\n"
        "  - id: wiki\n    name: Wiki\n    integrations:\n      - to: crm\n"
        "    x-integrations: |\n      CRM\n      {to: Nowhere}\n"
        "  - id: chat\n    name: Chat\n    x-integrations: \"{kind: api}\"\n");
  CHECK(imported.messages ==
        R"(a.yaml:7:17: warning: 'integrations' is kept as text: a connection has no 'secret'
    7 |   integrations: [{to: CRM, secret: 1}]
      |                 ^~~~~~~~~~~~~~~~~~~~~~
      hint: write {to: Name, kind: api, status: active}
a.yaml:9:17: warning: 'integrations' is kept as text: no other tool is called '{to: Nowhere}'
    9 |   integrations: [CRM, {to: Nowhere}]
      |                 ^~~~~~~~~~~~~~~~~~~~
      hint: use the names of those tools, separated by commas
a.yaml:11:17: warning: 'integrations' is kept as text: a connection here has no tool
   11 |   integrations: [{kind: api}]
      |                 ^~~~~~~~~~~~~
      hint: write {to: Name, kind: api, status: active}
)");
  REQUIRE(imported.result);
  CHECK(reading_messages(imported.result->yaml) == "");
}

TEST_CASE("values too deep for columns are kept as they read") {
  const auto imported = import_text("a.yaml", R"(
owner: &kim {name: Kim, team: [CRM, IT]}
tools:
  - name: Mail
    contact: *kim
    owner: [Kim, Mai]
    limits: {mau: {min: 1, max: [1, [2, {a: b}]]}}
    empty: {}
    nothing: null
)",
                                    in("EUR"));
  CHECK(imported.messages.empty());
  CHECK(tools_of(imported) ==
        "tools:\n  - id: mail\n    name: Mail\n    owner: Kim, Mai\n"
        "    x-contact-team: |\n      CRM\n      IT\n"
        "    x-limits-mau-min: 1\n    x-limits-mau-max: |\n      1\n      [2, {a: b}]\n");
  CHECK(summary_says(imported, "  left out next to the list: owner: 2 keys\n"));
  CHECK(summary_says(imported, "  contact.name → skipped: personal data\n"));
}

TEST_CASE("a mapping of records is a list whose keys are names, or kept") {
  const std::string keyed = R"({"Sales Cloud": {"owner": "Kim", "seats": 10}, "Braze": {"owner": "Mai"}})";
  CHECK(
      tools_of(import_text("a.json", keyed, in("EUR"))) ==
      "tools:\n  - id: sales-cloud\n    name: Sales Cloud\n    owner: Kim\n    seats:\n      purchased: 10\n"
      "  - id: braze\n    name: Braze\n    owner: Mai\n");
  CHECK(tools_of(import_text("a.json", R"({"meta": {"by": "x"}, "apps": )" + keyed + "}", in("EUR"))) ==
        tools_of(import_text("a.json", keyed, in("EUR"))));
  CHECK(tools_of(import_text("a.yaml", "k1: {name: Mail}\nk2: {name: Chat}\n", in("EUR"))) ==
        "tools:\n  - id: mail\n    name: Mail\n    x-key: k1\n  - id: chat\n    name: Chat\n    x-key: k2\n");
  CHECK(tools_of(import_text("a.yaml", "apps: {Mail: {colour: red}}\n", in("EUR"), "records: apps\n")) ==
        "tools:\n  - id: mail\n    name: Mail\n    x-colour: red\n");
  CHECK(import_text("a.json", R"({"a": {"colour": "red"}})", in("EUR")).messages ==
        R"(a.json:1:1: error: there is no list of records here
    1 | {"a": {"colour": "red"}}
      | ^~~~~~~~~~~~~~~~~~~~~~~~
      hint: name the one to import in a mapping: records: path.to.list
)");
  const std::string deep = "stack:\n  owner: Kim\n  live:\n    apps: [{name: Mail}]\n";
  const auto imported = import_text("a.yaml", deep, in("EUR"));
  CHECK(tools_of(imported) == "tools:\n  - id: mail\n    name: Mail\n");
  CHECK(summary_says(imported, "  left out next to the list: owner: Kim\n"));
  CHECK(import_text("a.yaml", deep + "  old: [{name: Chat}]\n", in("EUR"))
            .messages.ends_with(
                "hint: name the one to import in a mapping: records: stack.live.apps, or records: "
                "stack.old\n"));
}

TEST_CASE("a number of JSON is what JSON says, where a cell of a sheet might group thousands") {
  const auto imported = import_text("tools.json", R"([
    {"name": "A", "annual cost": 1.5e3, "seats": 1.234, "license holders": 7},
    {"name": "B", "annual cost": 12.50, "seats": 1234},
    {"name": "C", "annual cost": "1,234", "seats": "1,234"}])",
                                    in("EUR"));
  REQUIRE(imported.result);
  CHECK(tools_of(imported) ==
        "tools:\n  - id: a\n    name: A\n    cost:\n      amount: 1500\n      per: year\n    x-seats: 1.234\n"
        "    x-license-holders: 7\n"
        "  - id: b\n    name: B\n    seats:\n      purchased: 1234\n    cost:\n      amount: 12.50\n      "
        "per: year\n"
        "  - id: c\n    name: C\n    seats:\n      purchased: 1234\n    cost:\n      amount: 1234\n      "
        "per: year\n");
  CHECK(imported.messages.find("'seats' is kept as text: this is not a whole number") != std::string::npos);
  // Not a thousand and more: three decimals, which no amount of euros has.
  const auto exact = import_text("tools.json", R"([{"name": "A", "annual cost": 1.234}])", in("EUR"));
  CHECK(exact.messages.starts_with(
      "tools.json:1:1: error: the imported inventory would not be valid: 1.234 has more "
      "decimals than EUR, which has 2\n"));
}

TEST_CASE("of groups of tools the tools are imported, and what the groups say stays") {
  const char* const landscape = R"(
sections:
  - title: Reach
    kinds:
      - title: Mail
        tools:
          - {name: Postbote, vendor: Brief AG, annual_cost: 900}
          - {name: Taube, vendor: Federn GmbH, annual_cost: 300}
      - title: Empty
        tools: []
  - title: Sell
    kinds:
      - title: Shop
        tools:
          - {name: Laden, vendor: Brief AG, annual_cost: 50}
)";
  const std::string tools =
      "tools:\n  - id: postbote\n    name: Postbote\n    vendor: Brief AG\n"
      "    cost:\n      amount: 900\n      per: year\n"
      "    x-sections-title: Reach\n    x-kinds-title: Mail\n"
      "  - id: taube\n    name: Taube\n    vendor: Federn GmbH\n"
      "    cost:\n      amount: 300\n      per: year\n"
      "    x-sections-title: Reach\n    x-kinds-title: Mail\n"
      "  - id: laden\n    name: Laden\n    vendor: Brief AG\n"
      "    cost:\n      amount: 50\n      per: year\n"
      "    x-sections-title: Sell\n    x-kinds-title: Shop\n";
  const auto by_path = import_text("a.yaml", landscape, in("EUR"), "records: sections[].kinds[].tools[]\n");
  CHECK(by_path.messages.empty());
  CHECK(tools_of(by_path) == tools);

  std::string full = landscape;
  const std::string empty = "      - title: Empty\n        tools: []\n";
  full.erase(full.find(empty), empty.size());
  const auto unaided = import_text("a.yaml", full, in("EUR"));
  CHECK(unaided.messages.empty());
  CHECK(tools_of(unaided) == tools);
  CHECK(summary_says(unaided, "  the records are those at sections[].kinds[].tools\n"));
}

TEST_CASE("groups may be the root, and a list of tools with lists of their own is none of groups") {
  const auto imported =
      import_text("a.json", R"([{"team": "CRM", "apps": [{"name": "Braze", "vendor": "Braze"}]}])", in("EUR"),
                  "records: '[].apps[]'\n");
  CHECK(imported.messages.empty());
  CHECK(tools_of(imported) ==
        "tools:\n  - id: braze\n    name: Braze\n    vendor: Braze\n    x-group-team: CRM\n");

  const auto tools = import_text(
      "a.json", R"([{"name": "Braze", "vendor": "Braze", "modules": [{"name": "Canvas", "price": 5}]}])",
      in("EUR"));
  CHECK(tools_of(tools) ==
        "tools:\n  - id: braze\n    name: Braze\n    vendor: Braze\n    x-modules: \"{name: Canvas, price: "
        "5}\"\n");
}

TEST_CASE("a path through groups that leads nowhere is refused") {
  CHECK(import_text("a.json", R"({"groups": [{"items": [1]}]})", in("EUR"), "records: groups[].items[]\n")
            .messages ==
        R"(a.json:1:24: error: this is not a list or mapping of records
    1 | {"groups": [{"items": [1]}]}
      |                        ^
      hint: name the list: records: path.to.list in a mapping, or records: groups[].items[]
)");
  CHECK(import_text("a.json", R"({"groups": [{"apps": []}]})", in("EUR"), "records: groups[].items[]\n")
            .messages ==
        R"(a.json:1:1: error: this is not a list or mapping of records
    1 | {"groups": [{"apps": []}]}
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: name the list: records: path.to.list in a mapping, or records: groups[].items[]
)");
}
