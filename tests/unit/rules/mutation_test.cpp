#include "rules/mutation_run.h"

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

const std::string mutated_pack =
    pack(rule(R"(when: tool.status == "active" && has(tool.seats)
assert: tool.usage.active >= tool.seats.purchased - params.slack
degree: "tool.usage.active == 0 ? 1.0 : 0.5"
message: "{tool.name}")",
              "seats"),
         "params: {slack: {type: int, default: 2, min: 2, about: Slack, source: house default}}\n");

std::string mutate(std::string_view cases, std::string_view more = "") {
  const RuleSet rules = load(mutated_pack);
  const std::string text = "as_of: 2026-11-23\ncases:\n" + std::string(cases) + std::string(more);
  const Document file = document("seats.test.yaml", text);
  const MakeWorld make = [](const Document& inventory, Date as_of, Diagnostics& faults) {
    return world(inventory, as_of, faults);
  };
  const LoadChanged reload = [](const SourcePtr& changed) {
    Diagnostics ignored;
    return load(changed->text(), ignored);
  };
  const MutationRun run = mutate_rules(file, rules.packs()[0], rules, make, reload);
  std::string out = "\n" + std::to_string(run.made) + " made, " + std::to_string(run.excused) + " excused\n";
  for (const Diagnostic& unnoticed : run.unnoticed) out += unnoticed.message + "\n";
  return out;
}

constexpr std::string_view idle = R"(
  - rule: seats
    name: idle
    inventory: {tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 5}}]}
    expect: [{outcome: gap}]
)";

constexpr std::string_view all = R"(
  - rule: seats
    name: everything
    inventory:
      tools:
        - {id: none, name: A, seats: {purchased: 8}, usage: {active: 0}}
        - {id: few, name: A, seats: {purchased: 8}, usage: {active: 5}}
        - {id: enough, name: A, seats: {purchased: 8}, usage: {active: 6}}
        - {id: gone, name: A, status: retired, seats: {purchased: 8}, usage: {active: 0}}
        - {id: free, name: A, usage: {active: 0}}
    expect:
      - {outcome: gap, entity: none, degree: 1.00}
      - {outcome: gap, entity: few, degree: 0.50}
      - {outcome: pass, entity: enough}
      - {outcome: not-applicable, entity: gone}
      - {outcome: not-applicable, entity: free}
)";

constexpr std::string_view excuse = R"t(
unnoticed:
  - {rule: seats, change: "degree: 0.99 for 1.0", reason: nobody asks}
)t";

}  // namespace

TEST_CASE("Changes that no test case detects are listed") {
  CHECK(mutate(idle) == R"t(
12 made, 0 excused
no test case detects seats, when: true for tool.status == "active"
no test case detects seats, when: true for has(tool.seats)
no test case detects seats, assert: > for >= in tool.usage.active >= tool.seats.purchased - params.slack
no test case detects seats, degree: true for tool.usage.active == 0
no test case detects seats, degree: false for tool.usage.active == 0
no test case detects seats, degree: != for == in tool.usage.active == 0
no test case detects seats, degree: 1 for 0
no test case detects seats, degree: 0.99 for 1.0
no test case detects seats, degree: 0.51 for 0.5
)t");
}

TEST_CASE("Cases at each boundary notice every change") { CHECK(mutate(all) == "\n12 made, 0 excused\n"); }

TEST_CASE("What is listed with a reason need not be noticed") {
  CHECK(mutate(idle, excuse).find("0.99") == std::string::npos);
  CHECK(mutate(idle, excuse).starts_with("\n12 made, 1 excused\n"));
}

TEST_CASE("A list of what cannot be noticed is held to its word") {
  CHECK(mutate(all, R"t(
unnoticed:
  - {rule: seats, change: "when: true for has(tool.seats)", reason: why not}
  - {rule: seats, change: "when: true for tool.seats", reason: it was there once}
  - {change: "params.slack: 3 for 2", reason: a case is there by now}
)t") == R"t(
12 made, 2 excused
a test case detects this change: params.slack: 3 for 2
a test case detects this change: when: true for has(tool.seats)
this change is not possible in the pack: when: true for tool.seats
)t");
}
