// `diff`: what changed between two inventories or saved reports.
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::diff {
namespace {

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}, {id: tom, name: Tom, left_on: 2026-01-01}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana}]
tools:
  - {id: crm, name: CRM, category: crm, owner: tom, live_on: 2020-01-01, objectives: [grow], pricing: {metrics: [seat]},
     contract: {ends: 2027-01-31, notice_days: 60, auto_renews: true},
     cost: {amount: 12000, per: year}, seats: {purchased: 100}, usage: {active: 70, measured_on: 2026-11-01}}
  - {id: mail, name: Mail, category: email-marketing, owner: ana, problem: Letters to all customers, live_on: 2020-01-01,
     pricing: {metrics: [seat]}, cost: 1200, seats: {purchased: 100}, usage: {active: 70, measured_on: 2026-11-01}}
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

class Versions {
 public:
  Versions(const std::string& before, const std::string& after) {
    folder_.write("old.yaml", before);
    folder_.write("new.yaml", after);
  }

  Run run(std::vector<std::string> arguments, const std::string& input = {}) const {
    return martech_audit({.arguments = std::move(arguments), .input = input, .folder = folder_.path()});
  }
  Run diff(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"diff", "old.yaml", "new.yaml", "--as-of", "2026-11-23"});
    return run(std::move(arguments));
  }
  // Judges an inventory into a report.
  void save(const std::string& inventory, const std::string& report,
            std::vector<std::string> settings) const {
    settings.insert(settings.begin(), {"scan", inventory, "--exit-zero", "-o", "json=" + report});
    const Run saved = run(std::move(settings));
    INFO(saved.err);
    REQUIRE(saved.exit_code == 0);
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("diff tells new, worsened and ended findings, money and what moved the gap") {
  std::string after = with(stack, "{active: 70, measured_on: 2026-11-01}}\n  - {id: mail",
                           "{active: 50, measured_on: 2026-11-01}}\n  - {id: mail");
  after = with(after, "cost: 1200, seats: {purchased: 100}, usage: {active: 70",
               "cost: 1200, seats: {purchased: 70}, usage: {active: 70");
  after = with(after, "owner: ana, problem", "owner: tom, problem");
  const Versions acme(stack, after);
  const Run run = acme.diff();
  CHECK(run.exit_code == 1);
  CHECK(run.err == "martech-audit: gate failed (exit 1): 2 findings at or above high\n");
  CHECK(run.out == R"(Acme, changes from old.yaml to new.yaml, as of 2026-11-23

FAIL  2 findings at or above high
)" + run.out.substr(run.out.find("Gap ")));
  for (const std::string& line : std::vector<std::string>{
           "the inventory ", "1 new, 1 worsened, 1 fixed\n", "EUR 2,640 → EUR 5,280 (+EUR 2,640)\n",
           heading("New: 1 finding") + "  high  Mail is owned by Tom, who has left  ownerless-tool",
           heading("Worsened: 1 finding") + "  high  CRM: 50 of 100 seats in use (50%)",
           heading("Fixed: 1 finding") + "  medium  Mail: 70 of 100 seats in use (70%)"}) {
    INFO(line);
    CHECK(run.out.find(line) != std::string::npos);
  }
}

TEST_CASE("diff writes a page that shows what changed, and nothing else") {
  const Versions acme(stack, with(stack, "owner: ana, problem", "owner: tom, problem"));
  const Run page = acme.diff({"--format", "html"});
  CHECK(page.exit_code == 1);
  CHECK(page.out.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  CHECK(page.out.find("<bdi>Mail is owned by Tom, who has left</bdi>") != std::string::npos);
  CHECK(page.out.find("<a href=\"#new\">New</a>") != std::string::npos);
  CHECK(page.out.find("<a href=\"#fixed\">") == std::string::npos);
}

TEST_CASE("a finding that ends without a fix is not called fixed") {
  struct Case {
    std::string from, to, why;
  };
  const std::vector<Case> cases{
      {"usage: {active: 70, measured_on: 2026-11-01}}\n  - {id: mail",
       "usage: {measured_on: 2026-11-01}}\n  - {id: mail", "its data is no longer given"},
      {"live_on: 2020-01-01, objectives", "status: retired, live_on: 2020-01-01, objectives",
       "the rule no longer applies"},
      {"owner: tom,",
       "owner: tom, waivers: [{rule: unused-licences, reason: Growing, owner: ana, expires: 2027-01-01}],",
       "waived"},
  };
  for (const Case& c : cases) {
    const Versions acme(stack, with(stack, c.from, c.to));
    const Run text = acme.diff({"--width", "120"});
    INFO(c.why << "\n" << text.out);
    CHECK(text.out.find("Closed without a fix: ") != std::string::npos);
    CHECK(text.out.find("(" + c.why + ")") != std::string::npos);
  }
}

TEST_CASE("a change that marks fields as not applicable is listed as loosening") {
  // Seats were bought: without a reason the mark is no answer, and what it hides is lost.
  const auto marked = [](std::string_view reason) {
    return with(stack, "usage: {active: 70, measured_on: 2026-11-01}}\n  - {id: mail",
                "usage: {not_applicable: nobody counts}" + std::string(reason) + "}\n  - {id: mail");
  };
  const Run run = Versions(stack, marked(", because: {usage: a kiosk in a shop}")).diff();
  CHECK(run.out.find(heading("Gate exceptions added") +
                     "  usage of tool crm marked not applicable: nobody counts\n") != std::string::npos);
  const Run bare = Versions(stack, marked("")).diff();
  CHECK(bare.out.find("Gate exceptions added") == std::string::npos);
  CHECK(bare.out.find("  tool crm: usage is no longer given\n") != std::string::npos);
}

TEST_CASE("what was there before does not fail the gate of a change") {
  const Versions acme(stack, std::string(stack) + "# a remark\n");
  const Run run = acme.diff({"--fail-on-new"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("PASS  no findings changed\n") != std::string::npos);
  CHECK(acme.diff({"--max-gap", "1"}).exit_code == 1);
}

TEST_CASE("one side may be standard input, not both") {
  const Versions acme(stack, stack);
  CHECK(acme.run({"diff", "-", "new.yaml", "--as-of", "2026-11-23"}, stack).exit_code == 0);
  const Run both = acme.run({"diff", "-", "-"}, stack);
  CHECK(both.exit_code == 2);
  CHECK(both.err == "martech-audit: only one input can be standard input\n");
}

// The parts of the gap's change, in billionths, by their causes.
std::map<std::string, std::int64_t> parts_of(const nlohmann::json& changes, std::int64_t& sum) {
  const auto billionths = [](const nlohmann::json& number) {
    return static_cast<std::int64_t>(std::llround(number.get<double>() * 1e9));
  };
  std::map<std::string, std::int64_t> parts;
  sum = -billionths(changes["gap"]["change"]);
  for (const auto& part : changes["gap"]["parts"]) {
    std::string causes;
    for (const std::string cause : part["causes"]) causes += (causes.empty() ? "" : "+") + cause;
    parts[causes] = billionths(part["change"]);
    sum += parts[causes];
  }
  CHECK(billionths(changes["after"]["gap"]) - billionths(changes["before"]["gap"]) ==
        billionths(changes["gap"]["change"]));
  return parts;
}

// Inventories that are judged anew tell all causes apart; two saved reports do as far as weights and switches
// alone changed beside one other thing.
TEST_CASE("the parts of the gap's change add up to the whole") {
  const Versions acme(stack, with(stack, "owner: tom", "owner: ana"));
  const std::string agency = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/custom-pack/agency.yaml";
  acme.save("old.yaml", "old.json", {"--as-of", "2026-11-23"});
  acme.save("new.yaml", "new.json", {"--as-of", "2026-11-23"});
  acme.save("new.yaml", "later.json", {"--as-of", "2027-06-01"});
  acme.save("new.yaml", "off.json", {"--as-of", "2026-11-23", "--disable", "shiny-object"});
  acme.save("new.yaml", "agency.json", {"--as-of", "2026-11-23", "--rules", agency});
  struct Case {
    std::vector<std::string> arguments;
    std::string causes;  // that moved the gap, or may have
  };
  const std::vector<Case> cases{
      {{"old.yaml", "new.yaml", "--as-of", "2027-06-01"}, "inventory "},
      {{"old.json", "new.yaml"}, "inventory "},
      {{"old.json", "new.yaml", "--as-of", "2027-06-01"}, "inventory time "},
      {{"old.json", "new.yaml", "--as-of", "2027-06-01", "--disable", "shiny-object"},
       "configuration inventory time "},
      {{"old.yaml", "new.json", "--disable", "shiny-object"}, "configuration inventory "},
      {{"old.json", "new.yaml", "--rules", agency}, "inventory+packs "},
      {{"new.json", "new.yaml", "--rules", agency}, "packs "},
      {{"old.json", "new.json"}, "inventory "},
      {{"new.json", "later.json"}, "time "},
      {{"old.json", "later.json"}, "inventory+time "},
      {{"new.json", "off.json"}, "configuration "},
      {{"old.json", "off.json"}, "configuration inventory "},
      {{"old.json", "agency.json"}, "inventory+packs "},
      {{"new.json", "new.json"}, ""},
  };
  for (const Case& c : cases) {
    std::vector<std::string> arguments = c.arguments;
    arguments.insert(arguments.begin(), "diff");
    arguments.insert(arguments.end(), {"-f", "json", "--exit-zero"});
    const Run run = acme.run(std::move(arguments));
    CAPTURE(c.arguments, run.err);
    REQUIRE(run.exit_code == 0);
    std::int64_t sum = 1;
    std::string causes;
    for (const auto& [cause, change] : parts_of(nlohmann::json::parse(run.out), sum)) {
      if (change != 0) causes += cause + " ";
    }
    CHECK(sum == 0);
    CHECK(causes == c.causes);
  }
}

TEST_CASE("reports in two currencies are no two states of one stack") {
  const Versions acme(stack, with(stack, "currency: EUR", "currency: USD"));
  const Run run = acme.diff();
  CHECK(run.exit_code == 2);
  CHECK(run.out == "");
  CHECK(run.err.find("old.yaml uses EUR, the inventory uses USD") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::diff
