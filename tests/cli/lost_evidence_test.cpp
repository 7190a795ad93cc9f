// What a change takes from an inventory so that less is found, by one word, one item or one day.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::lost_evidence {
namespace {

constexpr const char* estate = R"(martech: 1
organisation: {name: Acme, currency: EUR, size: large, exchange_rates: {USD: {rate: 0.9, as_of: 2026-01-01}}}
people:
  - {id: ana, name: Ana, team: mk, skills: {sql: 3}}
  - {id: tom, name: Tom, left_on: 2026-01-01}
teams: [{id: mk, name: Marketing, function: marketing}, {id: it, name: IT, function: it}]
channels: [{id: letters, name: Letters, kind: online, in_use: true, stage: reach, tools: [mail]}]
capabilities:
  - {id: segments, name: Segments, importance: critical, level: 1, target_level: 4, objective: grow}
  - {id: mailing, name: Mailing, importance: important}
objectives:
  - {id: grow, title: Grow, status: active, priority: 1, owner: ana, due: 2026-12-01, requires: [segments, mailing]}
datasets:
  - {id: people, name: People, subject: customer, tool: crm, record_of: true, personal: true, collected: true}
initiatives: [{id: try, name: Try, tool: mail, kind: pilot, starts: 2026-01-01, decide_by: 2026-06-01}]
budgets: [{id: tools, name: Tools, kind: martech, amount: 90000, review_days: 90}]
forums: [{id: round, name: Round, teams: [mk, it], every_days: 30, last_held_on: 2026-01-03}]
ledger:
  - {vendor: Other, amount: 5000, period: {starts: 2026-01-01, ends: 2026-12-31}}
  - {vendor: Else, amount: 700}
  - {tool: mail, amount: 100}
tools:
  - {id: crm, name: CRM, category: crm, vendor: Vend, owner: tom, live_on: {before: 2020-01-01}, objectives: [grow],
     skills_needed: {sql: 3, admin: 4}, capabilities: [segments, mailing], user_teams: [mk],
     contract: {starts: 2026-02-01, ends: 2027-01-31, notice_days: 30, auto_renews: true, term_months: 12},
     cost: 12000, purchase_channel: department,
     usage: {active: 40, measured_on: 2026-11-01, history: [{measured_on: 2026-05-01, active: 60}, {measured_on: 2026-08-01, active: 50}]}}
  - {id: mail, name: Mail, category: email-marketing, owner: ana, problem: Letters to all customers, capabilities: [mailing], cost: 1200}
  - {id: old, name: Old, category: email-marketing, cost: 400}
)";

struct Edit {
  std::string from, to;
  std::string said;  // empty: nothing is lost
};

Run difference(const Edit& edit) {
  const TemporaryFolder folder;
  std::string text = estate;
  const std::size_t at = text.find(edit.from);
  REQUIRE(at != text.npos);
  folder.write("before.yaml", text);
  folder.write("after.yaml", text.replace(at, edit.from.size(), edit.to));
  return martech_audit({.arguments = {"diff", "before.yaml", "after.yaml", "--as-of", "2026-11-23", "--width",
                                      "200", "--fail-on", "none", "--fail-on-lost-evidence"},
                        .folder = folder.path()});
}

void check(const std::vector<Edit>& edits) {
  for (const Edit& edit : edits) {
    const Run run = difference(edit);
    CAPTURE(edit.to, edit.said, run.out, run.err);
    CHECK(run.exit_code == (edit.said.empty() ? 0 : 1));
    CHECK(run.out.find("Lost evidence") ==
          (edit.said.empty() ? std::string::npos : run.out.find("── Lost evidence") + 7));
    CHECK(run.out.find(edit.said) != std::string::npos);
  }
}

TEST_CASE("words that end what was asked are lost evidence") {
  check({{"in_use: true", "in_use: false", "channel letters: in_use is false instead of true"},
         {"kind: online", "kind: offline", "channel letters: kind is offline instead of online"},
         {"collected: true", "collected: false", "dataset people: collected is false instead of true"},
         {"record_of: true", "record_of: false", "dataset people: record_of is false instead of true"},
         {"personal: true", "personal: false", "dataset people: personal is false instead of true"},
         {"subject: customer", "subject: weather", "dataset people: subject is weather instead of customer"},
         {"function: marketing", "function: legal", "team mk: function is legal instead of marketing"},
         {"size: large", "size: small", "the organisation: size is small instead of large"},
         {"rate: 0.9", "rate: 0.009", "the organisation: a USD is worth 0.009 instead of 0.9"},
         {"requires: [segments, mailing]", "requires: [segments, mailing], needs_technology: false",
          "objective grow: needs_technology is false instead of not given"},
         {"importance: critical", "importance: optional",
          "capability segments: importance is optional instead of critical"},
         {"purchase_channel: department", "purchase_channel: inherited",
          "tool crm: purchase_channel is inherited instead of department"},
         {"cost: 12000", "cost: 12000, operated_by: agency",
          "tool crm: operated_by is agency instead of not given"},
         {"name: Old, ", "name: Old, status: retiring, retired_on: 2027-01-01, ",
          "tool old: status is retiring instead of active"},
         {"cost: 12000", "cost: 12000, seats: {planned: 40}",
          "tool crm: seats.planned is 40 instead of not given"},
         {"auto_renews: true", "auto_renews: true, billing: usage",
          "tool crm: contract.billing is usage instead of not given"}});
}

TEST_CASE("days that move away are lost evidence") {
  const std::string moved =
      "tool crm: the notice deadline moved from 2027-01-01 to 2029-01-01, and the contract did not start "
      "anew";
  check({{"left_on: 2026-01-01", "left_on: 2036-01-01",
          "person tom: left_on is 2036-01-01 instead of 2026-01-01"},
         {"live_on: {before: 2020-01-01}", "live_on: {before: 2026-01-01}",
          "tool crm: live_on is now only given as before 2026-01-01"},
         {"due: 2026-12-01", "due: 2030-12-01", "objective grow: due is 2030-12-01 instead of 2026-12-01"},
         {"decide_by: 2026-06-01", "decide_by: 2029-06-01",
          "initiative try: decide_by is 2029-06-01 instead of 2026-06-01"},
         {"every_days: 30", "every_days: 3000", "forum round: every_days is 3000 instead of 30"},
         {"review_days: 90", "review_days: 900", "budget tools: review_days is 900 instead of 90"},
         {"ends: 2027-01-31", "ends: 2029-01-31", moved},
         {"ends: 2027-01-31", "ends: 2029-01-31, billing: annual", moved},
         {"starts: 2026-02-01, ends: 2027-01-31", "starts: 2026-02-02, ends: 2029-01-31", moved},
         {"starts: 2026-02-01, ends: 2027-01-31", "starts: 2027-02-01, ends: 2029-01-31", ""}});
}

TEST_CASE("items that are left out are lost evidence") {
  check({{"skills_needed: {sql: 3, admin: 4}", "skills_needed: {sql: 3}",
          "tool crm: skills_needed no longer names admin"},
         {"skills_needed: {sql: 3, admin: 4}", "skills_needed: {sql: 3, admin: 1}",
          "tool crm: skills_needed of admin is 1 instead of 4"},
         {"skills_needed: {sql: 3, admin: 4}", "skills_needed: {}",
          "tool crm: skills_needed is no longer given"},
         {"capabilities: [segments, mailing]", "capabilities: [segments]",
          "tool crm: capabilities no longer names mailing"},
         {"requires: [segments, mailing]", "requires: [mailing]",
          "objective grow: requires no longer names segments"},
         {", {measured_on: 2026-08-01, active: 50}]", "]",
          "tool crm: usage.history no longer names 2026-08-01"},
         {"{vendor: Else, amount: 700}", "{vendor: Else}",
          "an entry of 'ledger' was removed or changed: vendor: Else, amount: 700"},
         {"  - {id: old, name: Old, category: email-marketing, cost: 400}\n", "", "tool old was removed"},
         {"- {id: old, name: Old, ", "- {id: new, aliases: [old], name: Old, ", ""}});
}

TEST_CASE("a tool under a new name is the same tool wherever it is named") {
  const TemporaryFolder folder;
  std::string text = estate;
  folder.write("before.yaml", text);
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"tools: [mail]", "tools: [letter]"},
                                                        {"tool: mail", "tool: letter"},
                                                        {"tool: mail", "tool: letter"},
                                                        {"{id: mail, ", "{id: letter, aliases: [mail], "}}) {
    const std::size_t at = text.find(from);
    REQUIRE(at != text.npos);
    text.replace(at, from.size(), to);
  }
  folder.write("after.yaml", text);
  const Run run = martech_audit({.arguments = {"diff", "before.yaml", "after.yaml", "--as-of", "2026-11-23",
                                               "--fail-on", "none", "--fail-on-lost-evidence"},
                                 .folder = folder.path()});
  INFO(run.out);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("Lost evidence") == std::string::npos);
}

TEST_CASE("what holds only since evidence was weakened is not fixed") {
  const TemporaryFolder folder;
  std::string text = estate;
  folder.write("before.yaml", text);
  text.replace(text.find("left_on: 2026-01-01"), 19, "left_on: 2036-01-01");
  text.replace(text.find("owner: ana, problem"), 10, "owner: ana, technical_owner: ana");
  folder.write("after.yaml", text);
  const Run run = martech_audit({.arguments = {"diff", "before.yaml", "after.yaml", "--as-of", "2026-11-23",
                                               "--fail-on", "none", "-f", "json"},
                                 .folder = folder.path()});
  INFO(run.out);
  CHECK(run.out.find(R"("how": "weakened")") != std::string::npos);
  CHECK(run.out.find(R"("how": "fixed")") == std::string::npos);
}

TEST_CASE("an alias of a tool that was there hides no other tool") {
  const TemporaryFolder folder;
  std::string text = estate;
  folder.write("before.yaml", text);
  text.erase(text.find("  - {id: old, name: Old"));
  text.replace(text.find("- {id: mail, "), 13, "- {id: mail, aliases: [old], ");
  folder.write("after.yaml", text);
  const Run run = martech_audit({.arguments = {"diff", "before.yaml", "after.yaml", "--as-of", "2026-11-23",
                                               "--fail-on", "none", "--fail-on-lost-evidence"},
                                 .folder = folder.path()});
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("tool old was removed") != std::string::npos);
}

TEST_CASE("more and better evidence is none lost") {
  check({{"cost: 400", "cost: 400, owner: ana, status: active", ""},
         {"level: 1", "level: 3", ""},
         {"active: 40, measured_on: 2026-11-01", "active: 90, measured_on: 2026-11-20", ""},
         {"amount: 700}", "amount: 700.00}", ""},
         {"rate: 0.9", "rate: 0.86", ""}});
}

}  // namespace
}  // namespace martech_audit::tests::lost_evidence
