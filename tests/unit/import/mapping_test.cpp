#include "import/mapping.h"

#include <algorithm>

#include "import/header_names.h"
#include "import/profiles.h"
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::tools_of;

TEST_CASE("every usual name means a field that cells can fill, and only one") {
  std::vector<std::string_view> names;
  for (const HeaderName& name : header_names()) {
    INFO(name.name);
    CHECK(find_target(EntityKind::tool, name.field));
    if (!name.with_field.empty()) CHECK(find_target(EntityKind::tool, name.with_field));
    CHECK_FALSE(name.name.empty());
    CHECK(header_key(name.name) == name.name);
    names.push_back(name.name);
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("headings are taken apart") {
  const auto field = [](std::string_view text) {
    const Heading heading = read_heading(text);
    std::string out(heading.meaning == nullptr ? "-" : heading.meaning->field);
    if (heading.currency) out += " " + std::string(heading.currency->code());
    return heading.per.empty() ? out : out + " " + std::string(heading.per);
  };
  CHECK(field("Renewal Date") == "contract.ends");
  CHECK(field("renewal_date") == "contract.ends");
  CHECK(field("RenewalDate") == "contract.ends");
  CHECK(field("Annual Cost (EUR)") == "cost EUR");
  CHECK(field("Cost [\xE2\x82\xAC]") == "cost EUR");
  CHECK(field("Cost (per month)") == "cost month");
  CHECK(field("Monthly Cost ($)") == "cost");
  CHECK(field("Cost (USD per month)") == "cost USD month");
  CHECK(field("Cost (eur)") == "cost EUR");
  CHECK(field("cost.yearly") == "cost year");
  CHECK(field("Cost p.a.") == "cost year");
  CHECK(field("Cost (all regions)") == "cost");
  CHECK(field("Active users (30 days)") == "usage.active");
  CHECK(field("J\u00E4hrliche Kosten (EUR)") == "cost EUR");
  CHECK(field("Ng\u00E0y gia h\u1EA1n") == "contract.ends");
  CHECK(field("Current annual cost EUR") == "cost EUR year");
  CHECK(field("Fee / month") == "cost month");
  CHECK(field("Annual Licence Cost (GBP)") == "cost GBP");
  CHECK(field("Cost per user / month") == "pricing.unit_price month");
  CHECK(field("# of seats") == "seats.purchased");
  CHECK(field("No. of licences") == "seats.purchased");
  CHECK(field("Contract renewal") == "contract.ends");
  CHECK(field("Contains personal data?") == "data.personal");
  CHECK(field("Is SSO") == "security.sso");
  for (const char* text :
       {"Colour", "Contract amount", "Contract value", "Total", "No SSO", "Monthly owner",
        "Annual cost per month", "Cost per user per month per seat", "Currency of the contract in EUR"}) {
    INFO(text);
    CHECK(field(text) == "-");
  }
  CHECK(person_column("E-mail") == PersonColumn::identifies);
  CHECK(person_column("First Name [Required]") == PersonColumn::describes);
  CHECK(person_column("Owner email") == PersonColumn::none);
}

TEST_CASE("a mapping says what its own columns mean") {
  const char* mapping =
      "header_row: 2\n"
      "organisation: Acme\n"
      "currency: EUR\n"
      "exchange_rates: {USD: {rate: 0.92, as_of: 2026-11-01}}\n"
      "date_order: dmy\n"
      "columns:\n"
      "  Thing: name\n"
      "  Paid: {field: cost, with: {cost.per: month}}\n"
      "  Login: {field: security.sso, values: {Okta: true, Password: false, Nobody: null}, otherwise: keep, "
      "keep: true}\n"
      "  Bought: {field: x-bought-on, parse: date}\n"
      "  State: {field: status, default: active}\n"
      "defaults: {vendor: Various, x-batch: first}\n"
      "ignore: [Internal]\n"
      "keep: [Email]\n";
  const auto imported = import_text("a.csv",
                                    "Our tools,,,,,,\n"
                                    "Thing,Paid,Login,Bought,State,Internal,Email\n"
                                    "Mail,$20,Okta,03/04/2026,,7,a@b.example\n"
                                    "Chat,30,Fingerprint,,Trial,8,\n"
                                    "Wiki,,nobody,,,9,\n",
                                    {}, mapping);
  CHECK(imported.messages.empty());
  REQUIRE(imported.result);
  CHECK(imported.result->yaml ==
        "# Imported by martech-audit from a.csv.\n"
        "martech: 1\n"
        "organisation:\n"
        "  name: Acme\n"
        "  currency: EUR\n"
        "  exchange_rates:\n"
        "    USD:\n"
        "      rate: 0.92\n"
        "      as_of: 2026-11-01\n"
        "tools:\n"
        "  - id: mail\n"
        "    name: Mail\n"
        "    vendor: Various\n"
        "    status: active\n"
        "    cost:\n"
        "      amount: 20\n"
        "      currency: USD\n"
        "      per: month\n"
        "    security:\n"
        "      sso: true\n"
        "    x-batch: first\n"
        "    x-bought-on: 2026-04-03\n"
        "    x-login: Okta\n"
        "    x-email: a@b.example\n"
        "  - id: chat\n"
        "    name: Chat\n"
        "    vendor: Various\n"
        "    status: evaluating\n"
        "    cost:\n"
        "      amount: 30\n"
        "      per: month\n"
        "    x-batch: first\n"
        "    x-login: Fingerprint\n"
        "  - id: wiki\n"
        "    name: Wiki\n"
        "    vendor: Various\n"
        "    status: active\n"
        "    x-batch: first\n"
        "    x-login: nobody\n");
}

TEST_CASE("what is wrong with a mapping is said with its place") {
  const auto messages = [](const std::string& mapping) {
    return import_text("a.csv", "Tool,Paid\nMail,1\n", in("EUR"), mapping).messages;
  };
  CHECK(messages("colums: {Tool: name}\n") ==
        "map.yaml:1:1: error: unknown field 'colums' of the mapping file\n"
        "    1 | colums: {Tool: name}\n"
        "      | ^~~~~~\n"
        "      hint: did you mean 'columns'?\n");
  CHECK(messages("columns: {Paid: contract.end}\n") ==
        "map.yaml:1:17: error: 'contract.end' is not a field that a cell can fill\n"
        "    1 | columns: {Paid: contract.end}\n"
        "      |                 ^~~~~~~~~~~~\n"
        "      hint: did you mean 'contract.ends'?\n");
  CHECK(messages("columns: {Paidd: cost}\n") ==
        "map.yaml:1:11: error: the source has no column 'Paidd'\n"
        "    1 | columns: {Paidd: cost}\n"
        "      |           ^~~~~\n"
        "      hint: did you mean 'Paid'?\n");
  CHECK(messages("columns: {Paid: waivers}\n").starts_with("map.yaml:1:17: error: 'waivers' is not a field"));
  CHECK(messages("date_order: md\n").starts_with("map.yaml:1:13: error: unknown date order 'md'\n"));
  CHECK(messages("currency: euro\n").starts_with("map.yaml:1:11: error: 'euro' is not a currency code"));
  CHECK(messages("exchange_rates: {USD: -1}\n")
            .starts_with("map.yaml:1:23: error: the rate of USD must be a number"));
  CHECK(messages("columns: {Paid: {field: cost, parse: date}}\n")
            .starts_with("map.yaml:1:38: error: 'parse' is for"));
  CHECK(messages("people: {tool: Tool}\n").starts_with("map.yaml:1:9: error: 'people' needs 'person'\n"));
  CHECK(messages("rows: [a]\n").starts_with("map.yaml:1:7: error: 'rows' must be text, not a list\n"));
  CHECK(messages("rows: contracts\n") ==
        "a.csv:1:1: error: this is a sheet and has no lists inside\n"
        "    1 | Tool,Paid\n"
        "      | ^\n"
        "      hint: leave 'records' and 'rows' out of the mapping; they are for YAML and JSON\n");
  CHECK(import_text("a.json", R"([{"name": "Mail"}])", in("EUR"), "header_row: 2\n")
            .messages.starts_with("a.json:1:1: error: this has no row of headings\n"));
  CHECK(
      messages("- a\n").starts_with("map.yaml:1:1: error: the mapping file must be a mapping, not a list\n"));
}

TEST_CASE("everything wrong with a mapping is said at once, with what to write") {
  const auto messages = [](const std::string& mapping) {
    return "\n" + import_text("a.csv", "Tool,Paid\nMail,1\n", in("EUR"), mapping).messages;
  };
  CHECK(messages("columns:\n") == R"(
map.yaml:1:1: error: 'columns' is empty
    1 | columns:
      | ^~~~~~~
      hint: give it a value, or leave the line out
)");
  CHECK(messages("columns: {Paid: {keep: true}}\nlist: toolz\n") == R"(
map.yaml:1:17: error: a column needs 'field'
    1 | columns: {Paid: {keep: true}}
      |                 ^~~~~~~~~~~~
      hint: field: what the column fills, such as contract.ends
map.yaml:2:7: error: unknown list 'toolz'
    2 | list: toolz
      |       ^~~~~
      hint: did you mean 'tools'?
)");
  CHECK(messages("columns: {Paid: {field: cost, otherwise: drop, values: [a]}}\n") == R"(
map.yaml:1:42: error: unknown treatment of other texts 'drop'
    1 | columns: {Paid: {field: cost, otherwise: drop, values: [a]}}
      |                                          ^~~~
      hint: one of: keep
map.yaml:1:56: error: 'values' must be a mapping, not a list
    1 | columns: {Paid: {field: cost, otherwise: drop, values: [a]}}
      |                                                        ^~~
      hint: write each as 'text of a cell: value'
)");
  CHECK(messages("people: {person: Paid, evidence: logins, only: [a], tol: x}\n") == R"(
map.yaml:1:34: error: unknown evidence 'logins'
    1 | people: {person: Paid, evidence: logins, only: [a], tol: x}
      |                                  ^~~~~~
      hint: did you mean 'login'?
map.yaml:1:48: error: 'only' must be a mapping, not a list
    1 | people: {person: Paid, evidence: logins, only: [a], tol: x}
      |                                                ^~~
      hint: write each as 'heading: [texts of cells]'
map.yaml:1:53: error: unknown field 'tol' of 'people'
    1 | people: {person: Paid, evidence: logins, only: [a], tol: x}
      |                                                     ^~~
      hint: did you mean 'tool'?
)");
  CHECK(messages("exchange_rates: {USD: {rate: 0}, Dollar: 2}\nheader_row: none\n") == R"(
map.yaml:1:23: error: the rate of USD must be a number above 0
    1 | exchange_rates: {USD: {rate: 0}, Dollar: 2}
      |                       ^~~~~~~~~
      hint: write {rate: 0.92, as_of: 2026-11-01}
map.yaml:1:34: error: 'Dollar' is not a currency code of ISO 4217
    1 | exchange_rates: {USD: {rate: 0}, Dollar: 2}
      |                                  ^~~~~~
      hint: write three letters such as EUR or USD
map.yaml:2:13: error: 'header_row' must be the number of a row, 1 or more
    2 | header_row: none
      |             ^~~~
)");
}

TEST_CASE("an end that is meant to be exclusive is the day before, in fields that are dates") {
  const std::string sheet = "Tool,Until,Since\nMail,2027-01-01,2026-03-01\n";
  CHECK(tools_of(import_text("a.csv", sheet, in("EUR"),
                             "columns:\n  Until: {field: contract.ends, day_before: true}\n"
                             "  Since: {field: x-since, parse: date, day_before: true}\n")) ==
        "tools:\n  - id: mail\n    name: Mail\n    contract:\n      ends: 2026-12-31\n    x-since: "
        "2026-02-28\n");
  CHECK(import_text("a.csv", sheet, in("EUR"), "columns: {Until: {field: notes, day_before: true}}\n")
            .messages ==
        R"(map.yaml:1:18: error: 'day_before' is for fields that are dates
    1 | columns: {Until: {field: notes, day_before: true}}
      |                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
}

TEST_CASE("profiles are flawless mappings, sorted by name") {
  std::string_view before;
  for (const Profile& profile : profiles()) {
    INFO(profile.name);
    CHECK(before < profile.name);
    before = profile.name;
    Diagnostics diagnostics;
    const auto source = std::make_shared<Source>("profile.yaml", std::string(profile.mapping));
    const auto document = read_document(source, diagnostics);
    REQUIRE(document);
    read_mapping(*document, diagnostics);
    CHECK(render(diagnostics) == "");
    RecordTable table;
    for (const std::string_view heading : profile.headings)
      table.columns.push_back({std::string(heading), {}});
    CHECK(recognised_profile(table) == &profile);
  }
  CHECK(import_text("a.csv", "Tool\nA\n", {.profile = "gitlab"}).messages ==
        "error: there is no profile 'gitlab'\n");
}

TEST_CASE("the page on import has flawless mappings, every key and every profile") {
  const std::string page = test::file_text(MARTECH_AUDIT_SOURCE_DIR "/docs/import.md");
  const std::string_view fence = "```yaml\n";
  std::size_t mappings = 0;
  for (std::size_t at = page.find(fence); at != page.npos; at = page.find(fence, at + 1), ++mappings) {
    const std::size_t begin = at + fence.size();
    Diagnostics diagnostics;
    const auto source =
        std::make_shared<Source>("map.yaml", page.substr(begin, page.find("```", begin) - begin));
    const auto document = read_document(source, diagnostics);
    REQUIRE(document);
    read_mapping(*document, diagnostics);
    CHECK(render(diagnostics) == "");
  }
  CHECK(mappings == 2);
  for (const std::string_view key : mapping_keys()) {
    INFO(key);
    CHECK(page.find(std::string(key) + ":") != page.npos);
  }
  std::string table = "| profile | for |\n|---|---|\n";
  for (const Profile& profile : profiles()) {
    table += "| `" + std::string(profile.name) + "` | " + std::string(profile.summary) + " |\n";
  }
  CHECK(page.substr(page.size() - table.size()) == table);
}
