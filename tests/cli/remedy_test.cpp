// `explain` of a finding: the edits that would clear it.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/sample.h"

namespace martech_audit::tests::remedy {
namespace {

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}, {id: tom, name: Tom, left_on: 2026-01-01}]
kpis: [{id: rate, title: Rate, unit: "%", baseline: 1, current: 2, measured_on: 2026-11-01, source: crm}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana, kpis: [rate]}]
tools:
  - {id: crm, name: "CRM \e[31m", category: crm, owner: tom, live_on: 2020-01-01, objectives: [grow], kpis: [rate],
     pricing: {metrics: [seat]}, cost: {amount: 12000, per: year}, seats: {purchased: 100}, usage: {active: 40, measured_on: 2026-11-01}}
  - {id: mail, name: Mail, owner: ana, problem: Letters to all customers, cost: 1200}
)";

class Stack {
 public:
  explicit Stack(std::string_view text = stack) { folder_.write("stack.yaml", std::string(text)); }

  Run run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"stack.yaml", "--as-of", "2026-11-23"});
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path()});
  }

  // What `explain` says would clear the first finding of the rule.
  std::string remedies(std::string_view rule) const {
    const auto report = nlohmann::json::parse(run({"scan", "--format", "json"}).out);
    for (const auto& finding : report["findings"]) {
      if (finding["rule"] != rule) continue;
      const Run page = run({"explain", finding["fingerprint"]});
      CHECK(page.exit_code == 0);
      const std::string heading = "How to clear it\n";
      const std::size_t begin = page.out.find(heading) + heading.size();
      return page.out.substr(begin, page.out.find("\n" + std::string(rule) + ": ") - begin);
    }
    return "no such finding";
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("explain shows the edits of one field that clear a finding, and what else they change") {
  const Stack acme;
  CHECK(acme.remedies("unused-licences") == R"(
Any one of these changes, fewest side effects first:
seats.purchased: 45, instead of 100
  the gap goes from 94.7 to 94.4
usage.active: 90, instead of 40
  the gap goes from 94.7 to 94.4
)");
  CHECK(acme.remedies("ownerless-tool") == R"(
owner: ana, instead of tom
  the gap goes from 94.7 to 93.9
)");
  CHECK(acme.remedies("tool-without-objective") == R"(
objectives: add {id: grow, how: (in your own words), kpi: rate}
  the gap goes from 94.7 to 92.6
)");
}

TEST_CASE("where no field of its own clears a finding, those of what it names are tried") {
  CHECK(Stack().remedies("unmeasurable-objective") == R"(
kpi rate, target: (a number)
  also clears roi-unmeasured: CRM \x1b[31m: its KPIs have no baseline, no other…
  the gap goes from 94.7 to 82.6
)");
}

TEST_CASE("a cost comes with its period, and a KPI with its reason") {
  std::string text(stack);
  text.replace(text.find(", cost: 1200"), 12, ", live_on: 2020-01-01, objectives: [grow]");
  text.replace(text.find("baseline: 1"), 11, "baseline: 1, target: 3");
  CHECK(Stack(text)
            .remedies("cost-unknown")
            .starts_with("\ncost: {amount: (what the last invoice said), per: year}\n"));
  CHECK(Stack(text)
            .remedies("roi-unmeasured")
            .starts_with("\nobjectives: add {id: grow, how: (in your own words), kpi: rate}\n"));
}

TEST_CASE("explain names no edit that only hides a finding") {
  const Stack acme;
  const auto report = nlohmann::json::parse(acme.run({"scan", "--format", "json"}).out);
  const auto& findings = report["findings"];
  for (std::size_t i = 0; i < findings.size(); i += sample_step) {
    const std::string page = acme.run({"explain", findings[i]["fingerprint"]}).out;
    for (const char* excuse : {"status: ", "usage.seasonal: ", "seats.planned: ", "criticality: ", "kind: "})
      CHECK(page.find("\n" + std::string(excuse)) == std::string::npos);
  }
}

TEST_CASE("explain says that no single edit clears a finding") {
  const std::string page = Stack().remedies("no-bridging-executive");
  CHECK(page.starts_with("\nNo change to a single field clears it; "));
}

// What is said to clear a finding does, written into the file.
TEST_CASE("the edits that explain names clear their findings") {
  const std::pair<std::string_view, std::pair<std::string_view, std::string_view>> cases[] = {
      {"unused-licences", {"purchased: 100", "purchased: 45"}},
      {"ownerless-tool", {"owner: tom", "owner: ana"}},
      {"tool-without-objective",
       {"problem: Letters to all customers",
        "problem: Letters to all customers, objectives: [{id: grow, how: brings buyers back, kpi: "
        "rate}]"}},
      {"unmeasurable-objective", {"baseline: 1", "baseline: 1, target: 2"}},
  };
  for (const auto& [rule, edit] : cases) {
    INFO(rule);
    std::string text = stack;
    text.replace(text.find(edit.first), edit.first.size(), edit.second);
    CHECK(Stack(text).remedies(rule) == "no such finding");
  }
  std::string text = stack;
  text.replace(text.find("purchased: 100"), 14, "purchased: 46");
  CHECK(Stack(text).remedies("unused-licences") != "no such finding");  // 45 is the nearest number that does
}

}  // namespace
}  // namespace martech_audit::tests::remedy
