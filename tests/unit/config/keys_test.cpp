// Keys of the configuration that stand for options, with options of every kind.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/config.h"
#include "support/catch.h"

namespace martech_audit::tests::config_keys {
namespace {

using options::Command;
using options::Option;
using options::Row;
using options::Stricter;

struct Settings {
  std::string oven;
  std::optional<double> heat;
  std::optional<int> minutes;
  std::vector<std::string> toppings;
  std::vector<std::string> recipes;
  std::string day;
  bool cold = false;
};

std::vector<std::string_view> ovens() { return {"electric", "gas"}; }

constexpr std::array rows{
    Row{Option::word("oven", "OVEN", "Oven", ovens).with_key("gate", "oven"), &Settings::oven},
    Row{Option::number("heat", "DEGREES", "Heat", 0, 300).with_key("gate", "heat", Stricter::lower),
        &Settings::heat},
    Row{Option::count("minutes", "N", "Minutes", 1, 600).with_key("", "minutes"), &Settings::minutes},
    Row{Option::text("topping", "TOPPING", "Topping").with_key("", "toppings"), &Settings::toppings},
    Row{Option::path("recipe", "FILE", "Recipe").with_key("", "recipes"), &Settings::recipes},
    Row{Option::date("day", "DATE", "Day").with_key("", "day"), &Settings::day},
    Row{Option::flag("cold", "Cold").with_key("gate", "cold", Stricter::on), &Settings::cold},
};

const options::Keys& keys() {
  static Settings settings;
  static const Command program = [] {
    Command made{"bake", "Bakes."};
    made.values.add<Settings>(rows, settings);
    return made;
  }();
  static const options::Keys all(program);
  return all;
}

// The options that were set, then what is wrong.
std::string read(const std::string& yaml, const std::string& folder = "") {
  Diagnostics diagnostics;
  const auto source = std::make_shared<const Source>("c.yaml", yaml);
  const std::optional<Config> config = read_config(source, folder, keys(), diagnostics);
  std::string text = config ? "" : "no configuration\n";
  if (config) {
    for (const Config::OptionValue& value : config->options) {
      text += fmt::format("--{}", value.option->name);
      for (const auto& item : value.items)
        text += fmt::format(" {}{}", item.text, item.text == item.written ? "" : " (" + item.written + ")");
      text += "\n";
    }
  }
  for (const Diagnostic& one : diagnostics.all()) {
    const Position at = one.where.source->position(one.where.begin);
    text += fmt::format("{}:{}: {}{}\n", at.line, at.column, one.message,
                        one.hint.empty() ? "" : " (" + one.hint + ")");
  }
  return text;
}

TEST_CASE("a key gives its option what the command line would") {
  CHECK(read("gate: {oven: gas, heat: 180.5, cold: true}\nminutes: 45\n") ==
        "--oven gas\n--heat 180.5\n--cold true\n--minutes 45\n");
  CHECK(read("gate: {cold: false}\n") == "--cold false\n");
  CHECK(read("toppings: [cherry, 'whipped cream']\n") == "--topping cherry whipped cream\n");
  CHECK(read("toppings: cherry\n") == "--topping cherry\n");
  CHECK(read("toppings: []\n") == "");
  CHECK(read("day: 2026-11-23\n") == "--day 2026-11-23\n");
}

TEST_CASE("a path is one from the folder of the file") {
  CHECK(read("recipes: [a.yaml, sub/b.yaml, ../c.yaml, /d.yaml, ./e.yaml]\n", "kitchen/recipes") ==
        "--recipe kitchen/recipes/a.yaml (a.yaml) kitchen/recipes/sub/b.yaml (sub/b.yaml) kitchen/c.yaml "
        "(../c.yaml) "
        "/d.yaml kitchen/recipes/e.yaml (./e.yaml)\n");
  CHECK(read("recipes: a.yaml\n", "") == "--recipe a.yaml\n");
}

TEST_CASE("what is no value of an option is refused where it stands") {
  CHECK(read("gate: {cold: maybe}\n") ==
        "1:14: 'cold' must be true or false (write true or false, without quotes)\n");
  CHECK(read("gate: {oven: [gas]}\n") ==
        "1:14: 'oven' must be text, not a list (write one text, in quotes if it starts with '[')\n");
  CHECK(
      read("gate: {oven: {a: 1}}\n") ==
      "1:14: 'oven' must be text, not a mapping (put it in quotes if it contains ': ' or starts with '{')\n");
  CHECK(read("minutes: ''\n") == "1:10: 'minutes' is empty (give it a value, or leave the line out)\n");
  CHECK(read("minutes:\n") == "1:1: 'minutes' is empty (give it a value, or leave the line out)\n");
  CHECK(read("gate: {heat: }\n") == "1:8: 'heat' is empty (give it a value, or leave the line out)\n");
  CHECK(read("toppings: [cherry, [a]]\n").find("1:20: ") != std::string::npos);
}

TEST_CASE("keys that there are not are refused, with the one that was meant") {
  CHECK(read("minute: 3\n") ==
        "1:1: unknown field 'minute' of the configuration (did you mean 'minutes'?)\n");
  CHECK(read("gate: {ovn: gas}\n") == "1:8: unknown field 'ovn' of the gate (did you mean 'oven'?)\n");
  CHECK(read("oven: gas\n").starts_with("1:1: unknown field 'oven' of the configuration ("));
  CHECK(read("gate: {minutes: 3}\n").starts_with("1:8: unknown field 'minutes' of the gate ("));
  CHECK(read("gate: gas\n") ==
        "1:7: 'gate' must be a mapping, not text (write its keys below it: oven, heat, cold)\n");
  CHECK(read("minutes: 1\nminutes: 2\n").find("key 'minutes' is given twice") != std::string::npos);
}

TEST_CASE("a file without a key asks for nothing; one that is no mapping is refused") {
  CHECK(read("") == "");
  CHECK(read("# minutes: 3\n\n   # gate: {oven: gas}\n") == "");
  CHECK(read("[minutes]\n") ==
        "1:1: a configuration must be a mapping, not a list (write keys as 'name: value')\n");
  CHECK(read("minutes\n") ==
        "1:1: a configuration must be a mapping, not text (write keys as 'name: value')\n");
  CHECK(read("minutes: [1\n").starts_with("no configuration\n1:10: '[' opened here is never closed"));
}

TEST_CASE("other keys are read beside a wrong one") {
  CHECK(read("minutes: 5\nfoo: 1\ngate: {oven: gas, bar: 2}\n") ==
        "--minutes 5\n--oven gas\n"
        "2:1: unknown field 'foo' of the configuration (one of: gate, rules, params, thresholds, "
        "waiver_policy, "
        "waivers, minutes, toppings, recipes, day)\n"
        "3:19: unknown field 'bar' of the gate (one of: oven, heat, cold)\n");
}

}  // namespace
}  // namespace martech_audit::tests::config_keys
