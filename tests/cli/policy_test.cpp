// What a change may do to its own gate: every trick that is known, and what answers it.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::policy {
namespace {

namespace fs = std::filesystem;

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}, {id: cfo, name: Cleo}, {id: tom, name: Tom, left_on: 2026-01-01}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana}]
tools:
  - {id: crm, name: CRM, category: crm, owner: ana, live_on: 2020-01-01, objectives: [grow], pricing: {metrics: [seat]},
     criticality: critical, data: {personal: true},
     contract: {starts: 2026-02-01, ends: 2027-01-31, notice_days: 30, auto_renews: true, term_months: 12},
     cost: {amount: 12000, per: year}, seats: {purchased: 100}, usage: {active: 40, measured_on: 2026-11-01}}
  - {id: mail, name: Mail, category: email-marketing, owner: ana, problem: Letters to all customers, live_on: 2020-01-01,
     pricing: {metrics: [seat]}, cost: 1200, seats: {purchased: 100}, usage: {active: 95, measured_on: 2026-11-01}}
)";

// Nobody owns it, and it renews by itself in three weeks.
constexpr const char* shadow =
    R"(  - {id: shadow, name: Shadow, category: cdp, live_on: 2020-01-01, cost: 30000,
     contract: {ends: 2026-12-15, notice_days: 60, auto_renews: true, term_months: 12}}
)";

constexpr const char* house_pack = R"(pack: house
version: 1.0.0
title: House
rules:
  - {id: has-name, title: No name, dimension: governance, for: tool, severity: low, assert: has(tool.name), message: m, why: w, fix: f}
)";

constexpr const char* lax_pack = R"(pack: lax
version: 1.0.0
title: Lax
rules:
  - {id: ownerless-tool, replaces: true, title: No owner, dimension: governance, for: tool, severity: info, assert: 'true', message: m, why: w, fix: f}
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// Two checkouts of one repository.
class Change {
 public:
  Change() {
    for (const char* side : {"base", "head"}) {
      fs::create_directories(folder_.path() / side / ".git");
      fs::create_directories(folder_.path() / side / "stack");
      write(std::string(side) + "/stack/inventory.yaml", stack);
      write(std::string(side) + "/.martech-audit.yaml", "gate: {fail_on: high, max_gap: 95}\n");
    }
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() / name) << text;
  }
  void head(const std::string& from, const std::string& to) const {
    write("head/stack/inventory.yaml",
          with(read_text(folder_.path() / "head/stack/inventory.yaml"), from, to));
  }
  void add_shadow() const { write("head/stack/inventory.yaml", std::string(stack) + shadow); }

  const fs::path& path() const { return folder_.path(); }

  // Without a day for what takes none.
  Run run(std::vector<std::string> arguments) const {
    if (arguments.front() != "convert") arguments.insert(arguments.end(), {"--as-of", "2026-11-23"});
    arguments.insert(arguments.end(), {"--width", "200"});
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path()});
  }
  Run diff(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"diff", "base/stack", "head/stack", "--policy-from", "base"});
    return run(std::move(arguments));
  }

 private:
  TemporaryFolder folder_;
};

struct Trick {
  std::string file;  // in head; empty: the inventory's own text is changed
  std::string text;  // of the file; of the inventory, what is replaced
  std::string instead;
  std::string said;  // where it is listed: in the report, or as a warning
};

TEST_CASE("a configuration that a change brings along is not followed against the policy, and that is said") {
  const std::string not_followed = " is ignored: the policy decides";
  const std::vector<Trick> tricks{
      {".martech-audit.yaml", "rules: {notice-window: off, ownerless-tool: off}", "",
       "the setting of rule 'ownerless-tool'" + not_followed},
      {".martech-audit.yaml", "rules: {notice-window: info, ownerless-tool: info}", "",
       "the setting of rule 'notice-window'" + not_followed},
      {".martech-audit.yaml", "rules: {ownerless-tool: {weight: 0}}", "",
       "the setting of rule 'ownerless-tool'" + not_followed},
      {".martech-audit.yaml", "packs: [house.yaml]\nonly_these_packs: true", "",
       "'only_these_packs'" + not_followed},
      {".martech-audit.yaml", "packs: [lax.yaml]", "", "'packs'" + not_followed},
      {".martech-audit.yaml", "gate: {fail_on: none}", "", "'gate.fail_on'" + not_followed},
      {".martech-audit.yaml", "gate: {fail_on: critical, max_gap: 100}", "", "'gate.max_gap'" + not_followed},
      {".martech-audit.yaml", "params: {contracts: {lead_days: 1}}", "",
       "the value of parameter 'contracts.lead_days'" + not_followed},
      {".martech-audit.yaml", "thresholds: {cdp: {contracts: {lead_days: 1}}}", "",
       "the value of parameter 'contracts.lead_days'" + not_followed},
      {".martech-audit.yaml", "benchmarks: numbers.yaml", "", "'benchmarks'" + not_followed},
      {".martech-audit.yaml", "baseline: known.txt", "", ""},  // `diff` has none: its base is the other side
      {".martech-audit.yaml", "waiver_policy: {approved_by: [ana]}", "", "'waiver_policy'" + not_followed},
      {"stack/.martech-audit.yaml", "# nothing", "", ""},  // it hides nothing: the policy is the base's
      {"stack/.martech-audit.yaml", "gate: {fail_on: none}", "", "'gate.fail_on'" + not_followed},
  };
  for (const Trick& trick : tricks) {
    const Change change;
    change.add_shadow();
    change.write("head/house.yaml", house_pack);
    change.write("head/lax.yaml", lax_pack);
    change.write("head/numbers.yaml", "");
    change.write("head/known.txt", "");
    change.write("head/" + trick.file, trick.text + "\n");
    const Run run = change.diff();
    CAPTURE(trick.text, run.err);
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("findings at or above high") != std::string::npos);
    CHECK(run.err.find(trick.said) != std::string::npos);
  }
}

TEST_CASE("the day of a comparison is not the change's to set") {
  const Change change;
  change.add_shadow();
  change.write("head/.martech-audit.yaml", "as_of: 2020-01-01\n");
  const std::vector<std::string> arguments{"diff", "base/stack", "head/stack", "--width", "200"};
  for (const bool policy : {true, false}) {
    Setting setting{
        .arguments = arguments, .folder = change.path(), .environment = {"SOURCE_DATE_EPOCH=1795392000"}};
    if (policy) setting.arguments.insert(setting.arguments.end(), {"--policy-from", "base"});
    const Run run = martech_audit(setting);
    INFO(run.err << run.out);
    CHECK(run.exit_code == 1);
    CHECK(run.out.find("as of 2026-11-23") != std::string::npos);
    CHECK(run.err.find(policy ? "'as_of' is ignored: the policy decides"
                              : "warning: 2020-01-01 of head/.martech-audit.yaml:1 is ignored: both sides "
                                "are audited as of "
                                "2026-11-23\n") != std::string::npos);
  }
}

TEST_CASE("the same tricks are listed, and fail a gate that asks, where there is no policy") {
  const std::vector<Trick> tricks{
      {".martech-audit.yaml", "rules: {notice-window: off, ownerless-tool: off}", "",
       "rule ownerless-tool disabled"},
      {".martech-audit.yaml", "rules: {notice-window: info, ownerless-tool: info}", "",
       "rule notice-window set to info"},
      {".martech-audit.yaml", "packs: [house.yaml]\nonly_these_packs: true", "",
       "the built-in packs are disabled"},
      {".martech-audit.yaml", "packs: [lax.yaml]", "", "pack lax 1.0.0 added ("},
      {".martech-audit.yaml", "gate: {fail_on: none}", "", "gate.fail_on is none; high by default"},
      {".martech-audit.yaml", "params: {contracts: {lead_days: 1}}", "",
       "parameter contracts.lead_days set to 1"},
      {"stack/.martech-audit.yaml", "# nothing", "",
       "head/stack/.martech-audit.yaml replaces head/.martech-audit.yaml"},
  };
  for (const Trick& trick : tricks) {
    const Change change;
    change.add_shadow();
    change.write("head/house.yaml", house_pack);
    change.write("head/lax.yaml", lax_pack);
    change.write("head/" + trick.file, trick.text + "\n");
    const Run run = change.run({"scan", "head/stack", "--fail-on-loosened"});
    CAPTURE(trick.text, run.err, run.out);
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("gate exception") != std::string::npos);
    CHECK(run.out.find(trick.said) != std::string::npos);
  }
  const Change change;
  change.write("head/.martech-audit.yaml", "as_of: 2026-11-05\n");
  const Run run = martech_audit(
      {.arguments = {"scan", "head/stack", "--fail-on-loosened", "--exit-zero"}, .folder = change.path()});
  CHECK(run.out.find("audit date set to 2026-11-05") != std::string::npos);
}

TEST_CASE("what an inventory no longer shows is listed, and fails a gate that asks") {
  const std::vector<Trick> tricks{
      {"", "     cost: {amount: 12000, per: year}, seats:", "     cost: {amount: 12000, per: year}, x-seats:",
       "tool crm: seats is no longer given"},
      {"", "notice_days: 30, ", "", "tool crm: contract.notice_days is no longer given"},
      {"", "ends: 2027-01-31", "ends: 2099-01-31",
       "tool crm: the notice deadline moved from 2027-01-01 to 2099-01-01, and the contract did not start "
       "anew"},
      {"", "notice_days: 30", "notice_days: 1",
       "tool crm: the notice deadline moved from 2027-01-01 to 2027-01-30, and the contract did not start "
       "anew"},
      {"", "auto_renews: true", "auto_renews: false",
       "tool crm: contract.auto_renews is false instead of true, and the contract did not start anew"},
      {"", "cost: {amount: 12000, per: year}", "cost: {amount: 12000, per: once}",
       "tool crm: the yearly cost is EUR 0.00 instead of EUR 12000.00, and the contract did not start anew"},
      {"", "cost: {amount: 12000, per: year}", "cost: {amount: 1200, per: year}",
       "tool crm: the yearly cost is EUR 1200.00 instead of EUR 12000.00, and the contract did not start "
       "anew"},
      {"", "cost: {amount: 12000, per: year}", "cost: {amount: 12000}",
       "tool crm: cost.per is no longer given"},
      {"", "seats: {purchased: 100}", "seats: {purchased: 0}",
       "tool crm: seats.purchased is 0 instead of 100, and the contract did not start anew"},
      {"", "notice_days: 30", "notice_days: 30, renewal_term_months: 1",
       "tool crm: the next term is 1 month instead of 12, and the contract did not start anew"},
      {"", "criticality: critical", "status: retired, criticality: critical",
       "tool crm: status is retired instead of active"},
      {"", "criticality: critical", "status: evaluating, criticality: critical",
       "tool crm: status is evaluating instead of active"},
      {"", "criticality: critical", "criticality: optional",
       "tool crm: criticality is optional instead of critical"},
      {"", "criticality: critical", "kind: infrastructure, criticality: critical",
       "tool crm: kind is infrastructure instead of business"},
      {"", "personal: true", "personal: false", "tool crm: data.personal is false instead of true"},
      {"", "usage: {active: 40, measured_on: 2026-11-01}", "usage: {not_applicable: nobody counts}",
       "tool crm: usage is no longer given"},
      {"", "{active: 40, ", "{active: 40, seasonal: true, ",
       "tool crm: usage.seasonal is true instead of not given"},
      {"", "seats: {purchased: 100}, usage: {active: 40",
       "seats: {purchased: 100, planned: 55}, usage: {active: 40",
       "tool crm: seats.planned is 55 instead of not given"},
      {"", "live_on: 2020-01-01, objectives", "live_on: 2026-11-01, objectives",
       "tool crm: live_on is 2026-11-01 instead of 2020-01-01"},
      {"", "live_on: 2020-01-01, objectives", "live_on: {before: 2026-11-01}, objectives",
       "tool crm: live_on is now only given as before 2026-11-01"},
      {"", ", left_on: 2026-01-01", "", "person tom: left_on is no longer given"},
      {"", "id: crm", "id: crm2", "tool crm was removed"},
      {"", "metrics: [seat]", "metrics: [free]", "tool crm: pricing.metrics no longer names seat"},
      {"", "status: active, priority", "status: planned, priority",
       "objective grow: status is planned instead of active"},
      {"", "{active: 40, ", "{active: 40, evidence: estimate, ",
       "tool crm: usage.evidence is estimate instead of not given"},
  };
  for (const Trick& trick : tricks) {
    const Change change;
    change.head(trick.text, trick.instead);
    const Run listed = change.diff();
    CAPTURE(trick.said, listed.err, listed.out);
    CHECK(listed.out.find(trick.said) != std::string::npos);
    const Run failed = change.diff({"--fail-on-lost-evidence", "--fail-on", "none"});
    CHECK(failed.exit_code == 1);
    CHECK(failed.err.find("of evidence lost") != std::string::npos);
  }
}

TEST_CASE("what a change states and nothing shows is listed, and fails a gate that asks") {
  const std::vector<Trick> tricks{
      {"", "objectives: [grow], pricing", "objectives: [grow, keep], pricing",
       "tool crm: objectives newly names keep, without saying how the tool serves it"},
      {"", "problem: Letters to all customers", "problem: Letters to all customers, kpis: [rate]",
       "tool mail: kpis newly names rate, without a value measured since, and without saying how the tool "
       "moves it"},
      {"", "problem: Letters", "relation: {to: crm, kind: backup}, problem: Letters",
       "tool mail: relation is newly stated: {to: crm, kind: backup}"},
      {"", "problem: Letters", "one_time: {training: 1}, problem: Letters",
       "tool mail: one_time.training is newly stated: {amount: 1, currency: EUR, per: once}"},
      {"", "problem: Letters", "consumption: {consumed: 90, committed: 100}, problem: Letters",
       "tool mail: consumption.consumed is newly 90, without the day (measured_on)"},
      {"", "cost: {amount: 12000, per: year}", "cost: {amount: 120000, per: year}",
       "tool crm: the yearly cost is EUR 120000.00 instead of 12000.00, and no payment shows it"},
      {"", "live_on: 2020-01-01, objectives", "live_on: 2019-01-01, objectives",
       "tool crm: live_on is 2019-01-01 instead of 2020-01-01, which nothing shows"},
      {"", "tools:\n",
       "initiatives: [{id: try, tool: mail, kind: pilot, starts: 2019-06-01}]\n"
       "tools:\n",
       "initiative try: starts is 2019-06-01, and was written down after 2026-11-23"},
      {"", "tools:\n",
       "initiatives: [{id: try, tool: mail, kind: pilot, outcome: Buyers liked it}]\ntools:\n",
       "initiative try: is newly listed with its outcome"},
      {"", "tools:\n", "trainings: [{id: sql, held_on: 2026-06-01, tools: [crm]}]\ntools:\n",
       "training sql: held_on is 2026-06-01, and was written down after 2026-11-23"},
      {"", "ledger: [", "ledger: [{vendor: Post, amount: -900, note: seats returned}, ",
       "a refund is newly listed: vendor: Post, amount: -900, currency: EUR, note: seats returned"},
      {"", "usage: {active: 40", "usage: {active: 95",
       "tool crm: usage.active is 95 instead of 40, of the same day, 2026-11-01"},
      {"", "priority: 1", "priority: 9", "objective grow: priority is 9 instead of 1, which nothing shows"},
      {"", "status: closed", "status: active",
       "objective keep: status is active instead of closed, which nothing shows"},
      {"", "amount: 5000", "amount: 0", "budget media: amount is 0 instead of 5000, which nothing shows"},
      {"", "amount: 5000", "amount: 5000, currency: USD",
       "budget media: currency is USD instead of EUR, which nothing shows"},
      {"", "security: {sso: false}", "security: {sso: true}",
       "tool mail: security.sso is true instead of false, which nothing shows"},
      {"", "buyers, tool: crm", "buyers, tool: mail",
       "dataset buyers: tool is mail instead of crm, which nothing shows"},
      {"", "letters, kind: online, tools: [mail]", "letters, kind: online, tools: [mail, crm]",
       "channel letters: tools newly names crm, which nothing shows"},
      {"", "kind: file", "kind: native",
       "integration link: kind is native instead of file, which nothing shows"},
      {"", "status: broken", "status: active",
       "integration link: status is active instead of broken, which nothing shows"},
      {"", "skills: {sql: 1}", "skills: {sql: 4}",
       "person ana: skills of sql is 4 instead of 1, which nothing shows"},
      {"", "name: Mail, category", "name: Mail, vendor: Post, category",
       "tool mail: vendor is newly given as Post, and 1 payment to Post belongs to it since"},
  };
  for (const Trick& trick : tricks) {
    const Change change;
    for (const char* side : {"base", "head"}) {
      std::string text = with(stack, "{id: ana, name: Ana}", "{id: ana, name: Ana, skills: {sql: 1}}");
      text = with(text, "owner: ana}]", "owner: ana}, {id: keep, title: Keep, status: closed, owner: ana}]");
      text = with(text, "tools:\n",
                  "kpis: [{id: rate, title: Rate}]\n"
                  "budgets: [{id: media, kind: media, amount: 5000}]\n"
                  "datasets: [{id: buyers, tool: crm}]\n"
                  "channels: [{id: letters, kind: online, tools: [mail]}]\n"
                  "integrations: [{id: link, from: crm, to: mail, kind: file, status: broken}]\n"
                  "ledger: [{vendor: Post, amount: 100}]\n"
                  "tools:\n");
      text = with(text, "currency: EUR", "currency: EUR, exchange_rates: {USD: {rate: 0.95}}");
      text = with(text, "problem: Letters", "security: {sso: false}, problem: Letters");
      change.write(std::string(side) + "/stack/inventory.yaml", text);
    }
    change.head(trick.text, trick.instead);
    const Run listed = change.diff();
    CAPTURE(trick.said, listed.err, listed.out);
    CHECK(listed.out.find(trick.said) != std::string::npos);
    const Run failed = change.diff({"--fail-on-claims", "--fail-on", "none"});
    CHECK(failed.exit_code == 1);
    CHECK(failed.err.find("1 claim without proof") != std::string::npos);
  }
}

TEST_CASE("claims fail no gate that does not ask, and a policy may ask for all") {
  const Change change;
  change.head("priority: 1", "priority: 9");
  CHECK(change.diff({"--fail-on", "none"}).exit_code == 0);
  change.write("head/.martech-audit.yaml", "gate: {fail_on_claims: true}\n");  // may be stricter
  CHECK(change.diff({"--fail-on", "none"}).exit_code == 1);
  change.write("head/.martech-audit.yaml", "gate: {fail_on_claims: false}\n");
  change.write("base/.martech-audit.yaml", "gate: {fail_on_claims: true}\n");
  const Run run = change.diff({"--fail-on", "none"});
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("'gate.fail_on_claims' is ignored: the policy decides") != std::string::npos);
  REQUIRE(change.run({"scan", "base/stack", "-o", "json=old.json", "--exit-zero"}).exit_code == 0);
  const Run saved = change.run({"diff", "old.json", "head/stack", "--fail-on-claims"});
  CHECK(saved.exit_code == 2);
  CHECK(saved.err ==
        "martech-audit: --fail-on-claims requires two inventories; a saved report does not contain its "
        "evidence\n");
}

TEST_CASE("a tool under a new name keeps its findings, another product under its alias does not") {
  const std::string all = "--fail-on-new";
  Change change;
  change.write("base/stack/inventory.yaml", std::string(stack) + shadow);
  const std::string link = "integrations: [{from: shadow, to: crm, status: broken}]\n";
  const auto write = [&](const std::string& side, const std::string& tool, const std::string& ends) {
    change.write(side + "/stack/inventory.yaml", std::string(stack) + tool + ends);
  };
  const auto renamed = [&](const std::string& head) {
    return with(shadow, "{id: shadow, name: Shadow,", head);
  };
  write("base", shadow, link);
  write("head", renamed("{id: light, name: Shadow CDP, aliases: [shadow],"), with(link, "shadow", "light"));
  const Run same = change.diff({all, "--fail-on-lost-evidence", "--fail-on-claims"});
  INFO(same.err << same.out);
  CHECK(same.exit_code == 0);
  CHECK(same.out.find("New") == std::string::npos);
  // What got worse is worse under any name, and what it had not is new.
  const auto priced = [](const std::string& tool, const std::string& amount) {
    return with(tool, "cost: 30000", "cost: {amount: " + amount + ", per: year}");
  };
  write("base", priced(shadow, "30000"), "");
  write("head", priced(renamed("{id: light, name: Shadow, aliases: [shadow],"), "90000"), "");
  CHECK(change.diff({all}).exit_code == 1);
  write("base", with(shadow, "cost: 30000", "owner: ana, cost: 30000"), "");
  write("head", renamed("{id: light, name: Shadow, aliases: [shadow],"), "");
  const Run fresh = change.diff({"--fail-on", "critical"});
  CHECK(fresh.exit_code == 1);
  CHECK(fresh.out.find("ownerless-tool") != std::string::npos);
  // Neither its name nor its vendor is the same: another tool, and the first one is gone.
  write("base", shadow, "");
  write("head", renamed("{id: light, name: Lantern, aliases: [shadow],"), "");
  const Run other = change.diff({"--fail-on-lost-evidence"});
  CHECK(other.exit_code == 1);
  CHECK(other.out.find("tool shadow was removed") != std::string::npos);
  CHECK(other.err.find("findings at or above high") != std::string::npos);
}

TEST_CASE("a tool that is renamed, renewed or measured anew loses no evidence") {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"id: crm, ", "id: sales, aliases: [crm], "},
           {"starts: 2026-02-01, ends: 2027-01-31", "starts: 2027-02-01, ends: 2028-01-31"},
           {"active: 40, measured_on: 2026-11-01", "active: 90, measured_on: 2026-11-20"},
           {"priority: 1", "priority: 2"}}) {
    const Change change;
    change.head(from, to);
    const Run run = change.diff({"--fail-on-lost-evidence", "--fail-on", "none"});
    CAPTURE(from, to, run.out);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("Lost evidence") == std::string::npos);
  }
}

TEST_CASE("waivers that a change grants itself are listed, and count only as the policy says") {
  const auto waived = [](const std::string& more) {
    return std::string("waivers:\n") +
           "  - {rule: ownerless-tool, entity: shadow, reason: Later, owner: ana, expires: 2099-12-31" +
           more + "}\n" +
           "  - {rule: notice-window, entity: shadow, reason: Later, owner: ana, expires: 2099-12-31" + more +
           "}\n";
  };
  struct Case {
    std::string policy;
    std::string more;
    std::string said;
    int exit_code;  // with --fail-on high alone
  };
  const std::vector<Case> cases{
      {"", "", "ownerless-tool for tool shadow waived until 2099-12-31 by ana: Later", 0},
      {"waiver_policy: {approved_by: [cfo]}", "",
       "waiver of ownerless-tool for shadow is not accepted: it has no approver ('approved_by')", 1},
      {"waiver_policy: {approved_by: [cfo]}", ", approved_by: ana",
       "waiver of ownerless-tool for shadow is not accepted: its owner cannot approve it", 1},
      {"waiver_policy: {approved_by: [cfo]}", ", approved_by: tom",
       "waiver of ownerless-tool for shadow is not accepted: 'tom' may not approve waivers", 1},
      {"waiver_policy: {approved_by: [cfo], max_days: 90}", ", approved_by: cfo",
       "waiver of ownerless-tool for shadow is not accepted: it lasts 26701 days; the policy allows "
       "90",
       1},
      {"waiver_policy: {max_days: 90}", ", created: 2099-12-01",
       "waiver of ownerless-tool for shadow is not accepted: it is dated in the future ('created')", 1},
  };
  for (const Case& c : cases) {
    for (const bool in_inventory : {true, false}) {
      const Change change;
      change.add_shadow();
      change.write("base/.martech-audit.yaml", c.policy + "\n");
      if (in_inventory) {
        change.write("head/stack/inventory.yaml", std::string(stack) + shadow + waived(c.more));
      } else {
        change.write("head/.martech-audit.yaml", waived(c.more));
      }
      const Run run = change.diff();
      CAPTURE(c.policy, c.more, run.err, run.out);
      CHECK(run.exit_code == c.exit_code);
      CHECK(run.out.find(c.said) != std::string::npos);
      CHECK(change.diff({"--fail-on-loosened"}).exit_code == 1);
    }
  }
}

TEST_CASE("a waiver that the policy's people approved for its days counts, and loosens nothing") {
  const Change change;
  change.write("base/.martech-audit.yaml", "waiver_policy: {approved_by: [cfo], max_days: 90}\n");
  change.write("head/stack/inventory.yaml", std::string(stack) + shadow + R"(waivers:
  - {rule: ownerless-tool, entity: shadow, reason: Hired in January, owner: ana, expires: 2027-01-31, approved_by: cfo}
  - {rule: notice-window, entity: shadow, reason: Hired in January, owner: ana, expires: 2027-01-31, approved_by: cfo}
)");
  const Run run = change.diff({"--fail-on-loosened"});
  INFO(run.err << run.out);
  CHECK(run.exit_code == 0);
}

TEST_CASE("a configuration may be stricter than the policy") {
  const Change change;
  change.write("head/.martech-audit.yaml", "gate: {fail_on: medium, max_gap: 1, fail_on_new: true}\n");
  const Run run = change.diff();
  INFO(run.err);
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("warning") == std::string::npos);
  CHECK(run.err.find("> 1") != std::string::npos);
}

TEST_CASE("a policy by its file or folder decides for scan, too") {
  const Change change;
  change.add_shadow();
  change.write("head/.martech-audit.yaml", "gate: {fail_on: none}\n");
  for (const char* policy : {"base/.martech-audit.yaml", "base/stack"}) {
    const Run run = change.run({"scan", "head/stack", "--policy", policy, "-f", "json"});
    INFO(run.err);
    CHECK(run.exit_code == 1);
    CHECK(run.err.starts_with(
        "head/.martech-audit.yaml:1:17: warning: 'gate.fail_on' is ignored: the policy decides\n"));
    CHECK(run.out.find("\"policy\": {\"path\": \"base/.martech-audit.yaml\", \"sha256\": ") !=
          std::string::npos);
    CHECK(run.out.find("\"loosened\": []") != std::string::npos);
  }
  const Run flag =
      change.run({"scan", "head/stack", "--policy", "base/stack", "--fail-on", "none", "--max-gap", "97"});
  CHECK(flag.exit_code == 0);
  CHECK(flag.out.find("gate.fail_on is none; high by the policy") != std::string::npos);
  CHECK(flag.out.find("gate.max_gap is 97; 95 by the policy") != std::string::npos);
  const Run none = change.run({"scan", "head/stack", "--policy", "nowhere.yaml"});
  CHECK(none.exit_code == 2);
  CHECK(none.err == "martech-audit: nowhere.yaml does not exist\n");
}

TEST_CASE("options of the line that are laxer than the policy are listed in a comparison, too") {
  const Change change;
  const Run run = change.diff({"--fail-on", "critical", "--disable", "shiny-object", "--fail-on-loosened"});
  INFO(run.err << run.out);
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("2 gate exceptions") != std::string::npos);
  CHECK(run.out.find("gate.fail_on is critical; high by the policy") != std::string::npos);
  CHECK(run.out.find("rule shiny-object disabled") != std::string::npos);
}

TEST_CASE("who approves is the policy's to say, in whatever spelling") {
  for (const char* owner : {"cfo", "Cfo", "person/cfo", "\"cfo\u200b\""}) {
    const Change change;
    change.add_shadow();
    change.write("base/.martech-audit.yaml", "waiver_policy: {approved_by: [cfo]}\n");
    change.write("head/.martech-audit.yaml",
                 std::string("waivers: [{rule: ownerless-tool, entity: shadow, reason: r, owner: ") + owner +
                     ", approved_by: cfo, expires: 2027-12-31}]\n");
    const Run run = change.diff({"--fail-on-loosened"});
    CAPTURE(owner, run.err);
    const bool is_known = owner == std::string("cfo");
    CHECK(run.exit_code == (is_known ? 1 : 2));
    CHECK((is_known ? run.out : run.err)
              .find(is_known
                        ? "waiver of ownerless-tool for shadow is not accepted: its owner cannot approve it"
                        : "error: unknown person or team") != std::string::npos);
  }
  const Change change;
  change.add_shadow();
  change.write("head/.martech-audit.yaml",
               "waiver_policy: {approved_by: [x]}\n"
               "waivers: [{rule: ownerless-tool, entity: shadow, reason: r, owner: ana, approved_by: x, "
               "expires: 2099-12-31}]\n");
  const Run own = change.run({"scan", "head/stack", "--fail-on-loosened", "--fail-on", "none"});
  CHECK(own.exit_code == 1);
  CHECK(own.out.find("ownerless-tool for tool shadow waived until 2099-12-31 by ana: r") !=
        std::string::npos);
}

TEST_CASE("marks on whole lists are listed as those on fields are") {
  const Change change;
  change.write(
      "head/stack/inventory.yaml",
      std::string(stack) + "kpis: {not_applicable: a cost centre}\nledger: {not_applicable: elsewhere}\n");
  const Run run = change.diff({"--fail-on-loosened", "--fail-on", "none"});
  CHECK(run.exit_code == 1);
  CHECK(run.out.find("kpis of the organisation marked not applicable: a cost centre") != std::string::npos);
  CHECK(run.out.find("ledger of the organisation marked not applicable: elsewhere") != std::string::npos);
}

TEST_CASE("a saved report stands in for no inventory that a policy judges") {
  const Change change;
  REQUIRE(change.run({"scan", "base/stack", "-o", "json=head/stack/inventory.yaml.json", "--exit-zero"})
              .exit_code == 0);
  const Run run =
      change.run({"diff", "base/stack", "head/stack/inventory.yaml.json", "--policy-from", "base"});
  CHECK(run.exit_code == 2);
  CHECK(run.err ==
        "martech-audit: head/stack/inventory.yaml.json is a saved report; a policy applies only to "
        "inventories\n");
  const Run folder = change.run({"scan", "head/stack"});
  CHECK(folder.exit_code == 2);
  CHECK(folder.err.find(
            "head/stack/inventory.yaml.json:1:1: error: this is a saved report, not an inventory\n") !=
        std::string::npos);
  CHECK(folder.err.find("hint: keep reports outside the inventory folder\n") != std::string::npos);
}

TEST_CASE("an inventory that is new is judged by the settings that it would have had before") {
  const Change change;
  fs::create_directories(change.path() / "head/new/deep");
  change.write("head/new/deep/inventory.yaml", std::string(stack) + shadow);
  change.write("head/new/.martech-audit.yaml", "gate: {fail_on: none}\n");
  const auto gated = [&](const std::string& before) {
    return change.run({"scan", "head/new/deep/inventory.yaml", "--policy-of", before});
  };
  const Run by_base = gated("base/new/deep/inventory.yaml");  // by base/.martech-audit.yaml
  CHECK(by_base.exit_code == 1);
  CHECK(by_base.err.find("'gate.fail_on' is ignored: the policy decides") != std::string::npos);
  fs::create_directories(change.path() / "empty/.git");
  CHECK(gated("empty/new/inventory.yaml").exit_code == 1);  // by the defaults
  const Run both = change.run({"scan", "head/stack", "--policy-of", "base/stack", "--policy", "base"});
  CHECK(both.exit_code == 2);
  CHECK(both.err == "martech-audit: --policy-of cannot be combined with another policy\n");
}

TEST_CASE("the base is judged by its own settings") {
  const Change change;
  change.write("base/.martech-audit.yaml", "rules: {unused-licences: off}\n");
  change.write("head/.martech-audit.yaml", "\n");
  const Run run = change.run({"diff", "base/stack", "head/stack", "--exit-zero"});
  INFO(run.out << run.err);
  CHECK(run.out.find("CRM: 40 of 100 seats in use") != std::string::npos);
  CHECK(run.out.find("rule unused-licences disabled") != std::string::npos);
  CHECK(run.out.find("Due to    the configuration") != std::string::npos);
}

TEST_CASE("a saved report that was changed is not believed, unless that is asked for, and then it is said") {
  const Change change;
  REQUIRE(change.run({"scan", "base/stack", "-o", "json=old.json", "--exit-zero"}).exit_code == 0);
  const std::string report = read_text(change.path() / "old.json");
  change.write("forged.json", with(report, "\"severity\": \"high\"", "\"severity\": \"low\""));
  const Run diff = change.run({"diff", "forged.json", "head/stack"});
  CHECK(diff.exit_code == 2);
  CHECK(diff.out == "");
  CHECK(diff.err.starts_with("error: the report forged.json was changed after it was written: "));
  const Run convert = change.run({"convert", "forged.json", "-f", "markdown"});
  CHECK(convert.exit_code == 2);
  CHECK(convert.out == "");
  const Run all_the_same = change.run({"convert", "forged.json", "-f", "text", "--unverified"});
  CHECK(all_the_same.exit_code == 0);
  CHECK(all_the_same.out.find("the saved report forged.json is accepted although ") != std::string::npos);
  const Run compared = change.run({"diff", "old.json", "forged.json", "--unverified", "--exit-zero"});
  CHECK(compared.exit_code == 0);
  CHECK(compared.out.find("the saved report forged.json is accepted although ") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::policy
