#include "rules/rule_tests.h"

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

const std::string seats_pack = pack(rule(R"(when: tool.status == "active"
assert: tool.usage.active >= tool.seats.purchased
degree: 1.0 - double(tool.usage.active) / double(tool.seats.purchased)
money: {exposed: 12.5}
at: tool.seats
message: "{tool.name}: {tool.usage.active} of {tool.seats.purchased}")",
                                         "seats"));

std::string run(std::string_view cases, std::string_view rules_text = seats_pack) {
  const RuleSet rules = load(rules_text);
  const Document file = document("seats.test.yaml", "as_of: 2026-11-23\ncases:\n" + std::string(cases));
  Diagnostics diagnostics;
  const MakeWorld make = [](const Document& inventory, Date as_of, Diagnostics& faults) {
    return world(inventory, as_of, faults);
  };
  const auto run = run_rule_tests(file, rules.packs()[0], rules, make, diagnostics);
  if (!run) return "\n" + render(diagnostics);
  std::string out = "\n";
  for (const TestResult& result : run->cases) {
    out += (result.passed() ? "passed " : "failed ") + result.rule + ": " + result.name + "\n" +
           result.difference;
  }
  for (const Diagnostic& missing : run->uncovered) {
    out += missing.message + (missing.hint.empty() ? "" : " (" + missing.hint + ")") + "\n";
  }
  return out;
}

constexpr std::string_view complete = R"(
  - rule: seats
    name: half are idle
    inventory: {tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 3}}]}
    expect:
      - {outcome: gap, severity: medium, degree: 0.63, at: tool.seats, money: {exposed: 12.50}, message: "A: 3 of 8"}
  - rule: seats
    name: all in use
    inventory: {tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 8}}]}
    expect: [{entity: a, outcome: pass}]
  - {rule: seats, name: retired, inventory: {tools: [{id: a, name: A, status: retired}]}, expect: [{outcome: not-applicable}]}
  - {rule: seats, name: seats not given, inventory: {tools: [{id: a, name: A}]}, expect: [{outcome: unknown}]}
)";

}  // namespace

TEST_CASE("Cases pass, and cover every outcome") {
  CHECK(run(complete) == R"(
passed seats: half are idle
passed seats: all in use
passed seats: retired
passed seats: seats not given
)");
}

TEST_CASE("A rule needs cases for what it can come to") {
  const std::string_view first_two = complete.substr(0, complete.find("  - {rule: seats, name: retired"));
  CHECK(run(first_two) == R"(
passed seats: half are idle
passed seats: all in use
rule 'seats' has no passing test case with outcome not-applicable
rule 'seats' has no passing test case with outcome unknown (leave out tools.seats, say)
)");
}

TEST_CASE("A case that fails shows what was expected and what came") {
  CHECK(run(R"(
  - rule: seats
    name: wrong in everything
    inventory: {tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 4}}]}
    expect:
      - {outcome: gap, severity: high, degree: 0.6, at: tool.usage, money: {}, message: "A: 3 of 8"}
  - rule: seats
    name: another outcome
    inventory: {tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 4}}, {id: b, name: B}]}
    expect: [{entity: a, outcome: pass}, {entity: b, outcome: pass}]
  - rule: seats
    name: a gap nobody expects
    inventory:
      tools: [{id: a, name: A, seats: {purchased: 8}, usage: {active: 8}}, {id: b, name: B, seats: {purchased: 2}, usage: {active: 1}}]
    expect: [{entity: a, outcome: pass}]
  - rule: seats
    name: which of them
    inventory: {tools: [{id: a, name: A, status: retired}, {id: b, name: B, status: retired}]}
    expect: [{outcome: pass}, {entity: c, outcome: pass}]
)") == R"(
failed seats: wrong in everything
a: expected gap, high, degree 0.6, at tool.usage, no money, A: 3 of 8
   got      gap, medium, degree 0.5, at tool.seats, exposed 12.50, A: 4 of 8
failed seats: another outcome
a: expected pass
   got      gap, A: 4 of 8
b: expected pass
   got      unknown, missing usage.active of b, seats.purchased of b
failed seats: a gap nobody expects
b: expected nothing
   got      gap, B: 1 of 2
failed seats: which of them
'entity' must say which of 2 entities is meant
unknown entity 'c'
rule 'seats' has no passing test case with outcome gap
rule 'seats' has no passing test case with outcome pass
rule 'seats' has no passing test case with outcome not-applicable
)");
}

TEST_CASE("An inventory with faults fails its case, with the faults at their places in the file") {
  CHECK(run(R"(
  - rule: seats
    name: broken
    inventory: {tools: [{id: a, nam: A}]}
    expect: [{outcome: pass}]
)") == R"(
failed seats: broken
seats.test.yaml:6:33: error: a tool has no field 'nam'
    6 |     inventory: {tools: [{id: a, nam: A}]}
      |                                 ^~~
      hint: did you mean 'name'?
seats.test.yaml:6:25: error: this tool has no 'name', which is required
    6 |     inventory: {tools: [{id: a, nam: A}]}
      |                         ^~~~~~~~~~~~~~~
      hint: add 'name: …'
rule 'seats' has no passing test case with outcome gap
rule 'seats' has no passing test case with outcome pass
rule 'seats' has no passing test case with outcome not-applicable
)");
}

TEST_CASE("The organisation of a case may be given in part, and a list that is missing is its matter") {
  CHECK(run(R"(
  - {rule: a-rule, name: default, inventory: {}, expect: [{outcome: pass}]}
  - {rule: a-rule, name: size, inventory: {organisation: {size: small}}, expect: [{outcome: gap, message: Test small EUR}]}
  - {rule: goals, name: none, inventory: {}, expect: [{entity: organisation, outcome: unknown}]}
)",
            pack(rule("for: organisation\nassert: '!has(org.size)'\nmessage: \"{org.name} {org.size} "
                      "{org.currency}\"") +
                 rule("for: objective", "goals"))) == R"(
passed a-rule: default
passed a-rule: size
passed goals: none
rule 'goals' has no passing test case with outcome gap
rule 'goals' has no passing test case with outcome pass
)");
}

TEST_CASE("Faults of a test file are shown at their places") {
  CHECK(run(R"(
  - {rule: saets, name: n, inventory: {}, expect: [{outcome: pas}]}
  - {rule: seats, inventory: [], expect: []}
  - {rule: seats, name: n, inventory: {}, expect: [{outcome: gap, money: {waste: 1, exposed: x}, degree: much, sevrity: low}]}
)") == R"(
seats.test.yaml:4:62: error: unknown outcome 'pas'
    4 |   - {rule: saets, name: n, inventory: {}, expect: [{outcome: pas}]}
      |                                                              ^~~
      hint: did you mean 'pass'?
seats.test.yaml:5:30: error: 'inventory' must be a mapping, not a list
    5 |   - {rule: seats, inventory: [], expect: []}
      |                              ^~
      hint: write {} for none
seats.test.yaml:5:42: error: 'expect' must be a list with at least one outcome
    5 |   - {rule: seats, inventory: [], expect: []}
      |                                          ^~
      hint: write [{outcome: pass}]
seats.test.yaml:5:5: error: a case needs 'name'
    5 |   - {rule: seats, inventory: [], expect: []}
      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: name: name of the test case
seats.test.yaml:6:75: error: unknown class of money 'waste'
    6 | …ts, name: n, inventory: {}, expect: [{outcome: gap, money: {waste: 1, exposed: x}, degree: much, sev…
      |                                                              ^~~~~
      hint: one of: recoverable, at_risk, exposed, opportunity
seats.test.yaml:6:94: error: 'exposed' must be a number
    6 | …ory: {}, expect: [{outcome: gap, money: {waste: 1, exposed: x}, degree: much, sevrity: low}]}
      |                                                              ^
      hint: write a number such as 1200.50, without quotes
seats.test.yaml:6:106: error: 'degree' must be a number
    6 | …ect: [{outcome: gap, money: {waste: 1, exposed: x}, degree: much, sevrity: low}]}
      |                                                              ^~~~
      hint: write 0.44
seats.test.yaml:6:112: error: unknown field 'sevrity' of an expectation
    6 | …{outcome: gap, money: {waste: 1, exposed: x}, degree: much, sevrity: low}]}
      |                                                              ^~~~~~~
      hint: did you mean 'severity'?
seats.test.yaml:4:12: error: rule 'saets' is not active
    4 |   - {rule: saets, name: n, inventory: {}, expect: [{outcome: pas}]}
      |            ^~~~~
      hint: did you mean 'seats'?
)");
}
