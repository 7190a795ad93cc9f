// What each profile of sheets and payments makes of an export as its system writes it.
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit::import::test;

TEST_CASE(
    "card payments: merchants are paid, refunds are negative, and who held the card is nobody's business") {
  CHECK(imported_by("card-payments", R"(Merchant,Amount,Currency,Cardholder,Date
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
    note: refund in row 3 of the list
    x-date: "2026-10-05"
  - amount: 12
    x-date: "2026-10-06"
)");
}

TEST_CASE("FOCUS: a charge period ends the day before the moment given") {
  CHECK(imported_by("focus",
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

TEST_CASE("LeanIX: the lifecycle says since when a tool lives, and other words are kept as text") {
  CHECK(
      imported_by("leanix", R"(name,alias,lifecycle:active,lifecycle:endOfLife,businessCriticality
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
  CHECK(imported_by("martech-data-dictionary",
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

TEST_CASE("Microsoft 365: licences are bought and assigned") {
  CHECK(imported_by("microsoft-licences",
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

TEST_CASE("Ramp: transactions are payments without the people behind them") {
  CHECK(
      imported_by(
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

TEST_CASE("Snipe-IT: licences are bought once, for so many seats, until a day") {
  CHECK(
      imported_by(
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

TEST_CASE("FOCUS: rows that agree in provider and period are summed exactly and rounded once") {
  const auto made =
      import_text("focus.csv",
                  "ProviderName,BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,Region,Sku\n"
                  "Acme,0.004,EUR,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eu,a\n"
                  "Acme,1.125e1,EUR,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eu,b\n"
                  "Acme,1.002,EUR,2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eu,c\n"
                  "Acme,-2.5,EUR,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,eu,d\n"
                  "Bolt,n/a,EUR,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,eu,e\n",
                  in("EUR"));
  REQUIRE(made.result);
  const std::string& yaml = made.result->yaml;
  CHECK(yaml.substr(yaml.find("ledger:\n")) == R"(ledger:
  - vendor: Acme
    amount: 12.26
    period:
      starts: 2026-09-01
      ends: 2026-09-30
    x-region: eu
  - vendor: Acme
    amount: -2.50
    period:
      starts: 2026-10-01
      ends: 2026-10-31
    note: refund in row 5 of the list
    x-region: eu
  - vendor: Bolt
    period:
      starts: 2026-10-01
      ends: 2026-10-31
    x-billingcurrency: EUR
    x-region: eu
)");
  CHECK(test::says(made.result->summary, "read 5 records from focus.csv, headings in row 1\n"));
  CHECK(test::says(made.result->summary,
                   "  2 rows joined others that agree in all but the amount: summed, and rounded once\n"));
  CHECK(test::says(made.result->summary, "Sku → skipped: differs among rows that are one payment"));
}

TEST_CASE("card payments: most are charges, whatever their sign, and travel is no software") {
  const auto made = import_text("card.csv",
                                "Date,Merchant,Amount,Category\n"
                                "2026-10-02,ACME APP,-50.00,Software\n"
                                "2026-10-03,BOLT,-20.00,Travel software\n"
                                "2026-10-04,BOLT,5.00,Software\n"
                                "2026-10-05,SOME TRAIN,-80.00,Rail & travel\n",
                                in("EUR"));
  REQUIRE(made.result);
  const std::string& yaml = made.result->yaml;
  CHECK(test::says(yaml, "  - vendor: ACME APP\n    amount: 50.00\n"));
  CHECK(test::says(yaml, "  - vendor: BOLT\n    amount: 20.00\n"));
  CHECK(test::says(yaml, "  - vendor: BOLT\n    amount: -5.00\n    note: refund in row 4 of the list\n"));
  CHECK_FALSE(test::says(yaml, "TRAIN"));
  CHECK(test::says(made.result->summary, "left out: row 5 pays for 'Rail & travel', no software"));
  CHECK(test::says(made.result->summary,
                   "negative amounts are charges and positive ones refunds, as 2 of 3 amounts are negative"));
  CHECK(test::says(made.result->summary, "amount: -65.00 EUR read, same total written"));
}

TEST_CASE("NetSuite: bills, less credits, without the total") {
  CHECK(imported_by("netsuite-bills", R"(Acme Inc.,,,,
Bills,,,,
Date,Document Number,Name,Account,Memo,Amount
2026-01-15,B-1,V01 Bolt,6400 Software,,"1,000.00"
2026-02-15,C-1,V01 Bolt,6400 Software,credit,(100.00)
,,,,Total,900.00
)") == R"(
ledger:
  - vendor: V01 Bolt
    amount: 1000.00
    x-date: "2026-01-15"
    x-document-number: B-1
    x-account: 6400 Software
  - vendor: V01 Bolt
    amount: -100.00
    note: refund in row 5 of the list
    x-date: "2026-02-15"
    x-document-number: C-1
    x-account: 6400 Software
    x-memo: credit
)");
}

TEST_CASE("payments to suppliers: amounts in brackets are credits") {
  CHECK(imported_by("spend-ledger", R"(Department,Supplier,Transaction Number,Date,Amount
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
    note: refund in row 3 of the list
    x-department: Marketing
    x-transaction-number: "2"
    x-date: "2026-10-31"
)");
}

TEST_CASE("a list of subscriptions: the billing period is the period of the price") {
  CHECK(imported_by("subscription-tracker", R"(name,billing_period,price,currency,team,description
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
  CHECK(imported_by("zylo-subscriptions",
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

TEST_CASE("GitLab's tech stack: plain statements are taken over, and the words are kept beside them") {
  CHECK(
      imported_by(
          "gitlab-tech-stack",
          R"(title,business_owner,technical_owner,critical_systems_tier,integration_method,processing_customer_data,description
Zoom,Ana,Bo,Tier 2,Okta,yes,Calls
Miro,Cy,,Tier 3 / Non-critical,SWA,no,Boards
Canva,Cy,,Unknown tier,Google SSO,maybe,
)") == R"(
tools:
  - id: zoom
    name: Zoom
    owner: Ana
    technical_owner: Bo
    criticality: important
    data:
      personal: true
    security:
      sso: true
    notes: Calls
    x-critical-systems-tier: Tier 2
    x-integration-method: Okta
    x-processing-customer-data: "yes"
  - id: miro
    name: Miro
    owner: Cy
    criticality: optional
    notes: Boards
    x-critical-systems-tier: Tier 3 / Non-critical
    x-integration-method: SWA
    x-processing-customer-data: "no"
  - id: canva
    name: Canva
    owner: Cy
    security:
      sso: true
    x-critical-systems-tier: Unknown tier
    x-integration-method: Google SSO
    x-processing-customer-data: maybe
)");
}
