#include <vector>

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

const std::string two_rules =
    pack(rule("severity: medium\nseverity_when: {critical: 'true'}\nassert: 'false'", "first") +
             rule("severity: low\nweight: 7\nformer_ids: [old]\nassert: params.least > 3", "second"),
         "params:\n  least: {type: int, default: 3, min: 1, max: 9, about: a, source: b}\n"
         "  word: {type: string, default: x, about: a, source: b}\n");

std::string with(std::vector<RuleSetting> rules, std::vector<ParamSetting> params = {}) {
  return faults(two_rules, {.rules = rules, .params = params, .facts = {}});
}

}  // namespace

TEST_CASE("A rule that is off is not in force, and still in its pack") {
  const std::vector<RuleSetting> off{{"first", false, {}, {}}};
  const RuleSet rules = load(two_rules, {.rules = off, .params = {}, .facts = {}});
  REQUIRE(rules.rules().size() == 1);
  CHECK(rules.rules()[0].id == "second");
  REQUIRE(rules.packs()[0].rules.size() == 2);
  CHECK_FALSE(rules.packs()[0].rules[0].enabled);
}

TEST_CASE("A severity set by the user holds for every finding, and the weight follows it") {
  const std::vector<RuleSetting> low{{"first", {}, Severity::low, {}},
                                     {"second", {}, Severity::critical, {}}};
  const RuleSet rules = load(two_rules, {.rules = low, .params = {}, .facts = {}});
  CHECK(rules.rules()[0].severity == Severity::low);
  CHECK(rules.rules()[0].severity_when.empty());
  CHECK(rules.rules()[0].weight == 10);
  CHECK(rules.rules()[1].weight == 7);
  CHECK(judged(two_rules, "tools: [{id: a, name: A}]\n", {.rules = low, .params = {}, .facts = {}}) == R"(
first: 0 not applicable
  a low gap of 1000000000: it failed
second: 0 not applicable
  a critical gap of 1000000000: it failed
)");
}

TEST_CASE("A weight set by the user goes before the pack's") {
  const std::vector<RuleSetting> weights{{"first", {}, {}, 0}, {"second", {}, {}, 99}};
  const RuleSet rules = load(two_rules, {.rules = weights, .params = {}, .facts = {}});
  CHECK(rules.rules()[0].weight == 0);
  CHECK(rules.rules()[1].weight == 99);
}

TEST_CASE("Parameters take the user's value, and remember the pack's") {
  const std::vector<ParamSetting> params{{"test", "least", "4"}, {"test", "word", "other text"}};
  const RuleSettings settings{.rules = {}, .params = params, .facts = {}};
  const RuleSet rules = load(two_rules, settings);
  const RulePack& pack = rules.packs()[0];
  CHECK(pack.params[0].value.as_integer() == 4);
  CHECK(pack.params[0].standard.as_integer() == 3);
  CHECK(pack.params[1].value.as_text() == "other text");
  CHECK(judged(two_rules, "tools: [{id: a, name: A}]\n", settings)
            .ends_with("second: 0 not applicable\n  a pass\n"));
}

TEST_CASE("Settings of what is not there are faults") {
  CHECK(with({{"frist", false, {}, {}}}) == R"(
error: unknown rule 'frist' in the settings
      hint: did you mean 'first'?
)");
  CHECK(with({{"first", {}, {}, 1001}}) == R"(
error: the weight of rule 'first' is set to 1001, and must be from 0 to 1000
)");
  CHECK(with({{"old", false, {}, {}}}) == R"(
warning: rule 'old' is now called 'second'
)");
  CHECK(with({}, {{"tset", "least", "4"}}) == R"(
error: unknown pack 'tset' in the setting of parameter 'least'
      hint: did you mean 'test'?
)");
  CHECK(with({}, {{"test", "lest", "4"}}) == R"(
error: pack 'test' has no parameter 'lest'
      hint: did you mean 'least'?
)");
  CHECK(
      with({},
           {{"test", "least", "4"}, {"test", "word", "x"}, {"test", "least", "4"}, {"test", "least", "5"}}) ==
      R"(
error: parameter 'least' of pack 'test' is set twice
      hint: keep one of its values
)");
  CHECK(with({}, {{"test", "least", "four"}}) == R"(
error: parameter 'least' of pack 'test': 'four' is not a whole number
)");
  CHECK(with({}, {{"test", "least", "10"}}) == R"(
error: parameter 'least' of pack 'test': 10 is above the maximum, 9
)");
}

TEST_CASE("A parameter takes what its type and bounds allow, both bounds included") {
  const std::string typed =
      pack(rule("assert: params.word == 'x'"),
           "params:\n  least: {type: int, default: 3, min: 1, max: 9, about: a, source: b}\n"
           "  share: {type: double, default: 0.5, min: 0, max: 1, about: a, source: b}\n"
           "  strict: {type: bool, default: true, about: a, source: b}\n"
           "  word: {type: string, default: x, about: a, source: b}\n");
  const auto set = [&](std::string_view name, std::string_view value) {
    const std::vector<ParamSetting> params{{"test", std::string(name), std::string(value)}};
    return faults(typed, {.rules = {}, .params = params, .facts = {}});
  };
  const auto refused = [](std::string_view name, std::string_view why) {
    return "\nerror: parameter '" + std::string(name) + "' of pack 'test': " + std::string(why) + "\n";
  };
  for (const char* value : {"1", "9", " 4 ", "5.0"}) {
    INFO(value);
    CHECK(set("least", value) == "\n");
  }
  CHECK(set("least", "0") == refused("least", "0 is below the minimum, 1"));
  CHECK(set("least", "10") == refused("least", "10 is above the maximum, 9"));
  CHECK(set("least", "4.5") == refused("least", "'4.5' is not a whole number"));
  CHECK(set("least", "") == refused("least", "'' is not a whole number"));
  CHECK(set("least", "true") == refused("least", "'true' is not a whole number"));
  CHECK(set("share", "0") == "\n");
  CHECK(set("share", "1") == "\n");
  CHECK(set("share", "1.01") == refused("share", "1.01 is above the maximum, 1"));
  CHECK(set("share", "-0.01") == refused("share", "-0.01 is below the minimum, 0"));
  CHECK(set("share", "half") == refused("share", "'half' is not a number"));
  CHECK(set("strict", "false") == "\n");
  CHECK(set("strict", "yes") == refused("strict", "'yes' is not true or false"));
  CHECK(set("word", "") == "\n");
  CHECK(set("word", "any, thing") == "\n");
}

TEST_CASE("A value for a category holds for its tools alone, beside the one for all") {
  const std::string seats =
      pack(rule("assert: tool.seats.purchased >= params.least"),
           "params:\n  least: {type: int, default: 3, min: 1, max: 9, about: a, source: b}\n");
  const std::vector<ParamSetting> params{{"test", "least", "5"}, {"test", "least", "2", "crm"}};
  CHECK(judged(seats,
               "tools:\n  - {id: a, name: A, category: crm, seats: {purchased: 2}}\n"
               "  - {id: b, name: B, category: cms, seats: {purchased: 4}}\n"
               "  - {id: c, name: C, seats: {purchased: 5}}\n",
               {.rules = {}, .params = params, .facts = {}}) == R"(
a-rule: 0 not applicable
  a pass
  b medium gap of 1000000000: it failed
  c pass
)");
  const std::vector<ParamSetting> twice{{"test", "least", "5", "crm"}, {"test", "least", "2", "crm"}};
  CHECK(faults(seats, {.rules = {}, .params = twice, .facts = {}}) == R"(
error: parameter 'least' of pack 'test' is set twice
      hint: keep one of its values
)");
  const std::vector<ParamSetting> wrong{{"test", "least", "0", "crm"}};
  CHECK(faults(seats, {.rules = {}, .params = wrong, .facts = {}}) == R"(
error: parameter 'least' of pack 'test': 0 is below the minimum, 1
)");
}

TEST_CASE("The weight of a rule is from 0 to 1000, and a later setting goes before an earlier one") {
  CHECK(with({{"first", {}, {}, 0}}) == "\n");
  CHECK(with({{"first", {}, {}, 1000}}) == "\n");
  CHECK(with({{"first", {}, {}, -1}}) == R"(
error: the weight of rule 'first' is set to -1, and must be from 0 to 1000
)");
  const std::vector<RuleSetting> both{
      {"first", false, {}, {}}, {"first", true, Severity::info, {}}, {"old", {}, {}, 3}};
  const RuleSet rules = [&] {
    Diagnostics diagnostics;
    return *load(two_rules, diagnostics, {.rules = both, .params = {}, .facts = {}});
  }();
  REQUIRE(rules.rules().size() == 2);
  CHECK(rules.rules()[0].severity == Severity::info);
  CHECK(rules.rules()[0].weight == 0);
  CHECK(rules.rules()[1].weight == 3);
}
