// Lists with a row for each holder of a licence.
#include <fmt/format.h>

#include "import/cells/private_text.h"
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::says;
using martech_audit::import::test::tools_of;

namespace {

ImportOptions measured() {
  ImportOptions options = in("EUR");
  options.measured_on = *parse_date("2026-11-23");
  return options;
}

std::string imported(const std::string& sheet) {
  return tools_of(import_text("holders.csv", sheet, measured()));
}

}  // namespace

TEST_CASE("a row for each holder of a seat becomes one tool with the seats' prices added") {
  const auto made = import_text("holders.csv",
                                "Mail,App,Team,Price per month,Last login,State,Desk\n"
                                "ann@a.example,Braze,CRM,€40,2026-11-20,Active,3rd floor\n"
                                "bob@a.example,Braze,Web,€40,2026-11-21,Suspended,1st floor\n"
                                "cy@a.example,Braze,CRM,€40,2026-01-02,Active,1st floor\n"
                                "ann@a.example,Canva,CRM,€10,,Active,3rd floor\n"
                                "bob@a.example,Canva,Web,€12,,Active,1st floor\n",
                                measured());
  CHECK(made.messages.empty());
  CHECK(tools_of(made) == R"(tools:
  - id: braze
    name: Braze
    user_teams:
      - CRM
      - Web
    pricing:
      metrics:
        - seat
      unit_price:
        amount: 40
        per: month
    seats:
      purchased: 3
      assigned: 3
    usage:
      active: 1
      last_activity_on: 2026-11-21
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
    cost:
      amount: 120
      per: month
  - id: canva
    name: Canva
    user_teams:
      - CRM
      - Web
    pricing:
      metrics:
        - seat
    seats:
      purchased: 2
      assigned: 2
    usage:
      active: 0
      evidence: login
      measured_on: 2026-11-23
      window_days: 60
    cost:
      amount: 22
      per: month
)");
  REQUIRE(made.result);
  CHECK(says(made.result->summary,
             "wrote 2 tools\n"
             "  3 rows of further licence holders: they are counted, and prices of their seats added\n"));
  CHECK(says(made.result->summary, "Desk → skipped: about the licence holders, who are only counted"));
  CHECK(says(made.result->summary, "cost: 142.00 EUR read, same total written"));
}

TEST_CASE("prices of seats are added whatever their heading and their periods") {
  CHECK(says(imported("Email,Tool,Cost per user (month)\n"
                      "a@x.example,Miro,8\nb@x.example,Miro,8\n"),
             "    cost:\n      amount: 16\n      per: month\n"));
  CHECK(says(
      imported("Email,Tool,Cost\n"
               "a@x.example,Miro,€8/mo\nb@x.example,Miro,€100/yr\nc@x.example,Miro,-\n"),
      "    seats:\n      purchased: 2\n      assigned: 3\n    cost:\n      amount: 196\n      per: year\n"));
}

TEST_CASE("a seat that nobody has is paid for and not assigned") {
  CHECK(says(imported("Email,Tool,Monthly cost\n"
                      "a@x.example,Miro,8\nb@x.example,Miro,8\n-,Miro,8\n"),
             "      purchased: 3\n      assigned: 2\n"));
}

TEST_CASE("rows that tell the seats of the whole licence say its price once") {
  const auto made = import_text("licences.csv",
                                "Holder mail,Software,Seats,Annual cost,Licence key,Renewal date\n"
                                "a@x.example,Sketch,5,€500,ABC,2027-01-31\n"
                                "b@x.example,Sketch,5,€500,ABC,2027-01-31\n"
                                "c@x.example,Sketch,5,€500,DEF,2027-01-31\n"
                                "d@x.example,Sketch,5,€500,DEF,2027-01-31\n",
                                measured());
  const std::string tools = tools_of(made);
  CHECK(says(tools, "  - id: sketch-2\n"));
  CHECK_FALSE(says(tools, "  - id: sketch-3\n"));
  CHECK_FALSE(says(tools, "ABC"));
  CHECK(says(tools, "      purchased: 5\n      assigned: 2\n"));
  CHECK(says(tools, "      amount: 500\n"));
  REQUIRE(made.result);
  CHECK(says(made.result->summary,
             "cost: 2000.00 EUR read, 1000.00 EUR of them by further holders of the same licences, the rest "
             "written"));
}

TEST_CASE("two contracts of a tool with contact persons are no holders") {
  const std::string tools = imported(
      "Tool,Email,Seats,Annual cost,Contract end\n"
      "Braze,a@x.example,40,€4000,2027-03-31\n"
      "Braze,b@x.example,60,€6000,2027-08-31\n"
      "Miro,c@x.example,10,€100,2027-01-31\n");
  CHECK(says(tools, "  - id: braze-2\n"));
  CHECK(says(tools, "  - id: miro\n"));
  CHECK_FALSE(says(tools, "assigned"));
  CHECK_FALSE(says(tools, "@"));
}

TEST_CASE("licence keys and addresses of persons are known by their cells, too") {
  const std::string tools = imported(
      "Tool,Ask,Code,Build\n"
      "Miro,Ann <ann@x.example>,8XK2P-Q9R3T-77ZZ1,2026-10\n"
      "Figma,bob@x.example,AAAA1-BBBB2-CCCC3,2026-11\n");
  CHECK_FALSE(says(tools, "x.example"));
  CHECK_FALSE(says(tools, "8XK2P"));
  CHECK(says(tools, "x-build: \"2026-10\""));
  struct Case {
    std::string text;
    bool key;
  };
  for (const auto& [text, key] :
       {Case{"8XK2P-Q9R3T-77ZZ1", true}, Case{"2026-01-31", false}, Case{"PO-4711", false},
        Case{"ABCD-EFGH-IJKL", false}, Case{"A1B2-C3D4", false}, Case{"A1B2-C3D4-E5F6-", false},
        Case{"1234-5678-9012", false}, Case{"", false}}) {
    INFO(text);
    CHECK(is_licence_key(text) == key);
  }
  for (const auto& [text, email] :
       {Case{"a@b.example", true}, Case{"@team", false}, Case{"a@b", false},
        Case{"Ann <a.b@c.example>", true}, Case{"4 @ 5.50", false}, Case{"a@.b", false}}) {
    INFO(text);
    CHECK(has_email(text) == email);
  }
}

TEST_CASE("a column of users has their names where its cells are no numbers") {
  const char* const holders =
      "Programm;Benutzer;Kosten pro Jahr\n"
      "Zeichner;Anna Muster;120\nZeichner;Bert Beispiel;120\nPost;Anna Muster;60\nPost;Dora Probe;60\n";
  CHECK(tools_of(import_text("a.csv", holders, in("EUR"))) ==
        "tools:\n  - id: zeichner\n    name: Zeichner\n    pricing:\n      metrics:\n        - seat\n"
        "      unit_price:\n        amount: 120\n        per: year\n"
        "    seats:\n      purchased: 2\n      assigned: 2\n    cost:\n      amount: 240\n      per: year\n"
        "  - id: post\n    name: Post\n    pricing:\n      metrics:\n        - seat\n"
        "      unit_price:\n        amount: 60\n        per: year\n"
        "    seats:\n      purchased: 2\n      assigned: 2\n    cost:\n      amount: 120\n      per: year\n");
  const char* const people =
      "Programm;Nutzer\nZeichner;Anna Muster\nZeichner;Bert Beispiel\nPost;Dora Probe\n";
  CHECK(tools_of(import_text("a.csv", people, in("EUR"))) ==
        "tools:\n  - id: zeichner\n    name: Zeichner\n    seats:\n      assigned: 2\n"
        "  - id: post\n    name: Post\n    seats:\n      assigned: 1\n");
  CHECK(tools_of(import_text("a.csv", "Tool,Users\nSketch,Design\nMail,Sales\n", in("EUR"))) ==
        "tools:\n  - id: sketch\n    name: Sketch\n  - id: mail\n    name: Mail\n");
  CHECK(tools_of(import_text("a.csv", "Tool,Users\nSketch,12\nMail,7\n", in("EUR"))) ==
        "tools:\n  - id: sketch\n    name: Sketch\n    x-users: \"12\"\n  - id: mail\n    name: Mail\n    "
        "x-users: \"7\"\n");
}
