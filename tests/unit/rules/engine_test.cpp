#include "rules/engine.h"

#include "rules/evaluator.h"

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

constexpr std::string_view two_tools = R"(
tools:
  - {id: crm, name: CRM, seats: {purchased: 10}, usage: {active: 4}, cost: {amount: 1200, per: year}}
  - {id: cdp, name: CDP, seats: {purchased: 8}, usage: {active: 8}}
)";

}  // namespace

TEST_CASE("A rule passes, finds a gap, or does not apply") {
  CHECK(judged(pack(rule(R"(when: tool.id != "cdp"
assert: tool.usage.active >= tool.seats.purchased
message: "{tool.name}: {tool.usage.active} of {tool.seats.purchased}"
at: tool.seats)") + rule("assert: tool.usage.active >= tool.seats.purchased", "other")),
               two_tools) == R"(
a-rule: 1 not applicable
  crm medium gap of 1000000000, at seats: CRM: 4 of 10
other: 0 not applicable
  crm medium gap of 1000000000: it failed
  cdp pass
)");
}

TEST_CASE("A rule that reads what is not given is unknown, and says what is missing") {
  CHECK(judged(pack(rule("when: tool.seats.planned > 0") + rule("assert: tool.seats.assigned > 0", "second") +
                    rule("assert: tool.seats.planned + tool.seats.assigned > 0", "both") +
                    rule("assert: tool.seats.planned + tool.seats.planned > 0", "twice") +
                    rule("assert: false && tool.seats.assigned > 0", "absorbed")),
               "tools: [{id: crm, name: CRM, seats: {purchased: 10}}]\n") == R"(
a-rule: 0 not applicable
  crm unknown: seats.planned of crm
second: 0 not applicable
  crm unknown: seats.assigned of crm
both: 0 not applicable
  crm unknown: seats.planned of crm seats.assigned of crm
twice: 0 not applicable
  crm unknown: seats.planned of crm
absorbed: 0 not applicable
  crm medium gap of 1000000000: it failed
)");
}

TEST_CASE("Marks and optional rules make the unknown not applicable") {
  CHECK(judged(pack(rule("assert: tool.seats.purchased > 0 && tool.usage.active > 0") +
                    rule("optional: true\nassert: tool.usage.active > 0", "optional")),
               "tools: [{id: crm, name: CRM, seats: {not_applicable: nobody signs in}}]\n") == R"(
a-rule: 1 not applicable
optional: 1 not applicable
)");
}

TEST_CASE("Degrees are clamped, and 1 where nobody can tell") {
  const auto degree = [](const std::string& expression) {
    return judged(pack(rule("assert: 'false'\ndegree: \"" + expression + "\"")),
                  "tools: [{id: a, name: A}]\n");
  };
  CHECK(degree("0.25") == "\na-rule: 0 not applicable\n  a medium gap of 250000000: it failed\n");
  CHECK(degree("1.0 / 3.0") == "\na-rule: 0 not applicable\n  a medium gap of 333333333: it failed\n");
  CHECK(degree("2.0") == "\na-rule: 0 not applicable\n  a medium gap of 1000000000: it failed\n");
  CHECK(degree("0.0") == "\na-rule: 0 not applicable\n  a medium gap of 1: it failed\n");
  CHECK(degree("-5.0") == "\na-rule: 0 not applicable\n  a medium gap of 1: it failed\n");
  CHECK(degree("double(tool.seats.purchased)") ==
        "\na-rule: 0 not applicable\n  a medium gap of 1000000000: it failed\n");
  CHECK(degree("0.0 / 0.0") == R"(
pack.yaml:7:14: error: rule 'a-rule' fails for tool 'a': the degree is not a number
    7 |     degree: "0.0 / 0.0"
      |              ^
)");
}

TEST_CASE("The most severe condition that holds decides, whatever the order they are written in") {
  CHECK(
      judged(pack(rule(
                 "assert: 'false'\nseverity_when: {low: 'true', critical: 'tool.seats.purchased > 1', high: "
                 "'tool.id == \"a\"'}")),
             "tools: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C, seats: {purchased: 2}}]\n") == R"(
a-rule: 0 not applicable
  a high gap of 1000000000: it failed
  b low gap of 1000000000: it failed
  c critical gap of 1000000000: it failed
)");
}

TEST_CASE("What the act leads to is an entity, or not known") {
  const auto into = [](const std::string& expression) {
    return judged(pack(rule("assert: tool.id != \"b\"\ninto: " + expression)),
                  "tools: [{id: a, name: A, owner: ana}, {id: b, name: B, seats: {purchased: 2}}]\n"
                  "people: [{id: ana, name: Ana}]\n");
  };
  CHECK(into("org.tools[0]") ==
        "\na-rule: 0 not applicable\n  a pass\n  b medium gap of 1000000000, into a: it failed\n");
  CHECK(into("org.tools[0].owner") ==
        "\na-rule: 0 not applicable\n  a pass\n  b medium gap of 1000000000, into ana: it failed\n");
  CHECK(into("tool.owner") ==
        "\na-rule: 0 not applicable\n  a pass\n  b medium gap of 1000000000: it failed\n");
  for (const char* none : {"tool.seats", "tool.name", "org.tools"}) {
    CHECK(into(none) == R"(
pack.yaml:7:11: error: rule 'a-rule' fails for tool 'b': what the act leads to is no entity
    7 |     into: )" + std::string(none) +
                            "\n      |           ^\n");
  }
}

TEST_CASE("Amounts become claims in minor units, with the day they can be acted on") {
  CHECK(judged(pack(rule(R"(assert: tool.id == "none"
money:
  recoverable: {amount: tool.seats.purchased, actionable_from: tool.contract.ends}
  exposed: "10.0 / 3.0"
  at_risk: 0
  opportunity: tool.annual_cost)")),
               R"(
tools:
  - {id: a, name: A, seats: {purchased: 7}, contract: {ends: 2027-04-30}}
  - {id: b, name: B, cost: {amount: 12.5, per: year}}
)") == R"(
a-rule: 0 not applicable
  a medium gap of 1000000000, recoverable 7.00 from 2027-04-30, exposed 3.33: it failed
  b medium gap of 1000000000, exposed 3.33, opportunity 12.50: it failed
)");
}

TEST_CASE("One day to act on may hold for all amounts") {
  CHECK(
      judged(pack(rule("assert: 'false'\nmoney: {exposed: 5, at_risk: 6, actionable_from: as_of + days(7)}")),
             "tools: [{id: a, name: A}]\n") == R"(
a-rule: 0 not applicable
  a medium gap of 1000000000, exposed 5.00 from 2026-11-30, at_risk 6.00 from 2026-11-30: it failed
)");
}

TEST_CASE("A message shows a question mark for what nobody knows") {
  CHECK(judged(pack(rule(R"(assert: 'false'
message: "{tool.name} {{{tool.seats.purchased}}} since {as_of}, {plural(org.tools.size(), 'tool', 'tools')}")")),
               "tools: [{id: a, name: A}]\n") == R"(
a-rule: 0 not applicable
  a medium gap of 1000000000: A {?} since 2026-11-23, 1 tool
)");
}

TEST_CASE("Rules see the parameters of their own pack") {
  CHECK(judged(pack(rule("assert: tool.seats.purchased >= params.least && params.word == 'x'"),
                    "params:\n  least: {type: int, default: 9, about: a, source: b}\n"
                    "  word: {type: string, default: x, about: a, source: b}\n"),
               two_tools) == R"(
a-rule: 0 not applicable
  crm pass
  cdp medium gap of 1000000000: it failed
)");
}

TEST_CASE("Rules for the organisation see it as org") {
  CHECK(
      judged(
          pack(rule(
              "for: organisation\nassert: org.tools.size() < 2\nmessage: \"{org.name}\"\nat: org.strategy")),
          two_tools) == R"(
a-rule: 0 not applicable
  organisation medium gap of 1000000000, at strategy: Test
)");
}

TEST_CASE("A list that is not there leaves its rules undecided, once, at the organisation") {
  const std::string rules = rule("for: objective", "objectives") + rule("for: team", "teams") +
                            rule("for: integration", "integrations") + rule("for: tool", "tools") +
                            rule("for: kpi\noptional: true", "optional");
  CHECK(judged(pack(rules), "") == R"(
objectives: 0 not applicable, at the organisation
  organisation unknown: objectives of organisation
teams: 0 not applicable, at the organisation
  organisation unknown: teams of organisation
integrations: 0 not applicable, at the organisation
  organisation unknown: integrations of organisation
tools: 0 not applicable, at the organisation
  organisation unknown: tools of organisation
optional: 0 not applicable
)");
}

TEST_CASE("An empty list is an answer, but not where every organisation has something") {
  const std::string rules = rule("for: objective", "objectives") + rule("for: integration", "integrations");
  CHECK(judged(pack(rules), "objectives: []\nintegrations: []\n") == R"(
objectives: 0 not applicable, at the organisation
  organisation unknown: objectives of organisation
integrations: 0 not applicable
)");
}

TEST_CASE("An expression that fails is shown once, at its place, with the entity") {
  CHECK(judged(pack(rule(R"(when: 1 / (tool.seats.purchased - tool.seats.purchased) == 1)") +
                    rule("assert: 'false'\nmessage: \"{tool.name}: {[1][5]}\"", "second")),
               two_tools) == R"(
pack.yaml:6:13: error: rule 'a-rule' fails for tool 'crm': division by zero
    6 |     when: 1 / (tool.seats.purchased - tool.seats.purchased) == 1
      |             ^
pack.yaml:17:32: error: rule 'second' fails for tool 'crm': no such index: 5
   17 |     message: "{tool.name}: {[1][5]}"
      |                                ^
)");
}

TEST_CASE("A condition of unknown type that comes out as something else is an error") {
  CHECK(judged(pack(rule("assert: dyn(1)")), "tools: [{id: a, name: A}]\n") == R"(
pack.yaml:6:13: error: rule 'a-rule' fails for tool 'a': the condition is neither true nor false
    6 |     assert: dyn(1)
      |             ^
)");
}

TEST_CASE("Outcomes keep alive what they show of the rules") {
  const TestWorld made = world("tools: [{id: a, name: A}]\n");
  std::optional<Outcomes> outcomes;
  {
    const RuleSet rules =
        load(pack(rule("assert: tool.seats.purchased > 1") + rule("assert: 'false'\nat: tool.seats", "b")));
    Diagnostics diagnostics;
    outcomes = judge(rules, *made.inventory, made.facts, day("2026-11-23"), diagnostics);
  }
  REQUIRE(outcomes);
  CHECK(outcomes->undecided.at(0).missing[0].path == "seats.purchased");
  CHECK(outcomes->gaps.at(0).at == "seats");
  CHECK(outcomes->gaps.at(0).message == "it failed");
}

TEST_CASE("One rule alone can be judged") {
  const TestWorld made = world("tools: [{id: a, name: A}]\n");
  const RuleSet rules = load(pack(rule("assert: 'false'") + rule("assert: 'true'", "second")));
  Diagnostics diagnostics;
  const auto outcomes = judge_rule(rules, 1, *made.inventory, made.facts, day("2026-11-23"), diagnostics);
  REQUIRE(outcomes);
  CHECK(dump(*outcomes, rules, *made.inventory) == "\nsecond: 0 not applicable\n  a pass\n");
}

TEST_CASE("Steps grow with the inventory") {
  const TestWorld made = world(two_tools);
  const rules::StepLimits limits(*made.inventory);
  CHECK(limits.evaluation == 10'000'600);  // the organisation is an entity, too
  CHECK(limits.run == 1'000'030'000);
}

TEST_CASE("All rules together are stopped, and the one that took most is named") {
  std::string tools = "tools:\n";
  for (int i = 0; i < 50; ++i) tools += "  - {id: t" + std::to_string(i) + ", name: T}\n";
  const RuleSet rules = load(pack(rule("assert: tool.name != \"X\"", "cheap") +
                                  rule("assert: org.tools.all(t, t.id != tool.name)", "square")));
  const TestWorld made = world(tools);
  Diagnostics diagnostics;
  const rules::StepLimits limits(100'000, 5'000);
  CHECK_FALSE(judge(rules, *made.inventory, made.facts, day("2026-11-23"), diagnostics, {}, &limits));
  const std::string said = render(diagnostics);
  CHECK(said.find(
            "error: rule 'square' takes too long: it used 5,000 of the 5,000 steps available to all rules") !=
        std::string::npos);
  CHECK(diagnostics.errors() == 1);
}
