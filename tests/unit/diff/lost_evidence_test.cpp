// lost_evidence(): field by field, what an inventory showed and no longer does.
#include "diff/lost_evidence.h"

#include <fmt/format.h>

#include "document/document.h"
#include "model/reader.h"
#include "sides.h"
#include "support/catch.h"

namespace martech_audit::diffs {
namespace {

// Every kind of entity, with the fields that duties and excuses hang on.
constexpr std::string_view estate = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR, size: mid, marketing_headcount: 9, exchange_rates: {USD: 0.90, GBP: 1.2}}
strategy: {reviewed_on: 2026-01-01, roadmap: [{id: cdp, tools: [crm], objective: grow, starts: 2026-02-01}]}
teams: [{id: mk, name: Marketing, function: marketing, headcount: 8}, {id: it, name: IT, function: it}]
people: [{id: ana, name: Ana, team: mk, skills: {sql: 3, design: 2}, authority: [marketing, it]}]
kpis: [{id: rate, title: Rate, baseline: 2, target: 4, source: crm, history: [{on: 2026-01-01, value: 2}, {on: 2026-03-01, value: 3}]}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana, kpis: [rate], requires: [email]}]
capabilities: [{id: email, importance: important}]
channels: [{id: post, kind: online, in_use: true, tools: [mail]}]
processes: [{id: sends, steps: [write it, check it, send it], owner: ana}]
forums: [{id: round, teams: [mk, it], every_days: 14, last_held_on: 2026-11-01}]
trainings: [{id: sql-101, topics: [sql], audience: mk, held_on: 2026-05-01}]
integrations: [{id: link, from: crm, to: mail, status: active}]
ledger:
  - {vendor: Vend, amount: 500}
  - {vendor: Vend, amount: 500}
tools:
  - {id: crm, name: CRM, vendor: Vend, status: active, kind: business, criticality: important, owner: ana, user_teams: [mk],
     skills_needed: {sql: 2, crm: 3}, live_on: 2025-01-01, data: {personal: true}, ai: {used: true, autonomous: true},
     seats: {purchased: 10, assigned: 9}, usage: {active: 7, measured_on: 2026-11-01},
     contract: {starts: 2026-01-01, ends: 2026-12-31, notice_days: 90, auto_renews: true}, cost: {amount: 100, per: year}}
  - {id: mail, name: Mail, aliases: [letters], status: pilot, tags: [a], notes: n, url: "https://x.y", supports: [crm]}
  - {id: gone, name: Gone, status: retired}
)yaml";

Inventory read(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = read_document(std::make_shared<const Source>("estate.yaml", text), diagnostics);
  REQUIRE(document);
  std::optional<Inventory> inventory = read_inventory({*document}, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(inventory);
  return *std::move(inventory);
}

constexpr Date as_of{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

std::string lost(const std::string& before, const std::string& after) {
  const Inventory then = read(before), now = read(after);
  std::string text;
  for (const std::string& line : lost_evidence({then, now}, as_of)) text += (text.empty() ? "" : "\n") + line;
  return text;
}

struct Loss {
  std::string_view from, to;
  std::string said;       // going from the first to the second
  std::string said_back;  // and the other way
};

void check_losses(std::initializer_list<Loss> losses) {
  for (const Loss& loss : losses) {
    INFO(loss.from << " → " << loss.to);
    const std::string before(estate), after = edited(estate, {{loss.from, loss.to}});
    CHECK(lost(before, after) == loss.said);
    CHECK(lost(after, before) == loss.said_back);
  }
}

TEST_CASE("nothing is lost where nothing changed") {
  const std::string text(estate);
  CHECK(lost(text, text) == "");
}

TEST_CASE("a field that goes is said by its path, one that comes is not") {
  check_losses({
      {"reviewed_on: 2026-01-01, ", "", "the organisation: strategy.reviewed_on is no longer given", ""},
      {", marketing_headcount: 9", "", "the organisation: marketing_headcount is no longer given", ""},
      {", headcount: 8", "", "team mk: headcount is no longer given", ""},
      {", baseline: 2", "", "kpi rate: baseline is no longer given", ""},
      {", objective: grow, starts", ", starts", "roadmap cdp: objective is no longer given", ""},
      {", assigned: 9", "", "tool crm: seats.assigned is no longer given", ""},
      {"seats: {purchased: 10, assigned: 9}, ", "", "tool crm: seats is no longer given", ""},
      {"seats: {purchased: 10, assigned: 9}", "seats: {not_applicable: flat fee}",
       "tool crm: seats marked not applicable: flat fee", ""},
      {"owner: ana, user_teams", "owner: {not_applicable: shared}, user_teams",
       "tool crm: owner marked not applicable: shared", ""},
      {", audience: mk", "", "training sql-101: audience is no longer given", ""},
      {"status: active}]\nledger", "}]\nledger", "integration link: status is no longer given", ""},
  });
}

TEST_CASE("names, labels and notes are no evidence") {
  check_losses({
      {"name: Marketing,", "name: Growth,", "", ""},
      {"title: Grow,", "title: Grow more,", "", ""},
      {", tags: [a], notes: n, url: \"https://x.y\"", "", "", ""},
      {"aliases: [letters], ", "", "", ""},
      {"name: Acme,", "name: Acme Inc,", "", ""},
  });
}

TEST_CASE("a day that becomes a bound says less, and the lower bound says more") {
  check_losses({
      {"live_on: 2025-01-01", "live_on: {before: 2025-01-01}",
       "tool crm: live_on is now only given as before 2025-01-01", ""},
      {"live_on: 2025-01-01", "live_on: 2024-01-01", "",
       "tool crm: live_on is 2025-01-01 instead of 2024-01-01"},
      {"held_on: 2026-05-01", "held_on: {before: 2026-05-01}",
       "training sql-101: held_on is now only given as before 2026-05-01", ""},
  });
  const std::string early = edited(estate, {{"live_on: 2025-01-01", "live_on: {before: 2024-01-01}"}});
  const std::string late = edited(estate, {{"live_on: 2025-01-01", "live_on: {before: 2025-01-01}"}});
  CHECK(lost(early, late) == "tool crm: live_on is now only given as before 2025-01-01");
  CHECK(lost(late, early) == "");
}

TEST_CASE("items that go are named, whichever order they stand in") {
  check_losses({
      {"teams: [mk, it], every_days", "teams: [it, mk], every_days", "", ""},
      {"teams: [mk, it], every_days", "teams: [mk], every_days", "forum round: teams no longer names it", ""},
      {"authority: [marketing, it]", "authority: [it]", "person ana: authority no longer names marketing",
       ""},
      {"skills: {sql: 3, design: 2}", "skills: {sql: 3}", "person ana: skills no longer names design", ""},
      {"skills: {sql: 3, design: 2}", "skills: {sql: 1, design: 2}", "", ""},
      {"{sql: 2, crm: 3}", "{sql: 2, crm: 1}", "tool crm: skills_needed of crm is 1 instead of 3", ""},
      {"steps: [write it, check it, send it]", "steps: [write it, send it]",
       "process sends: steps no longer names check it", ""},
      {"history: [{on: 2026-01-01, value: 2}, ", "history: [", "kpi rate: history no longer names 2026-01-01",
       ""},
      {", kpis: [rate]", "", "objective grow: kpis is no longer given", ""},
      {", user_teams: [mk]", ", user_teams: [it]", "tool crm: user_teams no longer names mk",
       "tool crm: user_teams no longer names it"},
      {", tools: [mail]}", "}", "channel post: tools is no longer given", ""},
      {", topics: [sql]", "", "training sql-101: topics is no longer given", ""},
  });
}

TEST_CASE("entities that go are said, but for tools that had retired") {
  check_losses({
      {"  - {id: gone, name: Gone, status: retired}\n", "", "", ""},
      {"id: gone, name: Gone, status: retired", "id: gone, name: Gone", "",
       "tool gone: status is retired instead of active"},
      {"trainings: [{id: sql-101, topics: [sql], audience: mk, held_on: 2026-05-01}]\n", "",
       "training sql-101 was removed", ""},
      {"integrations: [{id: link,", "integrations: [{id: bridge,", "integration link was removed",
       "integration bridge was removed"},
  });
}

TEST_CASE("entries without ids are counted") {
  check_losses({
      {"  - {vendor: Vend, amount: 500}\n", "",
       "an entry of 'ledger' was removed or changed: vendor: Vend, amount: 500, currency: EUR", ""},
      {"  - {vendor: Vend, amount: 500}\n", "  - {vendor: Vend, amount: 500.00}\n", "", ""},
      {"  - {vendor: Vend, amount: 500}\n", "  - {vendor: Vend, amount: 501}\n",
       "an entry of 'ledger' was removed or changed: vendor: Vend, amount: 500, currency: EUR",
       "an entry of 'ledger' was removed or changed: vendor: Vend, amount: 501, currency: EUR"},
  });
}

TEST_CASE("a label that lets go of a duty is said, one that takes it up is not") {
  check_losses({
      {"status: active, kind", "status: retiring, kind", "tool crm: status is retiring instead of active",
       ""},
      {"status: active, kind", "status: evaluating, kind", "tool crm: status is evaluating instead of active",
       ""},
      {"status: active, kind", "status: implementing, kind",
       "tool crm: status is implementing instead of active", ""},
      {"status: active, kind", "status: retired, kind", "tool crm: status is retired instead of active", ""},
      {"status: pilot", "status: evaluating", "tool mail: status is evaluating instead of pilot", ""},
      {"status: pilot", "status: implementing", "", ""},
      {"status: pilot", "status: active", "", "tool mail: status is pilot instead of active"},
      {"kind: business", "kind: security", "tool crm: kind is security instead of business", ""},
      {"criticality: important", "criticality: optional",
       "tool crm: criticality is optional instead of important", ""},
      {"criticality: important", "criticality: critical", "",
       "tool crm: criticality is important instead of critical"},
      {"status: active, priority", "status: closed, priority",
       "objective grow: status is closed instead of active", ""},
      {"status: active, priority", "status: planned, priority",
       "objective grow: status is planned instead of active", ""},
      {"to: mail, status: active", "to: mail, status: broken", "", ""},
      {"to: mail, status: active", "to: mail, status: retired",
       "integration link: status is retired instead of active", ""},
      {"kind: online", "kind: offline", "channel post: kind is offline instead of online", ""},
      {"importance: important", "importance: optional", "", ""},
      {"importance: important", "importance: critical", "",
       "capability email: importance is important instead of critical"},
      {"owner: ana, user_teams", "owner: ana, operated_by: agency, user_teams",
       "tool crm: operated_by is agency instead of not given", "tool crm: operated_by is no longer given"},
      {"owner: ana, user_teams", "owner: ana, operated_by: internal, user_teams", "",
       "tool crm: operated_by is no longer given"},
  });
}

TEST_CASE("statements that put a tool under rules, and ones that take it out") {
  check_losses({
      {"personal: true", "personal: false", "tool crm: data.personal is false instead of true", ""},
      {"{used: true, autonomous: true}", "{used: false, autonomous: true}",
       "tool crm: ai.used is false instead of true", ""},
      {"autonomous: true", "autonomous: false", "tool crm: ai.autonomous is false instead of true", ""},
      {"in_use: true", "in_use: false", "channel post: in_use is false instead of true", ""},
      {"usage: {active: 7,", "usage: {active: 7, seasonal: true,",
       "tool crm: usage.seasonal is true instead of not given",
       "tool crm: usage.seasonal is no longer given"},
      {"usage: {active: 7,", "usage: {active: 7, seasonal: false,", "",
       "tool crm: usage.seasonal is no longer given"},
      {"requires: [email]", "requires: [email], needs_technology: false",
       "objective grow: needs_technology is false instead of not given",
       "objective grow: needs_technology is no longer given"},
      {"assigned: 9", "assigned: 9, planned: 3", "tool crm: seats.planned is 3 instead of not given",
       "tool crm: seats.planned is no longer given"},
      {"assigned: 9", "assigned: 9, contract_minimum: 5",
       "tool crm: seats.contract_minimum is 5 instead of not given",
       "tool crm: seats.contract_minimum is no longer given"},
      {"every_days: 14", "every_days: 28", "forum round: every_days is 28 instead of 14", ""},
      {"size: mid", "size: large", "the organisation: size is large instead of mid",
       "the organisation: size is mid instead of large"},
      {"function: marketing", "function: sales", "team mk: function is sales instead of marketing",
       "team mk: function is marketing instead of sales"},
  });
}

TEST_CASE("what an item of a list says of itself is evidence, too") {
  const std::string marked = edited(
      estate,
      {{"supports: [crm]", "supports: [crm], capabilities: [{id: email, primary: true}, {id: sms}]"},
       {"{id: email, importance: important}", "{id: email, importance: important}, {id: sms, name: Texts}"}});
  const auto after = [&](const Edit& edit) { return lost(marked, edited(marked, {edit})); };
  CHECK(after({"{id: email, primary: true}", "{id: email, primary: false}"}) ==
        "tool mail: capabilities of email is no longer primary");
  CHECK(after({"{id: email, primary: true}", "email"}) ==
        "tool mail: capabilities of email is no longer primary");
  CHECK(after({"{id: sms}", "{id: sms, primary: true}"}) == "");
  CHECK(after({"{id: sms}", "sms"}) == "");
}

TEST_CASE("a currency that is worth a tenth less is lost evidence") {
  check_losses({
      {"USD: 0.90", "USD: 0.81", "", ""},
      {"USD: 0.90", "USD: 0.80", "the organisation: a USD is worth 0.8 instead of 0.9", ""},
      {"USD: 0.90", "USD: 1.1", "", "the organisation: a USD is worth 0.9 instead of 1.1"},
      {", GBP: 1.2", "", "the organisation: exchange_rates no longer names GBP", ""},
  });
}

TEST_CASE("a notice deadline that moves away needs a reason in the contract") {
  const auto moved = [](const std::string& from, const std::string& to) {
    return "tool crm: the notice deadline moved from " + from + " to " + to +
           ", and the contract did not start anew";
  };
  check_losses({
      {"ends: 2026-12-31", "ends: 2027-12-31", moved("2026-10-02", "2027-10-02"), ""},
      {"notice_days: 90", "notice_days: 30", moved("2026-10-02", "2026-12-01"), ""},
      {"notice_days: 90, ", "",
       "tool crm: contract.notice_days is no longer given\n" + moved("2026-10-02", "2026-12-31"), ""},
      {"starts: 2026-01-01, ends: 2026-12-31", "starts: 2027-01-01, ends: 2027-12-31", "", ""},
      {"starts: 2026-01-01, ends: 2026-12-31", "starts: 2026-01-28, ends: 2027-12-31",
       moved("2026-10-02", "2027-10-02"), ""},
      {"starts: 2026-01-01, ends: 2026-12-31", "starts: 2026-01-29, ends: 2027-12-31", "", ""},
      {"vendor: Vend, status", "vendor: VEND, status", "", ""},
      {"auto_renews: true", "auto_renews: false",
       "tool crm: contract.auto_renews is false instead of true, and the contract did not start anew", ""},
      {", auto_renews: true", "", "tool crm: contract.auto_renews is no longer given", ""},
      {"ends: 2026-12-31", "ends: {before: 2027-12-31}",
       "tool crm: contract.ends is now only given as before 2027-12-31", ""},
  });
  const auto paid_elsewhere = [](const std::string& vendor) {
    return "tool crm: vendor is " + vendor +
           " instead of Vend, and 2 payments to Vend belong to it no longer";
  };
  // Whose start is given and the same did not begin anew, whatever else is said of it.
  for (const std::string vendor : {"Other", "Vend Inc."}) {
    const std::string status = "vendor: " + vendor + ", status";
    const std::string elsewhere =
        edited(estate, {{"vendor: Vend, status", status}, {"ends: 2026-12-31", "ends: 2027-12-31"}});
    CHECK(lost(std::string(estate), elsewhere) ==
          moved("2026-10-02", "2027-10-02") + "\n" + paid_elsewhere(vendor));
  }
  const std::string undated = edited(estate, {{"starts: 2026-01-01, ends", "ends"}});
  const auto of_undated = [&](const Edit& edit) {
    return lost(undated, edited(undated, {edit, {"ends: 2026-12-31", "ends: 2027-12-31"}}));
  };
  CHECK(of_undated({"vendor: Vend, status", "vendor: Other, status"}) == paid_elsewhere("Other"));
  CHECK(of_undated({"vendor: Vend, status", "vendor: Vend Inc., status"}) ==
        moved("2026-10-02", "2027-10-02") + "\n" + paid_elsewhere("Vend Inc."));
}

TEST_CASE("another vendor takes payments along, or leaves them") {
  const std::string more =
      edited(estate, {{"- {id: mail, name: Mail,", "- {id: mail, name: Mail, vendor: Post,"}});
  const auto both_ways = [&](const Edit& edit) {
    const std::string after = edited(more, {edit});
    return lost(more, after) + " | " + lost(after, more);
  };
  CHECK(both_ways({"vendor: Post", "vendor: Vend"}) ==
        "tool mail: vendor is Vend instead of Post, and 2 payments to Vend belong to it since | "
        "tool mail: vendor is Post instead of Vend, and 2 payments to Vend belong to it no longer");
  CHECK(both_ways({"vendor: Post", "vendor: Royal Post"}) == " | ");
}

TEST_CASE("a price that falls and a count that is called an estimate are listed") {
  check_losses({
      {"active: 7,", "active: 7, evidence: estimate,",
       "tool crm: usage.evidence is estimate instead of not given",
       "tool crm: usage.evidence is no longer given"},
  });
  const std::string counted = edited(estate, {{"active: 7,", "active: 7, evidence: login,"}});
  CHECK(lost(counted, edited(counted, {{"login", "estimate"}})) ==
        "tool crm: usage.evidence is estimate instead of login");
  const std::string priced =
      edited(estate, {{"purchased: 10,", "purchased: 10, planned: 0,"},
                      {"ai: {used", "pricing: {unit_price: {amount: 10, per: month}}, ai: {used"}});
  CHECK(lost(priced, edited(priced, {{"amount: 10, per", "amount: 9, per"}})) == "");
  CHECK(lost(priced, edited(priced, {{"amount: 10, per", "amount: 8.9, per"}})) ==
        "tool crm: the yearly price of a unit is EUR 106.80 instead of EUR 120.00, and the contract did not "
        "start anew");
}

TEST_CASE("a cap on price increases falls with a new contract") {
  const std::string capped =
      edited(estate, {{"notice_days: 90,", "notice_days: 90, uplift_cap_percent: 7,"}});
  CHECK(lost(capped, edited(capped, {{"percent: 7", "percent: 8"}})) == "");
  CHECK(lost(capped, edited(capped, {{"percent: 7", "percent: 6.5"}})) ==
        "tool crm: contract.uplift_cap_percent is 6.5 instead of 7, and the contract did not start anew");
  CHECK(lost(capped, edited(capped, {{"percent: 7", "percent: 6.5"},
                                     {"contract: {starts: 2026-01-01, ends: 2026-12-31",
                                      "contract: {starts: 2026-11-01, ends: 2027-10-31"}})) == "");
}

TEST_CASE("an end in the past, from which a contract rolls on, moves the deadline") {
  const auto stack = [](std::string_view contract) {
    return fmt::format(
        "martech: 1\norganisation: {{name: O, currency: EUR}}\ntools:\n  - {{id: a, name: A, contract: "
        "{{{}}}}}\n",
        contract);
  };
  const std::string rest = ", notice_days: 30, auto_renews: true, term_months: 12, starts: 2025-01-01";
  CHECK(
      lost(stack("ends: 2026-12-31" + rest), stack("ends: 2026-11-20" + rest)) ==
      "tool a: the notice deadline moved from 2026-12-01 to 2027-10-21, and the contract did not start anew");
  // The end of the term under way, where the one before is over, is what the audit assumed.
  CHECK(lost(stack("ends: 2025-12-31" + rest), stack("ends: 2026-12-31" + rest)) == "");
}

TEST_CASE("a tool under another name is found by its alias, once") {
  const auto renamed = [](std::initializer_list<Edit> edits) {
    return lost(std::string(estate), edited(estate, edits));
  };
  CHECK(renamed({{"from: crm", "from: hub"},
                 {"tools: [crm]", "tools: [hub]"},
                 {"source: crm", "source: hub"},
                 {"supports: [crm]", "supports: [hub]"},
                 {"{id: crm, name: CRM,", "{id: hub, aliases: [crm], name: Hub,"}}) == "");
  CHECK(renamed({{"  - {id: gone, name: Gone, status: retired}\n", ""},
                 {"aliases: [letters]", "aliases: [letters, gone]"}}) == "");
}

}  // namespace
}  // namespace martech_audit::diffs
