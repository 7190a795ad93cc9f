#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit::test;

namespace {

constexpr std::string_view three_tools = R"(tools:
  - {id: a, name: A, usage: {active: 4}, cost: {amount: 800, per: year}}
  - {id: b, name: B, usage: {active: 2}, cost: {amount: 800, per: year}}
  - {id: c, name: C, cost: {amount: 800, per: year}}
)";

}  // namespace

TEST_CASE("Rules read the facts that their pack defines, and facts those before them") {
  const std::string text =
      pack(rule("assert: tool.cost_per_user <= params.most\n"
                "message: \"{tool.name}: {tool.cost_per_user}, {tool.above} above, of {org.dear.size()}\""),
           R"y(params: {most: {type: double, default: 300.0, about: Most, source: house default}}
facts:
  - {name: cost_per_user, for: tool, type: double, expression: tool.annual_cost / double(tool.usage.active), summary: Cost}
  - {name: above, for: tool, expression: tool.cost_per_user - params.most, summary: Above}
  - {name: dear, for: organisation, expression: "org.tools.filter(t, has(t.usage) && t.above > 0.0)", summary: Dear}
)y");
  CHECK(judged(text, three_tools) == R"(
a-rule: 0 not applicable
  a pass
  b medium gap of 1000000000: B: 400, 100 above, of 1
  c unknown: usage.active of c
)");
}

TEST_CASE("A fact follows from its expression where the pack states no type") {
  const auto rules = load(pack(rule("assert: tool.few"), R"y(facts:
  - {name: few, for: tool, expression: tool.usage.active < 3, summary: Few}
  - {name: small, for: organisation, expression: "org.tools.filter(t, t.few)", summary: Small}
  - {name: by_id, for: organisation, expression: "{'a': 1}", summary: Numbers}
)y"));
  std::string types;
  for (const auto& fact : rules.packs().front().facts) types += fact.name + ": " + fact.type + "\n";
  CHECK(types == "few: bool\nsmall: list(tool)\nby_id: map(string, int)\n");
}

TEST_CASE("A parameter of a category holds in facts too") {
  const martech_audit::ParamSetting setting{"test", "most", "100", "cdp", {}};
  martech_audit::RuleSettings settings;
  settings.params = {&setting, 1};
  const std::string text = pack(rule("assert: tool.fits"),
                                "params: {most: {type: int, default: 3, about: Most, source: house}}\n"
                                "facts: [{name: fits, for: tool, expression: tool.usage.active <= "
                                "params.most, summary: Fits}]\n");
  CHECK(judged(text, R"(tools:
  - {id: a, name: A, category: cdp, usage: {active: 4}}
  - {id: b, name: B, category: email, usage: {active: 4}}
)",
               settings) == R"(
a-rule: 0 not applicable
  a pass
  b medium gap of 1000000000: it failed
)");
}

TEST_CASE("A fact that fails stops the run at its place") {
  CHECK(judged(pack(rule("assert: tool.half > 1"), R"(facts:
  - {name: half, for: tool, expression: 10 / (tool.usage.active - 4), summary: Half}
)"),
               three_tools) == R"(
pack.yaml:5:44: error: fact 'half' fails for tool 'a': division by zero
    5 |   - {name: half, for: tool, expression: 10 / (tool.usage.active - 4), summary: Half}
      |                                            ^
)");
}

TEST_CASE("One rule alone has only those facts of packs worked out that it reads") {
  const martech_audit::RuleSet rules = load(pack(
      rule("assert: tool.twice > 4\nmessage: \"{tool.more} more\"") + rule("assert: tool.half > 1", "second"),
      R"y(facts:
  - {name: half, for: tool, expression: 10 / (tool.usage.active - 4), summary: Half}
  - {name: once, for: tool, expression: tool.usage.active, summary: Once}
  - {name: twice, for: tool, expression: tool.once * 2, summary: Twice}
  - {name: more, for: tool, expression: tool.once + 1, summary: More}
)y"));
  const TestWorld made = world(three_tools);
  martech_audit::Diagnostics diagnostics;
  const auto outcomes = judge_rule(rules, 0, *made.inventory, made.facts, day("2026-11-23"), diagnostics);
  REQUIRE(outcomes);
  CHECK(diagnostics.empty());
  CHECK(dump(*outcomes, rules, *made.inventory) == R"(
a-rule: 0 not applicable
  a pass
  b medium gap of 1000000000: 3 more
  c unknown: usage.active of c
)");
  CHECK(!judge_rule(rules, 1, *made.inventory, made.facts, day("2026-11-23"), diagnostics));
}

TEST_CASE("Facts that cannot be are reported, each at its place") {
  CHECK(faults(pack(rule("assert: tool.fine == 1 && tool.wrong"), R"(facts:
  - {name: Cost-Per, for: tool, expression: 1, summary: S}
  - {name: annual_cost, for: tool, expression: 1, summary: S}
  - {name: early, for: tool, expression: tool.fine, summary: S}
  - {name: fine, for: tool, expression: 1, summary: S}
  - {name: fine, for: tool, expression: 2, summary: S}
  - {name: wrong, for: tool, type: flaot, expression: true, summary: S}
  - {name: other, for: tool, type: string, expression: 3, summary: S}
  - {name: where, for: gadget, expression: 3, summary: S, typ: int}
  - {name: bare, for: team}
  - half
)")) == R"(
pack.yaml:5:12: error: 'Cost-Per' is not a name for a fact: only a-z, 0-9 and '_', with no digit in front
    5 |   - {name: Cost-Per, for: tool, expression: 1, summary: S}
      |            ^~~~~~~~
      hint: write 'cost_per'
pack.yaml:12:24: error: unknown scope 'gadget'
   12 |   - {name: where, for: gadget, expression: 3, summary: S, typ: int}
      |                        ^~~~~~
      hint: did you mean 'budget'?
pack.yaml:12:59: error: unknown field 'typ' of a fact
   12 |   - {name: where, for: gadget, expression: 3, summary: S, typ: int}
      |                                                           ^~~
      hint: did you mean 'type'?
pack.yaml:13:5: error: a fact needs 'expression'
   13 |   - {name: bare, for: team}
      |     ^~~~~~~~~~~~~~~~~~~~~~~
      hint: expression: the value; can read the facts defined before it
pack.yaml:13:5: error: a fact needs 'summary'
   13 |   - {name: bare, for: team}
      |     ^~~~~~~~~~~~~~~~~~~~~~~
      hint: summary: what the fact is, in one clause, with its unit
pack.yaml:14:5: error: a fact must be a mapping, not text
   14 |   - half
      |     ^~~~
      hint: write each field as 'name: value'; it needs name, for, expression, summary
pack.yaml:6:12: error: tool.annual_cost already exists
    6 |   - {name: annual_cost, for: tool, expression: 1, summary: S}
      |            ^~~~~~~~~~~
      hint: choose another name for the fact
pack.yaml:7:47: error: tool has no field 'fine'
    7 |   - {name: early, for: tool, expression: tool.fine, summary: S}
      |                                               ^~~~
      hint: see `martech-audit schema reference` for fields, `martech-audit rules list --facts` for facts
pack.yaml:9:12: error: tool.fine already exists, a fact of pack 'test'
    9 |   - {name: fine, for: tool, expression: 2, summary: S}
      |            ^~~~
      hint: choose another name for the fact
pack.yaml:10:36: error: unknown type 'flaot'
   10 |   - {name: wrong, for: tool, type: flaot, expression: true, summary: S}
      |                                    ^~~~~
      hint: write bool, int, double, string, timestamp, duration, a kind of entity, list(…) or map(…, …)
pack.yaml:11:56: error: fact 'other' is string by its type, but its expression gives int
   11 |   - {name: other, for: tool, type: string, expression: 3, summary: S}
      |                                                        ^
      hint: change the type, or leave it out
)");
}

TEST_CASE("Facts that go on from each other do not nest without end") {
  std::string facts = "facts:\n  - {name: a0, for: organisation, expression: \"[1]\", summary: S}\n";
  for (int i = 1; i <= 8; ++i)
    facts += "  - {name: a" + std::to_string(i) + ", for: organisation, expression: \"[org.a" +
             std::to_string(i - 1) + "]\", summary: S}\n";
  CHECK(faults(pack(rule("assert: true"), facts)) == R"(
pack.yaml:13:47: error: fact 'a8' has lists or maps nested more than 8 deep
   13 |   - {name: a8, for: organisation, expression: "[org.a7]", summary: S}
      |                                               ^~~~~~~~~~
      hint: make a flat list
)");
}
