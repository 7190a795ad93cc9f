// What is wrong with a pack, as its author sees it.
#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string faults_of(const std::vector<PackDocument>& packs) {
  Diagnostics diagnostics;
  CHECK_FALSE(load_packs(packs, {.rules = {}, .params = {}, .facts = all_facts()}, diagnostics));
  return "\n" + render(diagnostics);
}

}  // namespace

TEST_CASE("A pack is read as it is written") {
  const RuleSet rules = load(R"(pack: licences
version: 1.2.0
title: Licences
about: Whether what is paid for is used
dimensions: [comfort]
params:
  target: {type: double, default: 0.9, min: 0, max: 1, about: Share of seats, source: house default}
rules:
  - id: unused
    title: Seats not used
    dimension: comfort
    for: tool
    severity: high
    severity_when: {low: tool.id == "x", critical: tool.id == "y"}
    effort: low
    when: tool.status == "active"
    assert: >-
      tool.usage.active >=
      tool.seats.purchased
    degree: 1.0 - params.target
    money: {recoverable: {amount: tool.annual_cost, actionable_from: tool.action_by}, exposed: 12}
    at: tool.seats
    message: "{tool.name}"
    why: Waste
    fix: Stop
    origin: An idea
    references: [Zylo, Gartner]
    since: 1.1.0
    former_ids: [old-name]
)");
  REQUIRE(rules.rules().size() == 1);
  const Rule& rule = rules.rules()[0];
  CHECK(rule.id == "unused");
  CHECK(rule.pack == "licences");
  CHECK(rule.dimension == "comfort");
  CHECK(rule.scope == EntityKind::tool);
  CHECK(rule.severity == Severity::high);
  CHECK(rule.effort == Effort::low);
  CHECK(rule.weight == 30);
  CHECK(rule.condition == "tool.usage.active >= tool.seats.purchased");
  REQUIRE(rule.severity_when.size() == 2);
  CHECK(rule.severity_when[0].first == Severity::critical);
  REQUIRE(rule.money.size() == 2);
  CHECK(rule.money[0].actionable_from == "tool.action_by");
  CHECK(rule.money[1].amount == "12");
  CHECK(rule.references == std::vector<std::string>{"Zylo", "Gartner"});
  CHECK(rule.where.source->position(rule.where.begin).line == 9);
  const RulePack& pack = rules.pack_of(rule);
  CHECK(pack.about == "Whether what is paid for is used");
  REQUIRE(pack.params.size() == 1);
  CHECK(pack.params[0].value.as_real() == 0.9);
  CHECK(pack.params[0].max == 1.0);
  CHECK(rules.find("old-name") == rules.find("unused"));
  CHECK(rules.find("nothing") == nullptr);
}

TEST_CASE("A rule needs its fields") {
  CHECK(faults("pack: p\nrules:\n  - id: a\n    title: A\n") == R"(
pack.yaml:3:5: error: a rule needs 'dimension'
    3 |   - id: a
      |     ^~
      hint: dimension: score dimension of the rule
pack.yaml:3:5: error: a rule needs 'for'
    3 |   - id: a
      |     ^~
      hint: for: kind of entity the rule checks: tool, objective, organisation, …
pack.yaml:3:5: error: a rule needs 'severity'
    3 |   - id: a
      |     ^~
      hint: severity: info, low, medium, high or critical; the weight follows from it
pack.yaml:3:5: error: a rule needs 'assert'
    3 |   - id: a
      |     ^~
      hint: assert: what should be true; false gives a finding
pack.yaml:3:5: error: a rule needs 'message'
    3 |   - id: a
      |     ^~
      hint: message: the finding in one clause; {expression} is replaced by its value
pack.yaml:3:5: error: a rule needs 'why'
    3 |   - id: a
      |     ^~
      hint: why: why the pattern matters
pack.yaml:3:5: error: a rule needs 'fix'
    3 |   - id: a
      |     ^~
      hint: fix: what to do about it
pack.yaml:1:1: error: a pack needs 'version'
    1 | pack: p
      | ^~~~
      hint: version: version of the pack; change it when the meaning changes
pack.yaml:1:1: error: a pack needs 'title'
    1 | pack: p
      | ^~~~
      hint: title: short title of the pack
)");
}

TEST_CASE("Unknown fields are faults, with a guess at what was meant") {
  CHECK(faults(pack(rule("asert: 'true'\nserverity_when: {high: 'true'}\ncolour: red"), "titel: x\n")) ==
        R"(
pack.yaml:4:1: error: unknown field 'titel' of a pack
    4 | titel: x
      | ^~~~~
      hint: did you mean 'title'?
pack.yaml:7:5: error: unknown field 'asert' of a rule
    7 |     asert: 'true'
      |     ^~~~~
      hint: did you mean 'assert'?
pack.yaml:8:5: error: unknown field 'serverity_when' of a rule
    8 |     serverity_when: {high: 'true'}
      |     ^~~~~~~~~~~~~~
      hint: did you mean 'severity_when'?
pack.yaml:9:5: error: unknown field 'colour' of a rule
    9 |     colour: red
      |     ^~~~~~
      hint: one of: id, title, dimension, for, severity, severity_when, effort, act, lane, weight, when, variables, assert, degree, money, spend, explained_by, into, at, message, why, fix, origin, references, since, former_ids, optional, replaces
)");
}

TEST_CASE("Words must be ones that packs know") {
  CHECK(faults(pack(rule("for: tols\nseverity: hihg\neffort: much\ndimension: spendings\n"
                         "severity_when: {sever: 'true'}\nmoney: {waste: '1', at-risk: '2'}"))) == R"(
pack.yaml:6:10: error: unknown scope 'tols'
    6 |     for: tols
      |          ^~~~
      hint: one of: organisation, objective, kpi, budget, team, person, forum, training, channel, capability, dataset, process, initiative, integration, roadmap, tool, ledger
pack.yaml:7:15: error: unknown severity 'hihg'
    7 |     severity: hihg
      |               ^~~~
      hint: did you mean 'high'?
pack.yaml:8:13: error: unknown effort 'much'
    8 |     effort: much
      |             ^~~~
      hint: one of: low, medium, high
pack.yaml:10:21: error: unknown severity 'sever'
   10 |     severity_when: {sever: 'true'}
      |                     ^~~~~
      hint: one of: info, low, medium, high, critical
pack.yaml:11:13: error: unknown class of money 'waste'
   11 |     money: {waste: '1', at-risk: '2'}
      |             ^~~~~
      hint: one of: recoverable, at_risk, exposed, opportunity
pack.yaml:11:25: error: unknown class of money 'at-risk'
   11 |     money: {waste: '1', at-risk: '2'}
      |                         ^~~~~~~
      hint: did you mean 'at_risk'?
pack.yaml:9:16: error: unknown dimension 'spendings'
    9 |     dimension: spendings
      |                ^~~~~~~~~
      hint: one of: agility, contracts, data, experience, governance, innovation, measurement, people, spend, strategy
)");
}

TEST_CASE("Values must be of their kind") {
  CHECK(faults("pack: test\nversion: 1\ntitle: Test\nrules:\n" +
               rule("title: [a]\nwhy:\nfix: '  '\nweight: -1\noptional: maybe\nsince: '1.0'\nreferences: {a: "
                    "b}")) == R"(
pack.yaml:2:10: error: '1' is not a version
    2 | version: 1
      |          ^
      hint: write three numbers: 1.0.0
pack.yaml:6:12: error: 'title' must be text, not a list
    6 |     title: [a]
      |            ^~~
      hint: write one text, in quotes if it starts with '['
pack.yaml:7:5: error: 'why' is empty
    7 |     why:
      |     ^~~
      hint: give it a value, or leave the line out
pack.yaml:8:10: error: 'fix' is empty
    8 |     fix: '  '
      |          ^~~~
      hint: give it a value, or leave the line out
pack.yaml:9:13: error: 'weight' must be a whole number from 0 to 1000
    9 |     weight: -1
      |             ^~
      hint: write a number such as 30, without quotes
pack.yaml:10:15: error: 'optional' must be true or false
   10 |     optional: maybe
      |               ^~~~~
      hint: write true or false, without quotes
pack.yaml:11:12: error: '1.0' is not a version
   11 |     since: '1.0'
      |            ^~~~~
      hint: write three numbers: 1.0.0
pack.yaml:12:17: error: a reference must be text, or name a benchmark
   12 |     references: {a: b}
      |                 ^~~~~~
      hint: write a text in quotes, or {benchmark: its-id}
)");
}

TEST_CASE("Ids are lower case, and only once") {
  CHECK(faults(pack(rule("", "Not An Id") + rule("", "twice") + rule("", "twice"))) == R"(
pack.yaml:5:9: error: 'Not An Id' is not an id: only a-z, 0-9 and '-', with no '-' in front
    5 |   - id: Not An Id
      |         ^~~~~~~~~
      hint: write 'not-an-id'
pack.yaml:23:9: error: rule 'twice' already exists
   23 |   - id: twice
      |         ^~~~~
      hint: use another id, or add 'replaces: true' to replace the first
)");
}

TEST_CASE("Expressions are checked against the model, and faults shown where they stand") {
  CHECK(faults(pack(rule(R"(when: tool.seats.bougt > 1
assert: >-
  tool.status == "active" &&
  tool.usge.active > 2
degree: tool.seats.purchased
money: {exposed: tool.name, at_risk: {amount: tool.annual_cots, actionable_from: tool.name}}
severity_when: {high: tool.name}
message: "{tool.nam} and \"{objective.title}\"")"))) == R"(
pack.yaml:6:22: error: tool.seats has no field 'bougt'
    6 |     when: tool.seats.bougt > 1
      |                      ^~~~~
      hint: one of: purchased, assigned, planned, planned_by, contract_minimum
pack.yaml:9:12: error: tool has no field 'usge'
    9 |       tool.usge.active > 2
      |            ^~~~
      hint: did you mean 'usage'?
pack.yaml:10:13: error: expected double, this is int
   10 |     degree: tool.seats.purchased
      |             ^~~~~~~~~~~~~~~~~~~~
      hint: write a share such as 0.5; of whole numbers, double(a) / double(b)
pack.yaml:12:27: error: expected bool, this is string
   12 |     severity_when: {high: tool.name}
      |                           ^~~~~~~~~
      hint: write a condition, such as tool.seats.assigned > 0 or has(tool.owner)
pack.yaml:11:22: error: an amount must be a number, not string
   11 |     money: {exposed: tool.name, at_risk: {amount: tool.annual_cots, actionable_from: tool.name}}
      |                      ^~~~~~~~~
      hint: write an amount, such as tool.annual_cost
pack.yaml:11:56: error: tool has no field 'annual_cots'
   11 |     money: {exposed: tool.name, at_risk: {amount: tool.annual_cots, actionable_from: tool.name}}
      |                                                        ^~~~~~~~~~~
      hint: did you mean 'annual_cost'?
pack.yaml:11:86: error: expected google.protobuf.Timestamp, this is string
   11 |     money: {exposed: tool.name, at_risk: {amount: tool.annual_cots, actionable_from: tool.name}}
      |                                                                                      ^~~~~~~~~
      hint: write a date, such as tool.action_by or as_of + days(30)
pack.yaml:13:21: error: tool has no field 'nam'
   13 |     message: "{tool.nam} and \"{objective.title}\""
      |                     ^~~
      hint: did you mean 'name'?
pack.yaml:13:33: error: undeclared name 'objective'
   13 |     message: "{tool.nam} and \"{objective.title}\""
      |                                 ^~~~~~~~~
      hint: one of: org, params, as_of, tool
)");
}

TEST_CASE("What is unfinished, or named like nothing there is, says how to go on") {
  CHECK(faults(pack(rule(R"(for: tol
assert: tool.seats.purchased >)") +
                    rule(R"(when: tool.seats.purchased >
assert: tool.sunshine == 1
message: "{tool.name} {}"
degree: "{a"
at: tool.sunshine
explained_by: sunshine)",
                         "b") +
                    rule("message: '{frobnicate(tool)}'\nwhen: not tool.ramping", "c"))) == R"(
pack.yaml:6:10: error: unknown scope 'tol'
    6 |     for: tol
      |          ^~~
      hint: did you mean 'tool'?
pack.yaml:20:19: error: unknown rule 'sunshine'
   20 |     explained_by: sunshine
      |                   ^~~~~~~~
      hint: one of: a-rule, b, c
pack.yaml:15:33: error: expected an expression before the end
   15 |     when: tool.seats.purchased >
      |                                 ^
      hint: write what belongs after '>', or leave that out
pack.yaml:16:18: error: tool has no field 'sunshine'
   16 |     assert: tool.sunshine == 1
      |                  ^~~~~~~~
      hint: see `martech-audit schema reference` for fields, `martech-audit rules list --facts` for facts
pack.yaml:18:16: error: expected ':' after the key
   18 |     degree: "{a"
      |                ^
pack.yaml:19:14: error: tool has no field 'sunshine'
   19 |     at: tool.sunshine
      |              ^~~~~~~~
      hint: see `martech-audit schema reference`
pack.yaml:17:27: error: no expression between the braces
   17 |     message: "{tool.name} {}"
      |                           ^
      hint: write one, such as {tool.name}, or '{{}}' for literal braces
pack.yaml:29:15: error: expected an operator or the end here
   29 |     when: not tool.ramping
      |               ^~~~
      hint: write '!' for 'not'
pack.yaml:28:16: error: there is no function 'frobnicate'
   28 |     message: '{frobnicate(tool)}'
      |                ^~~~~~~~~~
      hint: see `martech-audit rules list --functions`
)");
}

TEST_CASE("A field that has words is never compared with another one") {
  CHECK(faults(pack(rule(R"(when: tool.status == "activ" || "seats" in tool.pricing.metrics
assert: >-
  tool.kind in ["business", "securty"] && org.integrations.exists(i, i.status != "brocken")
  && org.tools.exists(tool, tool.name == "any") && tool.name == "activ")"))) == R"(
pack.yaml:6:26: error: 'status' is never 'activ'
    6 |     when: tool.status == "activ" || "seats" in tool.pricing.metrics
      |                          ^~~~~~~
      hint: did you mean 'active'?
pack.yaml:6:37: error: 'metrics' is never 'seats'
    6 |     when: tool.status == "activ" || "seats" in tool.pricing.metrics
      |                                     ^~~~~~~
      hint: did you mean 'seat'?
pack.yaml:8:33: error: 'kind' is never 'securty'
    8 |       tool.kind in ["business", "securty"] && org.integrations.exists(i, i.status != "brocken")
      |                                 ^~~~~~~~~
      hint: did you mean 'security'?
pack.yaml:8:86: error: 'status' is never 'brocken'
    8 |       tool.kind in ["business", "securty"] && org.integrations.exists(i, i.status != "brocken")
      |                                                                                      ^~~~~~~~~
      hint: did you mean 'broken'?
)");
}

TEST_CASE("Templates must close") {
  CHECK(faults(pack(rule("message: 'costs {tool.annual_cost'") + rule("message: 'a } b'", "second"))) ==
        R"(
pack.yaml:6:21: error: '{' is not closed
    6 |     message: 'costs {tool.annual_cost'
      |                     ^
      hint: write '}' after the expression, or '{{' for a brace itself
pack.yaml:15:17: error: '}' without a matching '{'
   15 |     message: 'a } b'
      |                 ^
      hint: write '}}' for a brace itself
)");
}

TEST_CASE("at names a field of the entity") {
  CHECK(faults(pack(rule("at: tool.seets") + rule("at: seats", "b") + rule("at: tool.name.x", "c") +
                    rule("at: tool.objectives.id", "d") + rule("at: tool", "e") +
                    rule("at: tool.contract.end", "f"))) == R"(
pack.yaml:6:14: error: tool has no field 'seets'
    6 |     at: tool.seets
      |              ^~~~~
      hint: did you mean 'seats'?
pack.yaml:16:9: error: 'at' must start with 'tool', the entity of the rule
   16 |     at: seats
      |         ^~~~~
      hint: write 'tool.<field>'
pack.yaml:26:19: error: 'name' has no fields
   26 |     at: tool.name.x
      |                   ^
      hint: leave '.x' out
pack.yaml:36:25: error: 'objectives' has no fields
   36 |     at: tool.objectives.id
      |                         ^~
      hint: leave '.id' out
pack.yaml:56:23: error: contract has no field 'end'
   56 |     at: tool.contract.end
      |                       ^~~
      hint: did you mean 'ends'?
)");
}

TEST_CASE("Explanations are rules about the same entities") {
  CHECK(faults(pack(rule("explained_by: [shelfwear, itself, teams]", "itself") + rule("", "shelfware") +
                    rule("for: team", "teams"))) == R"(
pack.yaml:6:20: error: unknown rule 'shelfwear'
    6 |     explained_by: [shelfwear, itself, teams]
      |                    ^~~~~~~~~
      hint: did you mean 'shelfware'?
pack.yaml:6:31: error: a rule cannot explain itself
    6 |     explained_by: [shelfwear, itself, teams]
      |                               ^~~~~~
      hint: leave it out, or name the rule that explains it
pack.yaml:6:39: error: 'teams' is for team, and only a finding on the same tool can explain this one
    6 |     explained_by: [shelfwear, itself, teams]
      |                                       ^~~~~
      hint: name a rule for tool, or leave it out
)");
}

TEST_CASE("Parameters have a type, a default that fits, and a source") {
  CHECK(faults(pack(rule(""), R"(params:
  Bad-Name: {type: int, default: 1, about: a, source: b}
  word: {type: text, default: 1, about: a, source: b}
  share: {type: double, default: 1.5, min: 0, max: 1, about: a, source: b}
  count: {type: int, default: 1.5, about: a, source: b}
  flag: {type: bool, default: yes, min: 0, about: a, source: b}
  range: {type: int, default: 2, min: 3, max: 1, about: a, source: b}
  bare: {type: int}
)")) == R"(
pack.yaml:5:3: error: 'Bad-Name' is not a name for a parameter: only a-z, 0-9 and '_', with no digit in front
    5 |   Bad-Name: {type: int, default: 1, about: a, source: b}
      |   ^~~~~~~~
      hint: write 'bad_name'
pack.yaml:6:16: error: unknown type 'text'
    6 |   word: {type: text, default: 1, about: a, source: b}
      |                ^~~~
      hint: one of: bool, double, int, string
pack.yaml:11:9: error: a parameter needs 'about'
   11 |   bare: {type: int}
      |         ^~~~~~~~~~~
      hint: about: what the threshold means, with its unit
pack.yaml:7:34: error: 1.5 is above the maximum, 1
    7 |   share: {type: double, default: 1.5, min: 0, max: 1, about: a, source: b}
      |                                  ^~~
      hint: change the default or the bound
pack.yaml:8:31: error: the default of 'count' must be a whole number, not '1.5'
    8 |   count: {type: int, default: 1.5, about: a, source: b}
      |                               ^~~
      hint: change the default or the type
pack.yaml:9:36: error: 'min' does not apply to a bool
    9 |   flag: {type: bool, default: yes, min: 0, about: a, source: b}
      |                                    ^~~
      hint: leave it out
pack.yaml:9:31: error: the default of 'flag' must be true or false, not 'yes'
    9 |   flag: {type: bool, default: yes, min: 0, about: a, source: b}
      |                               ^~~
      hint: change the default or the type
pack.yaml:10:39: error: 'min' is greater than 'max'
   10 |   range: {type: int, default: 2, min: 3, max: 1, about: a, source: b}
      |                                       ^
      hint: swap the two
pack.yaml:10:31: error: 2 is below the minimum, 3
   10 |   range: {type: int, default: 2, min: 3, max: 1, about: a, source: b}
      |                               ^
      hint: change the default or the bound
pack.yaml:11:9: error: a parameter needs 'default'
   11 |   bare: {type: int}
      |         ^~~~~~~~~~~
      hint: default: the default value
pack.yaml:11:9: error: a parameter needs 'source'
   11 |   bare: {type: int}
      |         ^~~~~~~~~~~
      hint: source: publisher, edition and year of the number; or 'house default'
)");
}

TEST_CASE("A pack must be a mapping") {
  CHECK(faults("[a]\n") == R"(
pack.yaml:1:1: error: a pack must be a mapping, not a list
    1 | [a]
      | ^~~
      hint: write each field as 'name: value'; it needs pack, version, title, rules
)");
}

TEST_CASE("A merge key is one fault, the document's") {
  Diagnostics diagnostics;
  const auto merging = read_document(source("pack.yaml", pack(rule("<<: {title: T}"))), diagnostics);
  REQUIRE(merging);
  const PackDocument packs[] = {{*merging, false}};
  CHECK(load_packs(packs, {.rules = {}, .params = {}, .facts = all_facts()}, diagnostics));
  CHECK("\n" + render(diagnostics) == R"(
pack.yaml:6:5: error: merge keys ('<<') are not supported
    6 |     <<: {title: T}
      |     ^~
      hint: write the members out, or use an alias for the whole value
)");
}

TEST_CASE("A later pack may replace a rule when it says so") {
  const std::string first = pack(rule("severity: low", "same") + rule("", "other"));
  const std::string replacing = "pack: mine\nversion: 1.0.0\ntitle: Mine\nrules:\n" +
                                rule("severity: critical\nreplaces: true", "same");
  const PackDocument packs[] = {{document("first.yaml", first), true},
                                {document("mine.yaml", replacing), false}};
  Diagnostics diagnostics;
  const auto rules = load_packs(packs, {.rules = {}, .params = {}, .facts = all_facts()}, diagnostics);
  REQUIRE(rules);
  REQUIRE(rules->rules().size() == 2);
  CHECK(rules->rules()[0].id == "other");
  CHECK(rules->rules()[1].id == "same");
  CHECK(rules->rules()[1].pack == "mine");
  CHECK(rules->packs()[0].rules.size() == 1);
  CHECK(rules->packs()[0].built_in);
}

TEST_CASE("What replaces nothing, or repeats, is a fault") {
  const std::string first =
      pack(rule("", "same") + rule("replaces: true", "lonely") + rule("replaces: true", "same"));
  const std::string second = "pack: mine\nversion: 1.0.0\ntitle: Mine\nrules:\n" + rule("", "same");
  CHECK(faults_of({{document("first.yaml", first), true}, {document("second.yaml", second), false}}) == R"(
first.yaml:14:9: error: 'lonely' does not replace a rule of an earlier pack
   14 |   - id: lonely
      |         ^~~~~~
      hint: name a rule of an earlier pack, or leave 'replaces' out
first.yaml:24:9: error: rule 'same' already exists
   24 |   - id: same
      |         ^~~~
      hint: use another id, or add 'replaces: true' to replace the first
second.yaml:5:9: error: rule 'same' already exists
    5 |   - id: same
      |         ^~~~
      hint: use another id, or add 'replaces: true' to replace the first
)");
}

TEST_CASE("Two packs of one name are one fault, whatever their rules are called") {
  const std::string text = pack(rule("", "same") + rule("replaces: true", "other"));
  const std::string first = pack(rule("", "same") + rule("", "other"));
  CHECK(faults_of({{document("first.yaml", first), true}, {document("second.yaml", text), false}}) == R"(
second.yaml:1:7: error: another pack is also called 'test', a built-in one
    1 | pack: test
      |       ^~~~
      hint: choose another name; to replace a rule, use 'replaces: true'
first.yaml:1:7: note: the first 'test' is here
    1 | pack: test
      |       ^~~~
)");
  CHECK(faults_of({{document("first.yaml", first), false}, {document("second.yaml", text), false}}) == R"(
second.yaml:1:7: error: another pack is also called 'test'
    1 | pack: test
      |       ^~~~
      hint: choose another name; to replace a rule, use 'replaces: true'
first.yaml:1:7: note: the first 'test' is here
    1 | pack: test
      |       ^~~~
)");
}
