// What an inventory says since and nothing shows: pairs of a small estate, and the lines that come of it.
#include "diff/claims.h"

#include <string>

#include "document/document.h"
#include "model/reader.h"
#include "sides.h"
#include "support/catch.h"

namespace martech_audit::diffs {
namespace {

constexpr std::string_view household = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR}
strategy: {roadmap: [{id: plan, starts: 2026-03-01}]}
kpis:
  - {id: rate, current: 2, measured_on: 2026-10-01}
  - {id: reach, history: [{on: 2026-01-01, value: 2}]}
objectives: [{id: grow, kpis: [rate]}, {id: keep, kpis: [reach]}]
trainings: [{id: sql, held_on: 2026-05-01}]
initiatives: [{id: try, tool: mail}]
ledger:
  - {vendor: Vend, tool: crm, amount: 100}
tools:
  - {id: crm, name: CRM, vendor: Vend, objectives: [grow], kpis: [rate], cost: {amount: 100, per: year}}
  - {id: mail, name: Mail, vendor: Post, seats: {purchased: 10}, cost: {amount: 100, per: year}}
  - {id: pipe, name: Pipe, kind: integration, supports: [crm]}
)yaml";

Inventory household_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<const Source>("household.yaml", text), diagnostics);
  REQUIRE(document);
  std::optional<Inventory> read = read_inventory({*document}, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(read);
  return *std::move(read);
}

std::string claimed(const std::string& before, const std::string& after) {
  using namespace std::chrono_literals;
  const Inventory then = household_of(before), now = household_of(after);
  std::string text;
  for (const UnprovenClaim& claim : unproven_claims(then, now, 2026y / 11 / 23))
    text += (text.empty() ? "" : "\n") + claim.line;
  return text;
}

struct Said {
  std::string_view from, to;
  std::string line;
};

void check_claims(std::initializer_list<Said> all) {
  const std::string before(household);
  for (const Said& one : all) {
    INFO(one.from << " → " << one.to);
    CHECK(claimed(before, edited(household, {{one.from, one.to}})) == one.line);
  }
}

TEST_CASE("nothing is claimed where nothing changed, or a tool is new") {
  check_claims(
      {{"Mail", "Mailer", ""},
       {"  - {id: pipe,", "  - {id: new, name: New, objectives: [grow], kpis: [rate]}\n  - {id: pipe,", ""}});
}

TEST_CASE("a link that says no reason is a claim, one that says how is none") {
  check_claims({
      {"objectives: [grow], kpis", "objectives: [grow, keep], kpis",
       "tool crm: objectives newly names keep, without saying how the tool serves it"},
      {"objectives: [grow], kpis", "objectives: [grow, {id: keep, how: asks buyers back each month}], kpis",
       ""},
      {"objectives: [grow], kpis", "objectives: [keep], kpis",
       "tool crm: objectives newly names keep, without saying how the tool serves it"},
      {"kpis: [rate], cost", "kpis: [rate, reach], cost",
       "tool crm: kpis newly names reach, without a value measured since, and without saying how the tool "
       "moves it"},
      {"objectives: [grow], kpis: [rate]",
       "objectives: [grow, {id: keep, how: asks buyers back each month, kpi: reach}], kpis: [rate, reach]",
       ""},
      {"supports: [crm]", "supports: [crm, mail]",
       "tool pipe: supports newly names mail, which nothing else shows"},
  });
}

TEST_CASE("a KPI that was measured since is no mere claim") {
  const std::string before(household);
  const std::string named = edited(household, {{"kpis: [rate], cost", "kpis: [rate, reach], cost"}});
  CHECK(claimed(before, edited(named, {{"{on: 2026-01-01, value: 2}",
                                        "{on: 2026-01-01, value: 2}, {on: 2026-11-01, value: 3}"}})) == "");
  CHECK(claimed(before, edited(named, {{"{on: 2026-01-01, value: 2}", "{on: 2025-11-01, value: 3}"}})) != "");
}

TEST_CASE("a relation is a claim each time it says something else") {
  check_claims({{"{id: mail, name: Mail,", "{id: mail, name: Mail, relation: {to: crm, kind: backup},",
                 "tool mail: relation is newly stated: {to: crm, kind: backup}"}});
  const std::string backup = edited(
      household, {{"{id: mail, name: Mail,", "{id: mail, name: Mail, relation: {to: crm, kind: backup},"}});
  CHECK(claimed(backup, backup) == "");
  CHECK(claimed(backup, std::string(household)) == "");
}

TEST_CASE("a higher cost is a claim where no payment names the tool or its vendor, and seats stay") {
  check_claims({
      {"purchased: 10}, cost: {amount: 100,", "purchased: 10}, cost: {amount: 111,",
       "tool mail: the yearly cost is EUR 111.00 instead of 100.00, and no payment shows it"},
      {"purchased: 10}, cost: {amount: 100,", "purchased: 10}, cost: {amount: 110,", ""},
      {"purchased: 10}, cost: {amount: 100,", "purchased: 11}, cost: {amount: 900,", ""},
      {"kpis: [rate], cost: {amount: 100,", "kpis: [rate], cost: {amount: 900,", ""},
  });
}

TEST_CASE("what is written down later with a day that was over is a claim") {
  const std::string later = ", and was written down after 2026-11-23";
  check_claims({
      {"{id: sql, held_on: 2026-05-01}", "{id: sql, held_on: 2026-05-01}, {id: seo, held_on: 2026-04-01}",
       "training seo: held_on is 2026-04-01" + later},
      {"{id: try, tool: mail}", "{id: try, tool: mail, starts: 2026-04-01}",
       "initiative try: starts is 2026-04-01" + later},
      {"{id: try, tool: mail}", "{id: try, tool: mail, starts: 2026-11-23}", ""},
      {"{id: plan, starts: 2026-03-01}", "{id: plan, starts: 2026-03-01}, {id: cdp, decided_on: 2026-01-01}",
       "roadmap cdp: decided_on is 2026-01-01" + later},
      {"{id: plan, starts: 2026-03-01}", "{id: plan, starts: 2026-02-01}", ""},
  });
}

TEST_CASE("a refund that comes is a claim, a payment is none") {
  check_claims({
      {"amount: 100}\n", "amount: 100}\n  - {vendor: Vend, amount: -50, note: seats returned}\n",
       "a refund is newly listed: vendor: Vend, amount: -50, currency: EUR, note: seats returned"},
      {"amount: 100}\n", "amount: 100}\n  - {vendor: Vend, amount: 50}\n", ""},
  });
}

}  // namespace
}  // namespace martech_audit::diffs
