// What each profile makes of an export as its system writes it.
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::reading_messages;
using martech_audit::import::test::without_suggestions;

namespace {

// What was written behind the organisation, or what is wrong. The profile is recognised by the headings.
std::string imported(std::string_view profile, const std::string& sheet) {
  ImportOptions options{.currency = Currency::parse("EUR"), .measured_on = *parse_date("2026-11-23")};
  options.rates = {*parse_rate("USD=0.5")};
  const auto made = import_text("export.csv", sheet, options);
  if (!made.result) return "\n" + made.messages;
  const std::string named = "profile " + std::string(profile) + ":";
  CHECK(made.result->summary.find(named) != std::string::npos);
  CHECK(reading_messages(made.result->yaml).find("error") == std::string::npos);
  const std::string yaml = without_suggestions(made.result->yaml);
  const std::size_t tools = yaml.find("\ntools:\n");
  return made.messages + yaml.substr(tools == yaml.npos ? yaml.find("\nledger:\n") : tools);
}

}  // namespace

TEST_CASE("Adobe: a user with two rows is one seat, and nothing says when it was used") {
  CHECK(imported("adobe-users", R"(Identity Type,Username,Email,Product Configurations,Team Products
Federated ID,ana,ana@x.example,"All Apps, Stock",
Federated ID,bo,bo@x.example,All Apps,
Federated ID,ana,ANA@x.example,Stock,
)") == R"(
tools:
  - id: adobe
    name: Adobe
    seats:
      assigned: 2
)");
}

TEST_CASE(
    "card payments: merchants are paid, refunds are negative, and who held the card is nobody's business") {
  CHECK(imported("card-payments", R"(Merchant,Amount,Currency,Cardholder,Date
Figma,"45.00",EUR,Ana A,2026-10-03
Figma,-45.00,EUR,Ana A,2026-10-05
,12,EUR,Bo B,2026-10-06
)") == R"(
ledger:
  - vendor: Figma
    amount: 45.00
    x-date: "2026-10-03"
  - vendor: Figma
    amount: -45.00
    x-date: "2026-10-05"
  - amount: 12
    x-date: "2026-10-06"
)");
}

TEST_CASE("Entra: sign-ins are people by application, each once, and no seats") {
  CHECK(imported("entra-sign-ins", R"(CreatedDateTime,UserPrincipalName,AppDisplayName,Status
2026-11-02T08:00:00Z,ana@x.example,Miro,Success
2026-11-09T08:00:00Z,ana@x.example,Miro,Success
2026-11-05T08:00:00Z,bo@x.example,Miro,Success
2026-11-05T08:00:00Z,bo@x.example,Canva,Success
)") == R"(
tools:
  - id: miro
    name: Miro
    usage:
      active: 2
      last_activity_on: 2026-11-09
      evidence: login
      measured_on: 2026-11-09
      window_days: 60
  - id: canva
    name: Canva
    usage:
      active: 1
      last_activity_on: 2026-11-05
      evidence: login
      measured_on: 2026-11-09
      window_days: 60
)");
}

TEST_CASE("FOCUS: a charge period ends the day before the moment given") {
  CHECK(imported("focus",
                 R"(ProviderName,BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ServiceName
AWS,12.50,EUR,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,S3
AWS,0.10,EUR,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,S3
)") == R"(
ledger:
  - vendor: AWS
    amount: 12.50
    period:
      starts: 2026-10-01
      ends: 2026-10-31
    x-servicename: S3
  - vendor: AWS
    amount: 0.10
    period:
      starts: 2026-11-01
      ends: 2026-11-30
    x-servicename: S3
)");
}

TEST_CASE("Google Workspace: suspended users have no seat, and who never signed in has no use") {
  CHECK(imported("google-workspace-users",
                 R"(First Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY]
Ana,ana@x.example,Active,2026/11/20 10:00:00
Bo,bo@x.example,Suspended,2026/01/02 10:00:00
Cy,cy@x.example,Active,Never logged in
)") == R"(
tools:
  - id: google-workspace
    name: Google Workspace
    vendor: Google
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-20
      evidence: login
      measured_on: 2026-11-20
      window_days: 60
)");
}

TEST_CASE("HubSpot: users with a last login are active") {
  CHECK(imported("hubspot-users", R"(User ID,Email,Last login date,Assigned role
1,ana@x.example,2026-11-20,Admin
2,bo@x.example,,Sales
)") == R"(
tools:
  - id: hubspot
    name: HubSpot
    vendor: HubSpot
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-20
      evidence: login
      measured_on: 2026-11-20
      window_days: 60
)");
}

TEST_CASE("LeanIX: the lifecycle says since when a tool lives, and other words are kept as text") {
  CHECK(
      imported("leanix", R"(name,alias,lifecycle:active,lifecycle:endOfLife,businessCriticality
Salesforce,SFDC,2020-03-01,2030-01-01,missionCritical
)") ==
      R"(export.csv:2:39: warning: 'businessCriticality' is kept as text: 'missionCritical' is not a valid value of criticality
    2 | Salesforce,SFDC,2020-03-01,2030-01-01,missionCritical
      |                                       ^~~~~~~~~~~~~~~
      hint: one of: critical, important, optional

tools:
  - id: salesforce
    name: Salesforce
    aliases:
      - SFDC
    live_on: 2020-03-01
    x-lifecycle-endoflife: "2030-01-01"
    x-businesscriticality: missionCritical
)");
}

TEST_CASE("a martech register: costs a year, seats, and how people sign in") {
  CHECK(imported("martech-data-dictionary",
                 R"(tool_name,vendor,integration_status,licensed_seats,active_users,cost_annual,auth_method
Braze,Braze Inc,live,50,21,"12,000",SAML SSO
Miro,Miro,planned,5,5,600,Password
)") == R"(
tools:
  - id: braze
    name: Braze
    vendor: Braze Inc
    seats:
      purchased: 50
    usage:
      active: 21
      measured_on: 2026-11-23
    cost:
      amount: 12000
      per: year
    security:
      sso: true
    x-integration-status: live
    x-auth-method: SAML SSO
  - id: miro
    name: Miro
    vendor: Miro
    seats:
      purchased: 5
    usage:
      active: 5
      measured_on: 2026-11-23
    cost:
      amount: 600
      per: year
    x-integration-status: planned
    x-auth-method: Password
)");
}

TEST_CASE("Microsoft 365: activations are counted by product") {
  CHECK(imported("microsoft-activations", R"(User Principal Name,Display Name,Product Type,Last Activated Date
ana@x.example,Ana,Project,2026-11-01
bo@x.example,Bo,Project,2026-10-01
bo@x.example,Bo,Visio,2026-10-01
)") == R"(
tools:
  - id: project
    name: Project
    seats:
      assigned: 2
    usage:
      active: 2
      last_activity_on: 2026-11-01
      evidence: activity
      measured_on: 2026-11-01
      window_days: 60
  - id: visio
    name: Visio
    seats:
      assigned: 1
    usage:
      active: 1
      last_activity_on: 2026-10-01
      evidence: activity
      measured_on: 2026-11-01
      window_days: 60
)");
}

TEST_CASE("Microsoft 365: of the last activities the latest counts, and of deleted users none") {
  CHECK(
      imported(
          "microsoft-active-users",
          R"(User Principal Name,Is Deleted,Exchange Last Activity Date,OneDrive Last Activity Date,Teams Last Activity Date
ana@x.example,False,2026-11-01,,2026-11-19
bo@x.example,True,2026-11-02,,2026-11-20
cy@x.example,False,,,
)") == R"(
tools:
  - id: microsoft-365
    name: Microsoft 365
    vendor: Microsoft
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-19
      evidence: activity
      measured_on: 2026-11-19
      window_days: 60
)");
}

TEST_CASE("Microsoft 365: licences are bought and assigned") {
  CHECK(imported("microsoft-licences",
                 R"(Product Title,Total Licenses,Expired Licenses,Assigned licenses,Status message
Microsoft 365 E3,100,0,90,
Power BI Pro,10,2,11,
)") == R"(
tools:
  - id: microsoft-365-e3
    name: Microsoft 365 E3
    vendor: Microsoft
    seats:
      purchased: 100
      assigned: 90
    x-expired-licenses: "0"
  - id: power-bi-pro
    name: Power BI Pro
    vendor: Microsoft
    seats:
      purchased: 10
      assigned: 11
    x-expired-licenses: "2"
)");
}

TEST_CASE("Microsoft Teams: deleted users are not counted") {
  CHECK(imported("microsoft-teams-activity",
                 R"(User Principal Name,Last Activity Date,Is Deleted,Team Chat Message Count
ana@x.example,2026-11-19,False,12
bo@x.example,2026-11-19,True,12
)") == R"(
tools:
  - id: microsoft-teams
    name: Microsoft Teams
    vendor: Microsoft
    seats:
      assigned: 1
    usage:
      active: 1
      last_activity_on: 2026-11-19
      evidence: activity
      measured_on: 2026-11-19
      window_days: 60
)");
}

TEST_CASE("Okta: whoever was unassigned has no seat and no use") {
  CHECK(imported("okta-assignments", R"(User,Login,Application name,Assigned on,Last login,Unassigned on
Ana,ana@x.example,Miro,2026-01-01,2026-11-01,
Bo,bo@x.example,Miro,2026-01-01,2026-10-01,2026-10-02
Cy,cy@x.example,Miro,2026-01-01,,
)") == R"(
tools:
  - id: miro
    name: Miro
    seats:
      assigned: 2
    usage:
      active: 1
      last_activity_on: 2026-11-01
      evidence: login
      measured_on: 2026-11-01
      window_days: 60
)");
}

TEST_CASE("Okta: sign-ins are counted by application and person") {
  CHECK(imported("okta-usage", R"(Person,Login,Instance Name,Login Date
Ana,ana@x.example,Miro,2026-11-01
Ana,ana@x.example,Miro,2026-11-08
Bo,bo@x.example,Canva,2026-11-08
)") == R"(
tools:
  - id: miro
    name: Miro
    usage:
      active: 1
      last_activity_on: 2026-11-08
      evidence: login
      measured_on: 2026-11-08
      window_days: 60
  - id: canva
    name: Canva
    usage:
      active: 1
      last_activity_on: 2026-11-08
      evidence: login
      measured_on: 2026-11-08
      window_days: 60
)");
}

TEST_CASE("Ramp: transactions are payments without the people behind them") {
  CHECK(
      imported(
          "ramp-transactions",
          R"(merchant_name,amount,currency_code,card_holder.first_name,card_holder.last_name,card_holder.user_id,sk_category_name
Figma,45,EUR,Ana,A,u1,Software
)") == R"(
ledger:
  - vendor: Figma
    amount: 45
    x-sk-category-name: Software
)");
}

TEST_CASE("Slack: billed members are seats") {
  CHECK(imported("slack-members", R"(username,email,status,billing-active,has-2fa,userid
ana,ana@x.example,Member,1,1,U1
bo,bo@x.example,Deactivated,0,0,U2
cy,cy@x.example,Member,1,0,U3
)") == R"(
tools:
  - id: slack
    name: Slack
    vendor: Slack
    seats:
      assigned: 2
)");
}

TEST_CASE("Snipe-IT: licences are bought once, for so many seats, until a day") {
  CHECK(
      imported(
          "snipe-it-licences",
          R"(Item name,manufacturer,purchase date,purchase cost,seats,expiration date,reassignable,Licensed To Name,Name
Acrobat,Adobe,2025-01-02,1200.00,10,2027-01-01,yes,Ana A,Ana A
)") == R"(
tools:
  - id: acrobat
    name: Acrobat
    vendor: Adobe
    purchased_on: 2025-01-02
    seats:
      purchased: 10
    cost:
      amount: 1200.00
      per: once
    contract:
      ends: 2027-01-01
    x-reassignable: "yes"
)");
}

TEST_CASE("payments to suppliers: amounts in brackets are credits") {
  CHECK(imported("spend-ledger", R"(Department,Supplier,Transaction Number,Date,Amount
Marketing,Acme,1,2026-10-31,"1,200.50"
Marketing,Acme,2,2026-10-31,(200.50)
)") == R"(
ledger:
  - vendor: Acme
    amount: 1200.50
    x-department: Marketing
    x-transaction-number: "1"
    x-date: "2026-10-31"
  - vendor: Acme
    amount: -200.50
    x-department: Marketing
    x-transaction-number: "2"
    x-date: "2026-10-31"
)");
}

TEST_CASE("a list of subscriptions: the billing period is the period of the price") {
  CHECK(imported("subscription-tracker", R"(name,billing_period,price,currency,team,description
Figma,monthly,45,EUR,Design,Drawing
Notion,annual,100,USD,,Wiki
)") == R"(
tools:
  - id: figma
    name: Figma
    user_teams:
      - Design
    cost:
      amount: 45
      per: month
    contract:
      billing: monthly
    notes: Drawing
  - id: notion
    name: Notion
    cost:
      amount: 100
      currency: USD
      per: year
    contract:
      billing: annual
    notes: Wiki
)");
}

TEST_CASE("Zylo: licences bought and used, and the renewal as the end of the term") {
  CHECK(imported("zylo-subscriptions",
                 R"(applicationName,annualCost,licenseCount,usedLicenseCount,renewalDate,owner
Miro,6000,50,40,2027-02-01,Ana
)") == R"(
tools:
  - id: miro
    name: Miro
    owner: Ana
    seats:
      purchased: 50
      assigned: 40
    cost:
      amount: 6000
      per: year
    contract:
      ends: 2027-02-01
)");
}
