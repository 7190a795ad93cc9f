#include "import/people.h"

#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::tools_of;

TEST_CASE("assignments are counted by application and nobody is named") {
  const auto imported = import_text("okta.csv",
                                    "User,Login,Application name,Application instance,Application "
                                    "login,Assigned on,Unassigned on,Last login\n"
                                    "Ann,ann@a.example,Braze,1,ann,2026-01-05,,2026-11-20T08:00:00Z\n"
                                    "Bob,bob@a.example,Braze,1,bob,2026-01-05,,2026-03-01T08:00:00Z\n"
                                    "Bob,bob@a.example,Braze,2,bob2,2026-01-05,,2026-02-01T08:00:00Z\n"
                                    "Cy,cy@a.example,Braze,1,cy,2026-01-05,2026-09-01,2026-11-01T08:00:00Z\n"
                                    "Ann,ann@a.example,Canva,1,ann,2026-01-05,,\n",
                                    in("EUR"));
  CHECK(imported.messages.empty());
  CHECK(tools_of(imported) ==
        "tools:\n"
        "  - id: braze\n"
        "    name: Braze\n"
        "    seats:\n"
        "      assigned: 2\n"
        "    usage:\n"
        "      active: 1\n"
        "      last_activity_on: 2026-11-20\n"
        "      evidence: login\n"
        "      measured_on: 2026-11-20\n"
        "      window_days: 60\n"
        "  - id: canva\n"
        "    name: Canva\n"
        "    seats:\n"
        "      assigned: 1\n"
        "    usage:\n"
        "      active: 0\n"
        "      evidence: login\n"
        "      measured_on: 2026-11-20\n"
        "      window_days: 60\n");
  REQUIRE(imported.result);
  CHECK(imported.result->yaml.find("a.example") == std::string::npos);
  CHECK(imported.result->summary ==
        "read 5 records from okta.csv, headings in row 1\n"
        "profile okta-assignments: Okta: current assignments, counted by application\n"
        "wrote 2 tools\n"
        "  left out: 5 rows with personal data, only counted\n"
        "columns with personal data, only counts and dates kept: User, Login, Application name, Application "
        "instance, Application login, Assigned on, Unassigned on, Last login\n"
        "assumed:\n"
        "  the organisation is called 'My organisation'; change it to your name\n"
        "suggested as comments: category, vendor or pricing of 2 products from the catalogue\n");
}

TEST_CASE("members of one tool are counted by what bills them") {
  const auto imported = import_text("slack.csv",
                                    "username,email,status,billing-active,has-2fa,has-sso,userid,fullname\n"
                                    "ann,ann@a.example,Member,1,1,1,U1,Ann\n"
                                    "bob,bob@a.example,Deactivated,0,0,0,U2,Bob\n",
                                    in("EUR"));
  CHECK(tools_of(imported) ==
        "tools:\n"
        "  - id: slack\n"
        "    name: Slack\n"
        "    vendor: Slack\n"
        "    seats:\n"
        "      assigned: 1\n");
}

TEST_CASE("sign-ins say nothing of those who were assigned and stayed away") {
  const auto imported =
      import_text("entra.csv",
                  "CreatedDateTime,UserPrincipalName,UserDisplayName,AppDisplayName,IPAddress\n"
                  "2026-11-01T08:00:00Z,a@x.example,A,Figma,10.0.0.1\n"
                  "2026-08-01T08:00:00Z,b@x.example,B,Figma,10.0.0.2\n",
                  in("EUR"));
  CHECK(tools_of(imported) ==
        "tools:\n"
        "  - id: figma\n"
        "    name: Figma\n"
        "    usage:\n"
        "      active: 1\n"
        "      last_activity_on: 2026-11-01\n"
        "      evidence: login\n"
        "      measured_on: 2026-11-01\n"
        "      window_days: 60\n");
}

TEST_CASE("a list of people without a tool is told what it is") {
  CHECK(
      import_text("users.csv", "Name,Email,Last login\nAnn,ann@a.example,2026-11-01\n", in("EUR")).messages ==
      R"(users.csv:1:1: error: this is a list of people, one per row, without a tool
    1 | Name,Email,Last login
      | ^~~~
      hint: name the tool in a mapping, such as defaults: {name: Slack}; people are only counted
)");
  const auto named = import_text("users.csv", "Name,Email,Last login\nAnn,ann@a.example,2026-11-01\n",
                                 in("EUR"), "defaults: {name: Drift, seats.purchased: 10}\n");
  CHECK(
      tools_of(named).starts_with("tools:\n  - id: drift\n    name: Drift\n    seats:\n      purchased: 10\n"
                                  "      assigned: 1\n    usage:\n      active: 1\n"));
}

TEST_CASE("an e-mail column among tools does not make a list of people, and is dropped") {
  const auto imported = import_text("tools.csv", "Tool,Email,Annual cost\nFigma,ann@a.example,10 EUR\n");
  REQUIRE(imported.result);
  CHECK(imported.result->yaml.find("example") == std::string::npos);
  CHECK(imported.result->summary.find("  Email → skipped: personal data\n") != std::string::npos);
}
