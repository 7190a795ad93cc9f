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
  for (const UnprovenClaim& claim : unproven_claims({then, now}, 2026y / 11 / 23))
    text += (text.empty() ? "" : "\n") + claim.line + (claim.only_if_it_helps ? " (if it helps)" : "");
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
      {"kpis: [rate], cost: {amount: 100,", "kpis: [rate], cost: {amount: 900,",
       "tool crm: the yearly cost is EUR 900.00 instead of 100.00, and no payment shows it"},
  });
}

TEST_CASE("a higher cost is none where the payments of a year come near to it") {
  const auto paid = [](std::string_view payments) {
    const std::string before = edited(household, {{"- {vendor: Vend, tool: crm, amount: 100}", payments}});
    return claimed(
        before, edited(before, {{"kpis: [rate], cost: {amount: 100,", "kpis: [rate], cost: {amount: 900,"}}));
  };
  CHECK(paid("- {vendor: Vend, amount: 820}") == "");
  CHECK(paid("- {vendor: VEND, amount: 400}\n  - {tool: crm, amount: 420}") == "");
  CHECK(paid("- {vendor: Vend, amount: 810}") != "");
  CHECK(paid("- {vendor: Vend, amount: 900, period: {ends: 2025-10-24}}") == "");
  CHECK(paid("- {vendor: Vend, amount: 900, period: {ends: 2025-10-23}}") != "");
}

TEST_CASE("a vendor that is new to a tool and was paid is a claim") {
  const std::string before = edited(household, {{"name: Mail, vendor: Post,", "name: Mail,"}});
  CHECK(claimed(before, edited(before, {{"tool: crm, amount", "amount"},
                                        {"name: Mail,", "name: Mail, vendor: Vend,"}})) ==
        "tool mail: vendor is newly given as Vend, and 1 payment to Vend belongs to it since");
  CHECK(claimed(before, std::string(household)) == "");
}

TEST_CASE("a pilot that is listed with its outcome, and units without a day, are claims") {
  check_claims({
      {"{id: try, tool: mail}",
       "{id: try, tool: mail}, {id: b, tool: crm, kind: pilot, outcome: Sold twice as much}",
       "initiative b: is newly listed with its outcome"},
      {"{id: try, tool: mail}", "{id: try, tool: mail, outcome: Sold twice as much}", ""},
      {"{id: try, tool: mail}", "{id: try, tool: mail}, {id: b, tool: crm, kind: pilot, starts: 2026-11-23}",
       ""},
      {"{id: mail,", "{id: mail, consumption: {consumed: 5, committed: 9},",
       "tool mail: consumption.consumed is newly 5, without the day (measured_on)"},
      {"{id: mail,", "{id: mail, consumption: {consumed: 5, committed: 9, measured_on: 2026-11-01},", ""},
  });
}

TEST_CASE("a statement that is changed, and that nothing shows, is a claim") {
  const std::string before = edited(
      household,
      {{"objectives: [{id: grow, kpis: [rate]}",
        "objectives: [{id: grow, kpis: [rate], priority: 1, status: closed, co_owner_teams: [it]}"},
       {"trainings: [{id: sql, held_on: 2026-05-01}]",
        "trainings: [{id: sql, held_on: 2026-05-01, status: planned, audience: it, tools: [crm]}]\n"
        "teams: [{id: it}, {id: mk}]\n"
        "people: [{id: ana, team: mk, skills: {sql: 1}}]\n"
        "budgets: [{id: media, kind: media, amount: 900, committed: 80, period: {starts: 2026-01-01, "
        "ends: 2026-12-31}}]\n"
        "datasets: [{id: buyers, tool: crm, record_of: false}]\n"
        "channels: [{id: post, tools: [mail]}]\n"
        "integrations: [{id: link, from: crm, to: mail, kind: file, direction: one-way, status: broken, "
        "last_success_on: 2026-01-01}]"},
       {"{id: mail,",
        "{id: mail, status: pilot, criticality: optional, usage: {active: 5, evidence: estimate, "
        "measured_on: 2026-11-01, features_available: 9,"
        " history: [{measured_on: 2026-05-01, active: 4}]},"}});
  const std::string nothing = ", which nothing shows", same_day = ", of the same day";
  for (const Said& one : std::initializer_list<Said>{
           {"priority: 1", "priority: 9", "objective grow: priority is 9 instead of 1" + nothing},
           {"status: closed", "status: active",
            "objective grow: status is active instead of closed" + nothing},
           {"co_owner_teams: [it]", "co_owner_teams: [it, mk]",
            "objective grow: co_owner_teams newly names mk" + nothing},
           {"kpis: [rate], priority", "kpis: [rate, reach], priority",
            "objective grow: kpis newly names reach" + nothing},
           {"status: planned", "status: completed",
            "training sql: status is completed instead of planned" + nothing},
           {"audience: it", "audience: mk", "training sql: audience is mk instead of it" + nothing},
           {"tools: [crm]}]", "tools: [crm, mail]}]", "training sql: tools newly names mail" + nothing},
           {"ana, team: mk", "ana, team: it", "person ana: team is it instead of mk" + nothing},
           {"sql: 1}", "sql: 4}", "person ana: skills of sql is 4 instead of 1" + nothing},
           {"sql: 1}", "sql: 1, ads: 2}", "person ana: skills of ads is 2 instead of 0" + nothing},
           {"amount: 900", "amount: 0", "budget media: amount is 0 instead of 900" + nothing},
           {"committed: 80", "committed: 800", "budget media: committed is 800 instead of 80" + nothing},
           {"starts: 2026-01-01", "starts: 2020-01-01",
            "budget media: period is {starts: 2020-01-01, ends: 2026-12-31} instead of {starts: 2026-01-01, "
            "ends: 2026-12-31}" +
                nothing},
           {"buyers, tool: crm", "buyers, tool: mail",
            "dataset buyers: tool is mail instead of crm" + nothing},
           {"record_of: false", "record_of: true",
            "dataset buyers: record_of is true instead of false" + nothing},
           {"post, tools: [mail]", "post, tools: [mail, crm]",
            "channel post: tools newly names crm" + nothing},
           {"kind: file", "kind: native", "integration link: kind is native instead of file" + nothing},
           {"direction: one-way", "direction: both",
            "integration link: direction is both instead of one-way" + nothing},
           {"status: broken", "status: active",
            "integration link: status is active instead of broken" + nothing},
           {"status: broken, last_success_on: 2026-01-01", "status: active, last_success_on: 2026-11-20", ""},
           {"criticality: optional", "criticality: critical",
            "tool mail: criticality is critical instead of optional" + nothing},
           {"evidence: estimate", "evidence: login",
            "tool mail: usage.evidence is login instead of estimate" + nothing},
           {"active: 5, evidence", "active: 9, evidence",
            "tool mail: usage.active is 9 instead of 5, of the same day, 2026-11-01"},
           {"active: 5, evidence: estimate, measured_on: 2026-11-01",
            "active: 9, evidence: login, measured_on: 2026-11-02", ""},
           {"features_available: 9", "features_available: 1",
            "tool mail: usage.features_available is 1 instead of 9, of the same day, 2026-11-01"},
           {"status: pilot", "status: implementing",
            "tool mail: status is implementing instead of pilot" + nothing},
           {"status: pilot", "status: implementing, purchased_on: 2026-11-20", ""},
           {"active: 4", "active: 1",
            "tool mail: usage.history of 2026-05-01 is {measured_on: 2026-05-01, active: 1} instead of "
            "{measured_on: 2026-05-01, active: 4}" +
                same_day},
           {"current: 2,", "current: 3,", "kpi rate: current is 3 instead of 2, of the same day, 2026-10-01"},
           {"{id: mail,", "{id: mail, one_time: {training: 1},",
            "tool mail: one_time.training is newly stated: {amount: 1, currency: EUR, per: once}"},
       }) {
    INFO(one.from << " → " << one.to);
    CHECK(claimed(before, edited(before, {{one.from, one.to}})) == one.line);
  }
}

TEST_CASE("what was denied and is affirmed is a claim") {
  const std::string before = edited(
      household, {{"{id: mail,",
                   "{id: mail, data: {processing_agreement: false}, security: {sso: false, mfa: false, "
                   "offboarding: false}, ai: {human_review: false}, contract: {auto_renews: false},"}});
  for (const std::string field : {"data.processing_agreement", "security.sso", "security.mfa",
                                  "security.offboarding", "ai.human_review", "contract.auto_renews"}) {
    const std::string name = field.substr(field.find('.') + 1);
    CHECK(claimed(before, edited(before, {{name + ": false", name + ": true"}})) ==
          "tool mail: " + field + " is true instead of false, which nothing shows");
    CHECK(claimed(edited(before, {{name + ": false", name + ": null"}}),
                  edited(before, {{name + ": false", name + ": true"}})) == "");
  }
}

TEST_CASE("another currency of the same amount is a claim, the organisation's own written down is none") {
  const std::string before =
      edited(household, {{"currency: EUR}", "currency: EUR, exchange_rates: {USD: {rate: 0.95}}}"},
                         {"kpis:\n", "budgets: [{id: media, kind: media, amount: 900}]\nkpis:\n"},
                         {"{id: mail,", "{id: mail, pricing: {unit_price: {amount: 9, per: month}},"}});
  for (const Said& one : std::initializer_list<Said>{
           {"amount: 900}", "amount: 900, currency: USD}", "budget media: currency"},
           {"unit_price: {amount: 9,", "unit_price: {currency: USD, amount: 9,",
            "tool mail: pricing.unit_price.currency"},
           {"purchased: 10}, cost: {", "purchased: 10}, cost: {currency: USD, ", "tool mail: cost.currency"},
       }) {
    const std::string line = one.line + " is USD instead of EUR, which nothing shows";
    CHECK(claimed(before, edited(before, {{one.from, one.to}})).find(line) != std::string::npos);
  }
  CHECK(claimed(before, edited(before, {{"amount: 900}", "amount: 900, currency: EUR}"}})) == "");
}

TEST_CASE("who is newly named is told where that was enough") {
  const std::string before = edited(household, {{"kpis:\n", "people: [{id: ana}, {id: bo}]\nkpis:\n"},
                                                {"{id: mail,", "{id: mail, technical_owner: bo,"}});
  for (const Said& one : std::initializer_list<Said>{
           {"{id: mail,", "{id: mail, owner: ana,", "tool mail: owner is ana instead of not given"},
           {"{id: mail,", "{id: mail, backup_owner: ana,",
            "tool mail: backup_owner is ana instead of not given"},
           {"technical_owner: bo", "technical_owner: ana", "tool mail: technical_owner is ana instead of bo"},
           {"{id: keep,", "{id: keep, owner: ana,", "objective keep: owner is ana instead of not given"},
       }) {
    CHECK(claimed(before, edited(before, {{one.from, one.to}})) ==
          one.line + ", which nothing shows (if it helps)");
  }
}

TEST_CASE("small falls of prices are told together, or where something found ends with one") {
  const std::string before = edited(
      household, {{"{id: mail,", "{id: mail, pricing: {unit_price: {amount: 1, per: year}},"},
                  {"id: pipe, name: Pipe,", "id: pipe, name: Pipe, cost: {amount: 9800, per: year},"}});
  const std::string anew = ", and the contract did not start anew";
  for (const Said& one : std::initializer_list<Said>{
           {"purchased: 10}, cost: {amount: 100", "purchased: 10}, cost: {amount: 99",
            "tool mail: the yearly cost is EUR 99.00 instead of 100.00" + anew + " (if it helps)"},
           {"unit_price: {amount: 1,", "unit_price: {amount: 0.91,",
            "tool mail: the yearly price of a unit is EUR 0.91 instead of 1.00" + anew + " (if it helps)"},
           {"amount: 9800", "amount: 9700",
            "tool pipe: the yearly cost is EUR 9700.00 instead of 9800.00" + anew},
           {"amount: 9800", "amount: 9701",
            "tool pipe: the yearly cost is EUR 9701.00 instead of 9800.00" + anew + " (if it helps)"},
           {"purchased: 10}, cost: {amount: 100", "purchased: 9}, cost: {amount: 90", ""},
           {"purchased: 10}, cost: {amount: 100", "purchased: 10}, cost: {amount: 89", ""},  // lost evidence
       }) {
    INFO(one.from << " → " << one.to);
    CHECK(claimed(before, edited(before, {{one.from, one.to}})) == one.line);
  }
  const std::string paid =
      edited(before, {{"tool: crm, amount: 100}", "tool: crm, amount: 100}\n  - {tool: mail, amount: 93}"}});
  CHECK(claimed(paid, edited(paid, {{"purchased: 10}, cost: {amount: 100",
                                     "purchased: 10}, cost: {amount: 93"}})) == "");
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
      {"{id: plan, starts: 2026-03-01}", "{id: plan, starts: 2026-09-01}",
       "roadmap plan: starts is 2026-09-01 instead of 2026-03-01, which nothing shows"},
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
