#include <random>

#include "base/dates.h"
#include "import/init_template.h"
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::reading_messages;
using martech_audit::import::test::tools_of;
using martech_audit::import::test::without_suggestions;

namespace {

bool says(const test::Imported& imported, std::string_view text) {
  return imported.result && imported.result->summary.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the currency is asked for where nothing tells it") {
  const std::string sheet = "Tool,Annual cost\nMail,120\n";
  CHECK(import_text("a.csv", sheet).messages ==
        R"(a.csv:1:1: error: the currency of the organisation is unknown
    1 | Tool,Annual cost
      | ^
      hint: use --currency, such as --currency EUR
)");
  CHECK(tools_of(import_text("a.csv", sheet, in("EUR"))) ==
        "tools:\n  - id: mail\n    name: Mail\n    cost:\n      amount: 120\n      per: year\n");
  CHECK(says(import_text("a.csv", "Tool,Annual cost\nMail,120 EUR\n"),
             "the organisation's currency is EUR: the only one in the source"));
}

TEST_CASE("several currencies need one that is the organisation's, and rates") {
  const std::string sheet = "Tool,Annual cost\nMail,120 EUR\nChat,30 CHF\n";
  CHECK(import_text("a.csv", sheet).messages ==
        R"(a.csv:3:6: error: there are amounts in CHF, EUR; one of them must be the organisation's currency
    3 | Chat,30 CHF
      |      ^~~~~~
      hint: use --currency CHF, and rates for the others: --rate EUR=0.92@2026-11-01
)");
  CHECK(import_text("a.csv", sheet, in("EUR")).messages ==
        R"(a.csv:3:6: error: there is no exchange rate from CHF to EUR
    3 | Chat,30 CHF
      |      ^~~~~~
      hint: use --rate CHF=0.92@2026-11-01, with the rate and its date
)");
}

TEST_CASE("a sign that several currencies share is never guessed in silence") {
  const std::string sheet = "Tool,Annual cost\nMail,$120\n";
  CHECK(says(import_text("a.csv", sheet), "'$' is read as USD in 1 cell: the most common; use --currency"));
  CHECK(says(import_text("a.csv", sheet, in("AUD")),
             "'$' is read as AUD in 1 cell: the organisation's currency"));
  CHECK(says(import_text("a.csv", sheet + "Chat,30 CAD\n"),
             "'$' is read as CAD in 1 cell: the only currency in the source"));
  CHECK(import_text("a.csv", sheet + "Chat,30 CAD\nWiki,5 AUD\n")
            .messages.starts_with("a.csv:2:6: error: '$' may be AUD or CAD\n"));
  CHECK(import_text("a.csv", "Tool,Annual cost\nMail,120 kr\n")
            .messages.starts_with("a.csv:2:6: error: 'kr' may be SEK or NOK or DKK or ISK\n"));
  CHECK(tools_of(import_text("a.csv", "Tool,Cost,Currency,Billing\nMail,$12,CAD,monthly\n", in("CAD"))) ==
        "tools:\n  - id: mail\n    name: Mail\n    cost:\n      amount: 12\n      per: month\n"
        "    contract:\n      billing: monthly\n");
  CHECK(import_text("a.csv", "Tool,Cost (EUR)\nMail,$12\n", in("EUR"))
            .messages.starts_with(
                "a.csv:2:6: warning: 'Cost (EUR)' is kept as text: '$' is not a symbol of EUR"));
}

TEST_CASE("ambiguous dates ask, and a clear one in the column answers") {
  const std::string sheet = "Tool,Renewal date\nMail,03/04/2027\n";
  CHECK(import_text("a.csv", sheet, in("EUR")).messages ==
        R"(a.csv:2:6: warning: 'Renewal date' is kept as text: the day and month are ambiguous
    2 | Mail,03/04/2027
      |      ^~~~~~~~~~
      hint: set the date order: --date-order dmy, mdy or ymd
)");
  ImportOptions american = in("EUR");
  american.order = DateOrder::mdy;
  CHECK(tools_of(import_text("a.csv", sheet, american)).find("ends: 2027-03-04") != std::string::npos);
  const auto proven = import_text("a.csv", sheet + "Chat,31/12/2026\n", in("EUR"));
  CHECK(tools_of(proven).find("ends: 2027-04-03") != std::string::npos);
  CHECK(says(proven, "dates of 'Renewal date' are dmy, as '31/12/2026' shows"));
  const auto mixed = import_text("a.csv", sheet + "Chat,31/12/2026\nWiki,12/31/2026\n", in("EUR"));
  CHECK(tools_of(mixed).find("x-renewal-date: 03/04/2027") != std::string::npos);
  const std::string two = "Tool,Renewal date,Start date,Go-live\nMail,03/04/2027,";
  const auto beside = import_text("a.csv", two + "31/12/2025,\n", in("EUR"));
  CHECK(tools_of(beside).find("starts: 2025-12-31") != std::string::npos);
  CHECK(tools_of(beside).find("ends: 2027-04-03") != std::string::npos);
  CHECK(says(beside, "dates of 'Renewal date' are dmy, as '31/12/2025' of 'Start date' shows"));
  CHECK(tools_of(import_text("a.csv", two + "31/12/2025,12/31/2026\n", in("EUR")))
            .find("x-renewal-date: 03/04/2027") != std::string::npos);
}

TEST_CASE("what the inventory would refuse is kept as text") {
  const auto imported =
      import_text("a.csv", "Tool,Start date,End date\nMail,2026-05-01,2026-01-01\n", in("EUR"));
  CHECK(tools_of(imported) ==
        "tools:\n  - id: mail\n    name: Mail\n    contract:\n      starts: 2026-05-01\n    x-end-date: "
        "\"2026-01-01\"\n");
  CHECK(
      imported.messages ==
      R"(a.csv:2:17: warning: 'End date' is kept as text: 2026-01-01 is earlier than contract.starts, 2026-05-01
    2 | Mail,2026-05-01,2026-01-01
      |                 ^~~~~~~~~~
)");
}

TEST_CASE("lists of records in YAML and JSON") {
  CHECK(
      tools_of(import_text("a.json",
                           R"({"meta": 1, "apps": [{"name": "Mail", "contract": {"renewalDate": "2027-01-02"},
                                 "x": true, "tags": ["a", "b, c"]}]})",
                           in("EUR"))) ==
      "tools:\n  - id: mail\n    name: Mail\n    contract:\n      ends: 2027-01-02\n    tags:\n"
      "      - a\n      - b, c\n    x-x: true\n");
  CHECK(import_text("a.yaml", "a: [{name: A}]\nb: [{name: B}]\n", in("EUR"))
            .messages.starts_with("a.yaml:1:1: error: there are several lists of records here\n"));
  CHECK(tools_of(import_text("a.yaml", "a: [{name: A}]\nb: [{name: B}]\n", in("EUR"), "records: b\n")) ==
        "tools:\n  - id: b\n    name: B\n");
  CHECK(import_text("a.yaml", "a: [{name: A}]\n", in("EUR"), "records: apps\n")
            .messages.starts_with("a.yaml:1:1: error: there is no 'apps' at the path of the records\n"));
  CHECK(import_text("a.yaml", "martech: 1\ntools: [{id: a}]\n", in("EUR"))
            .messages.starts_with("a.yaml:1:1: error: this is already an inventory\n"));
}

TEST_CASE("payments become a ledger") {
  const auto imported = import_text("spend.csv",
                                    "Department Family,Entity,Date,Supplier,Transaction Number,Amount\n"
                                    "DfE,DfE,31/10/2026,Acme Mail,17,\"25,000.50\"\n"
                                    "DfE,DfE,31/10/2026,Acme Mail,18,-500\n",
                                    in("GBP"));
  REQUIRE(imported.result);
  CHECK(imported.messages.empty());
  CHECK(reading_messages(imported.result->yaml) == "");
  CHECK(imported.result->yaml.find(
            "ledger:\n  - vendor: Acme Mail\n    amount: 25000.50\n    x-department-family: DfE\n") !=
        std::string::npos);
  CHECK(says(imported, "amount: 24500.50 GBP read, same total written"));
}

TEST_CASE("ragged rows, doubled headings and sheets without headings are reported") {
  const auto imported = import_text("a.csv", "Tool,Notes,Notes\nMail,a,b,c\nChat\n", in("EUR"));
  CHECK(imported.messages == R"(a.csv:1:12: warning: another column is also called 'Notes'
    1 | Tool,Notes,Notes
      |            ^~~~~
      hint: it is read as 'Notes (2)'
a.csv:2:1: warning: this row has 4 cells, the header 3
    2 | Mail,a,b,c
      | ^~~~~~~~~~
      hint: quote cells that contain a delimiter; the extra cells are kept unchanged
a.csv:3:1: warning: this row has 1 cell, the header 3
    3 | Chat
      | ^~~~
      hint: the remaining cells are read as empty; is a delimiter missing?
)");
  CHECK(tools_of(imported).find("x-notes-2: b\n    x-column-4: c\n") != std::string::npos);
  CHECK(import_text("a.csv", "1,2\n3,4\n", in("EUR"))
            .messages.starts_with("a.csv:1:1: error: no row has a known heading"));
}

TEST_CASE("exchange rates as flags") {
  CHECK(parse_rate("USD=0.92@2026-11-01"));
  CHECK(parse_rate("USD=0.92"));
  for (const char* text : {"USD", "USD=", "usd=1", "USD=-1", "USD=0", "USD=1@soon", "=1"})
    CHECK_FALSE(parse_rate(text));
  CHECK(parse_rate("x").error().message ==
        "'x' is not an exchange rate; write USD=0.92 or USD=0.92@2026-11-01");
}

TEST_CASE("the starter inventory is valid") {
  const std::string text(init_template());
  CHECK(reading_messages(text) == "");
  CHECK(text.starts_with("# yaml-language-server: $schema=./inventory.schema.json\n"));
}

TEST_CASE("objectives and KPIs that rows name are declared, once each") {
  const auto imported = import_text("tools.csv",
                                    "Tool,Objectives,KPI\n"
                                    "Braze,Retention; Win back customers,Repeat rate\n"
                                    "GA4,retention,\"Repeat Rate, NPS\"\n"
                                    "CRM,Retention;retention,\n",
                                    in("EUR"));
  INFO(imported.messages);
  REQUIRE(imported.result);
  const std::string yaml = without_suggestions(imported.result->yaml);
  CHECK(reading_messages(yaml) == "");
  CHECK(yaml.substr(yaml.find("objectives:\n")) ==
        "objectives:\n"
        "  - id: retention\n"
        "    title: Retention\n"
        "  - id: win-back-customers\n"
        "    title: Win back customers\n"
        "kpis:\n"
        "  - id: repeat-rate\n"
        "    title: Repeat rate\n"
        "  - id: nps\n"
        "    title: NPS\n"
        "tools:\n"
        "  - id: braze\n"
        "    name: Braze\n"
        "    objectives:\n"
        "      - retention\n"
        "      - win-back-customers\n"
        "    kpis:\n"
        "      - repeat-rate\n"
        "  - id: ga4\n"
        "    name: GA4\n"
        "    objectives:\n"
        "      - retention\n"
        "    kpis:\n"
        "      - repeat-rate\n"
        "      - nps\n"
        "  - id: crm\n"
        "    name: CRM\n"
        "    objectives:\n"
        "      - retention\n");
}

// Whatever cells hold, the result is an inventory that reads without errors, and kept texts come back whole.
TEST_CASE("hostile cells come out as harmless text") {
  const std::vector<std::string> texts{"=cmd|' /C calc'!A0",
                                       "@SUM(A1)",
                                       "- a",
                                       "{a: b}",
                                       "[",
                                       "&x",
                                       "*x",
                                       "!!python/object",
                                       "# no",
                                       "a: b",
                                       "'",
                                       "\"\"",
                                       "yes",
                                       "null",
                                       "~",
                                       "0x1F",
                                       "1e3",
                                       "2026-01-01",
                                       "|",
                                       ">",
                                       "%TAG",
                                       "---",
                                       "...",
                                       "\t",
                                       "\x01\x1b[31m",
                                       "a\nb",
                                       "\n\n",
                                       ("\xE2\x80\xAE"
                                        "abc"),
                                       "\xEF\xBB\xBF",
                                       "\xC2\xA0",
                                       "x-",
                                       "not_applicable",
                                       "{{7*7}}",
                                       std::string(5000, 'x'),
                                       "\xF0\x9F\x92\xA9",
                                       "a,b;c",
                                       "martech: 2",
                                       "<script>",
                                       "-1",
                                       "1,2,3",
                                       "$$",
                                       "31/31/2026",
                                       "9999999999999999999999"};
  const std::string heading =
      "Tool,Vendor,Annual cost,Renewal date,Start "
      "date,Seats,SSO,Status,Teams,Category,Capability,Anything,Notice period\n";
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string sheet = heading;
    for (int row = 0; row < 4; ++row) {
      for (int column = 0; column < 13; ++column) {
        std::string cell;
        for (const char c : texts[random() % texts.size()]) cell.append(c == '"' ? 2 : 1, c);
        sheet += (column > 0 ? ",\"" : "\"") + cell + '"';
      }
      sheet += "\n";
    }
    const auto imported = import_text("hostile.csv", sheet, in("EUR"));
    INFO(sheet << imported.messages);
    REQUIRE(imported.result);
    CHECK(reading_messages(imported.result->yaml).find("error") == std::string::npos);
  }
}

TEST_CASE("a German sheet is read, and one with headings of its own asks for a mapping") {
  const std::string german =
      "Marketing-Tools 2026;;;;;;;;;\n"
      "Werkzeug;Anbieter;Kategorie;Verantwortlich;Jährliche Kosten;Genutzte Lizenzen;Vertragsende;"
      "Kündigungsfrist;Automatische Verlängerung;Bemerkung\n"
      "Mailingwork;Mailingwork GmbH;E-Mail;Jörg Weiß;1.234,56 €;3;31.12.2026;90 Tage;nein;läuft aus\n"
      "Matomo;InnoCraft;Webanalyse;k.A.;0,00 €;;;3 Monate;;\n"
      "Summe;;;;1.234,56 €;;;;;\n";
  const auto imported = import_text("a.csv", german);
  CHECK(tools_of(imported) ==
        "tools:\n  - id: mailingwork\n    name: Mailingwork\n    vendor: Mailingwork GmbH\n"
        "    category: e-mail\n    owner: Jörg Weiß\n    seats:\n      assigned: 3\n"
        "    cost:\n      amount: 1234.56\n      per: year\n"
        "    contract:\n      ends: 2026-12-31\n      notice_days: 90\n      auto_renews: false\n"
        "    notes: läuft aus\n"
        "  - id: matomo\n    name: Matomo\n    vendor: InnoCraft\n    category: webanalyse\n"
        "    cost:\n      amount: 0.00\n      per: year\n    contract:\n      notice_days: 92\n"
        "    x-kundigungsfrist: 3 Monate\n");
  CHECK(imported.messages == "");
  CHECK(says(imported, "  left out: row 5 is a total\n"));
  CHECK(import_text("a.csv", "Nástroj;Typ;Cena\nMail;E-Mail;5\nChat;Service;7\n", in("EUR"))
            .messages.starts_with("a.csv:1:1: error: no row has a known heading"));
}

TEST_CASE("numbers of active users ask for their day") {
  const std::string sheet = "Tool,Seats,Active users\nMail,10,4\nChat,5,\n";
  const auto imported = import_text("a.csv", sheet, in("EUR"));
  CHECK(says(imported, "1 active-user count has no measurement date: use --measured-on 2026-01-31\n"));
  ImportOptions options = in("EUR");
  options.measured_on = parse_date("2026-11-01");
  const auto dated = import_text("a.csv", sheet, options);
  CHECK(tools_of(dated) ==
        "tools:\n  - id: mail\n    name: Mail\n    seats:\n      purchased: 10\n"
        "    usage:\n      active: 4\n      measured_on: 2026-11-01\n"
        "  - id: chat\n    name: Chat\n    seats:\n      purchased: 5\n");
  CHECK_FALSE(says(dated, "no measurement date"));
}

TEST_CASE("a price for each seat says what the price hangs on") {
  const auto imported =
      import_text("a.csv", "Tool,Cost per seat (USD/month),Seats\nMail,$12,5\nChat,,7\n", in("USD"));
  CHECK(tools_of(imported) ==
        "tools:\n  - id: mail\n    name: Mail\n    pricing:\n      metrics:\n        - seat\n"
        "      unit_price:\n        amount: 12\n        per: month\n    seats:\n      purchased: 5\n"
        "  - id: chat\n    name: Chat\n    seats:\n      purchased: 7\n");
  CHECK(says(imported,
             "1 seat count has no pricing metric: if the price is per seat, set it in a mapping, "
             "such as defaults: {pricing.metrics: seat}\n"));
}

TEST_CASE("the last day to cancel gives the days of notice") {
  const auto imported =
      import_text("a.csv",
                  "Tool,Renewal date,Opt-out date\n"
                  "Mail,31/12/2026,01/11/2026\nChat,,01/11/2026\nWiki,01/10/2026,01/11/2026\n"
                  "Form,31/12/2026,60\n",
                  in("EUR"));
  CHECK(
      tools_of(imported) ==
      "tools:\n  - id: mail\n    name: Mail\n    contract:\n      ends: 2026-12-31\n      notice_days: 60\n"
      "    x-opt-out-date: 01/11/2026\n"
      "  - id: chat\n    name: Chat\n    x-opt-out-date: 01/11/2026\n"
      "  - id: wiki\n    name: Wiki\n    contract:\n      ends: 2026-10-01\n    x-opt-out-date: 01/11/2026\n"
      "  - id: form\n    name: Form\n    contract:\n      ends: 2026-12-31\n      notice_days: 60\n");
  CHECK(imported.messages ==
        R"(a.csv:3:7: warning: 'Opt-out date' is kept as text: the contract has no end date
    3 | Chat,,01/11/2026
      |       ^~~~~~~~~~
      hint: write the notice period in days, such as 60
a.csv:4:17: warning: 'Opt-out date' is kept as text: this date is after contract.ends
    4 | Wiki,01/10/2026,01/11/2026
      |                 ^~~~~~~~~~
      hint: write the notice period in days, such as 60
)");
  CHECK(says(imported, "  1 period of notice calculated from 'Opt-out date' to contract.ends\n"));
}

TEST_CASE("products that are known are suggested in comments, and ambiguous names asked about") {
  const auto imported = import_text("a.csv",
                                    "Tool,Vendor,Category,URL\n"
                                    "Braze,,,\n"
                                    "\"Sales Cloud\",Salesforce,crm,\n"
                                    "HubSpot,,,\n"
                                    "HubSpot,,crm,\n"
                                    "Our bulletin,,,https://us4.mailchimp.com\n"
                                    "Close,Acme,,\n"
                                    "\"Braze\n# owner: me\",,,\n",
                                    in("EUR"));
  REQUIRE(imported.result);
  const std::string& yaml = imported.result->yaml;
  std::vector<std::string> first_lines;
  for (std::size_t at = yaml.find("  - id: "); at != yaml.npos; at = yaml.find("  - id: ", at + 1)) {
    first_lines.push_back(yaml.substr(at, yaml.find('\n', at) - at));
  }
  CHECK(
      first_lines ==
      std::vector<std::string>{
          "  - id: braze  # Braze? category: marketing-automation, vendor: Braze, pricing: {metrics: [mau]}",
          "  - id: sales-cloud  # Salesforce Sales Cloud? pricing: {metrics: [seat]}",
          ("  - id: hubspot  # HubSpot Marketing Hub (marketing-automation), HubSpot CRM (crm), Clearbit "
           "(audience-data)?"),
          "  - id: hubspot-2",
          ("  - id: our-bulletin  # Mailchimp? category: email-marketing, vendor: Intuit, pricing: {metrics: "
           "[contact]}"),
          "  - id: close",
          "  - id: braze-owner-me",
      });
  CHECK(imported.result->summary.find(
            "suggested as comments: category, vendor or pricing of 3 products from the "
            "catalogue\nto clarify (see comments): which product 1 tool is\n") != std::string::npos);
}
