// What a configuration says beside options: rules, parameters, thresholds, waivers and their policy.
#include "config/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "support/catch.h"

namespace martech_audit::tests::config {
namespace {

const options::Keys& no_keys() {
  static const options::Command program{};
  static const options::Keys keys(program);
  return keys;
}

std::string in_words(const RuleSetting& setting) {
  std::string text = fmt::format("{}:", setting.rule);
  if (setting.enabled) text += *setting.enabled ? " on" : " off";
  if (setting.severity) text += fmt::format(" {}", name(*setting.severity));
  if (setting.weight) text += fmt::format(" weight {}", *setting.weight);
  return fmt::format("{} (line {})\n", text, setting.where.source->position(setting.where.begin).line);
}

std::string in_words(const ParamSetting& setting) {
  return fmt::format("{}.{} = {}{}{}\n", setting.pack, setting.name, setting.value,
                     setting.category.empty() ? "" : " for ", setting.category);
}

// What was read, one setting a line, then what is wrong with it.
std::string read(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("c.yaml", yaml);
  const std::optional<Config> config = read_config(source, "", no_keys(), diagnostics);
  std::string text;
  if (config && !diagnostics.has_errors()) {
    for (const RuleSetting& setting : config->rules) text += in_words(setting);
    for (const ParamSetting& setting : config->params) text += in_words(setting);
    const WaiverPolicy& policy = config->waiver_policy;
    if (config->waiver_policy_at)
      text += fmt::format("approved by {}, {} days\n", fmt::join(policy.approved_by, ", "),
                          policy.max_days.value_or(0));
    if (!config->waivers.empty()) text += "waivers\n";
  }
  for (const Diagnostic& one : diagnostics.all()) {
    const Position at = one.where.source->position(one.where.begin);
    text += fmt::format("{}:{}: {}: {} ({})\n", at.line, at.column, name(one.level), one.message, one.hint);
  }
  return text;
}

TEST_CASE("rules are switched, weighed and made graver by one word or several") {
  CHECK(read("rules:\n"
             "  a: off\n"
             "  b: on\n"
             "  c: false\n"
             "  d: low\n"
             "  e: {severity: critical, weight: 0}\n"
             "  f: {enabled: true}\n") ==
        "a: off (line 2)\nb: on (line 3)\nc: off (line 4)\nd: low (line 5)\ne: critical weight 0 (line 6)\n"
        "f: on (line 7)\n");
}

TEST_CASE("parameters are given by pack, and for tools of a category") {
  CHECK(read("params: {spend: {target_active: 0.6, strict: true}}\n"
             "thresholds: {crm: {spend: {target_active: 0.8}}}\n") ==
        "spend.target_active = 0.6\nspend.strict = true\nspend.target_active = 0.8 for crm\n");
}

TEST_CASE("a policy of waivers names one approver or several") {
  CHECK(read("waiver_policy: {approved_by: cfo, max_days: 90}\nwaivers: []\n") ==
        "approved by cfo, 90 days\nwaivers\n");
  CHECK(read("waiver_policy: {approved_by: [cfo, head-of-it]}\n") == "approved by cfo, head-of-it, 0 days\n");
}

TEST_CASE("faults of settings are reported where they stand") {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"rules: off\n",
       "1:8: error: 'rules' must be a mapping, not text (write, for instance, rules: {unused-licences: "
       "off})\n"},
      {"rules: {a: maybe, b: [off], c: }\n",
       "1:12: error: the setting of rule 'a' cannot be 'maybe' (write on, off, a severity, or {severity: "
       "low, weight: "
       "5})\n"
       "1:22: error: the setting of rule 'b' cannot be a list (write on, off, a severity, or {severity: low, "
       "weight: "
       "5})\n"
       "1:31: error: the setting of rule 'c' is empty (write on, off, a severity, or {severity: low, weight: "
       "5})\n"},
      {"rules: {a: {severity: hihg, weight: 9000, enabled: perhaps, wieght: 3}}\n",
       "1:23: error: unknown severity 'hihg' (did you mean 'high'?)\n"
       "1:37: error: 'weight' must be a whole number from 0 to 1000 (write a number such as 30, without "
       "quotes)\n"
       "1:52: error: 'enabled' must be true or false (write true or false, without quotes)\n"
       "1:61: error: unknown field 'wieght' of a rule's setting (did you mean 'weight'?)\n"},
      {"params: {spend: 3}\n",
       "1:17: error: 'spend' must be a mapping, not text (write, for instance, params: {contracts: "
       "{lead_days: "
       "90}})\n"},
      {"thresholds: {crn: {spend: {target_active: }}}\n",
       "1:14: warning: 'crn' is not a known category (did you mean 'crm'?)\n"
       "1:42: error: 'target_active' must be text, not nothing (write one text, in quotes if it starts with "
       "'[')\n"},
      {"waiver_policy: {approved_by: [], max_days: 0, by: cfo}\n",
       "1:30: error: 'approved_by' is empty (write approved_by: [cfo, head-of-it])\n"
       "1:44: error: 'max_days' must be a whole number from 1 to 36500 (write a number such as 30, without "
       "quotes)\n"
       "1:47: error: unknown field 'by' of the waiver policy (one of: approved_by, max_days)\n"},
      {"rles: {}\nparams:\n",
       "1:1: error: unknown field 'rles' of the configuration (did you mean 'rules'?)\n"
       "2:1: error: 'params' is empty (give it a value, or leave the line out)\n"}};
  for (const auto& [yaml, message] : faults) {
    INFO(yaml);
    CHECK(read(yaml) == message);
  }
}

TEST_CASE("of a setting nobody can use nothing is kept beyond the faults that are shown") {
  std::string yaml = "rules:\n";
  for (int i = 0; i < 300; ++i) yaml += fmt::format("  rule-{}: maybe\n", i);
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("c.yaml", yaml);
  CHECK(read_config(source, "", no_keys(), diagnostics)->rules.size() == max_shown_diagnostics - 1);
  CHECK(diagnostics.errors() == 300);
}

TEST_CASE("the schema has the settings as they are read") {
  const auto schema = nlohmann::json::parse(config_schema(no_keys()));
  CHECK(schema["additionalProperties"] == false);
  std::string keys;
  for (const auto& [key, value] : schema["properties"].items()) keys += key + " ";
  CHECK(keys == "params rules thresholds waiver_policy waivers ");
  const nlohmann::json rule = schema["properties"]["rules"]["additionalProperties"]["anyOf"];
  CHECK(rule[0].dump() == R"({"enum":["on","off","critical","high","medium","low","info"]})");
  CHECK(rule[1].dump() == R"({"type":"boolean"})");
  CHECK(rule[2]["properties"]["weight"]["maximum"] == 1000);
  const nlohmann::json value = schema["properties"]["params"]["additionalProperties"]["additionalProperties"];
  CHECK(value.dump() == R"({"type":["boolean","number","string"]})");
  CHECK(schema["properties"]["thresholds"]["additionalProperties"]["additionalProperties"]
              ["additionalProperties"] == value);
  CHECK(schema["properties"]["waivers"]["items"]["required"].dump() ==
        R"(["rule","entity","reason","owner","expires"])");
}

}  // namespace
}  // namespace martech_audit::tests::config
