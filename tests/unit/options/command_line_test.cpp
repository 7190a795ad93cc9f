// Command lines and environments, and what they come to: values and who gave them, or the whole fault.
#include "options/command_line.h"

#include <cstdlib>

#include "bakery.h"
#include "support/catch.h"

namespace martech_audit::tests {
namespace {

std::string origin_name(options::Origin origin) {
  switch (origin) {
    case options::Origin::line:
      return "line";
    case options::Origin::environment:
      return "environment";
    default:
      return "elsewhere";
  }
}

// "bake: heat=180 (line)"
std::string in_words(const options::Line& line, const Command& root) {
  if (!line.fault.empty()) return "fault: " + line.fault;
  if (line.command == nullptr) return line.text;
  std::string text = std::string(line.command->name) + ":";
  for (const Command* of : {&root, static_cast<const Command*>(line.command)}) {
    for (const options::Value& value : of->values) {
      if (!value.is_given()) continue;
      text += " " + std::string(value.option().name) + "=";
      for (const std::string& each : value.texts())
        text += (&each == &value.texts().front() ? "" : "+") + each;
      text += " (" + origin_name(value.origin()) + ")";
    }
  }
  return text;
}

std::string understood(std::vector<const char*> words) {
  Command root = bakery();
  words.insert(words.begin(), "bakery");
  return in_words(options::understand(root, "bakery 1", words), root);
}

// The same with a variable that is gone afterwards.
std::string understood(const std::string& variable, const char* value, std::vector<const char*> words) {
  ::setenv(variable.c_str(), value, 1);
  std::string text = understood(std::move(words));
  ::unsetenv(variable.c_str());
  return text;
}

TEST_CASE("what a line says goes to the options") {
  CHECK(understood({"bake", "r"}) == "bake: recipe=r (line)");
  CHECK(understood({"-v", "bake", "r", "a", "b"}) ==
        "bake: verbose=true (line) recipe=r (line) cakes=a+b (line)");
  CHECK(understood({"bake", "r", "-v"}) == "bake: verbose=true (line) recipe=r (line)");
  CHECK(understood({"bake", "--oven", "wood", "r"}) == "bake: recipe=r (line) oven=wood (line)");
  CHECK(understood({"bake", "-o", "wood", "r"}) == "bake: recipe=r (line) oven=wood (line)");
  CHECK(understood({"bake", "r", "--heat=180.5"}) == "bake: recipe=r (line) heat=180.5 (line)");
  CHECK(understood({"bake", "--topping", "x", "r", "--topping", "y"}) ==
        "bake: recipe=r (line) topping=x+y (line)");
  CHECK(understood({"bake", "r", "--cold=false"}) == "bake: recipe=r (line) cold=false (line)");
  CHECK(understood({"bake", "--", "--cold"}) == "bake: recipe=--cold (line)");
  CHECK(understood({"stock", "list"}) == "list:");
  CHECK(understood({"--version"}) == "bakery 1\n");
}

TEST_CASE("what is wrong with a line is said, with what was probably meant") {
  CHECK(understood({}) == "fault: name a command; one of: bake, stock");
  CHECK(understood({"bkae"}) == "fault: 'bkae' is not a command; did you mean 'bake'?");
  CHECK(understood({"stock"}) == "fault: name a command of stock; one of: list, lend");
  CHECK(understood({"stock", "lsit"}) == "fault: 'lsit' is not a command of stock; did you mean 'list'?");
  CHECK(understood({"bake"}) == "fault: recipe is required");
  CHECK(understood({"bake", "r", "--ovn", "x"}) ==
        "fault: bake: unknown option '--ovn'; did you mean '--oven'?");
  CHECK(understood({"stock", "list", "x"}) == "fault: unexpected argument 'x'");
  CHECK(understood({"bake", "r", "--oven"}) == "fault: --oven needs a value");
  CHECK(understood({"bake", "--oven=", "r"}) ==
        "fault: --oven needs a value");  // and does not take "r" for it
  CHECK(understood({"bake", "r", "--oven", ""}) == "fault: --oven: cannot be empty");
  CHECK(understood({"bake", "r", "--oven", "wod"}) == "fault: --oven: cannot be 'wod'; did you mean 'wood'?");
  CHECK(understood({"bake", "r", "--heat", "301"}) ==
        "fault: --heat: cannot be '301'; write a number from 0 to 300");
  CHECK(understood({"bake", "r", "--heat", "hot"}) ==
        "fault: --heat: cannot be 'hot'; write a number from 0 to 300");
  CHECK(understood({"bake", "r", "--minutes", "1.5"}) ==
        "fault: --minutes: cannot be '1.5'; write a whole number from 1 to 600");
  CHECK(understood({"bake", "r", "--cold=perhaps"}) ==
        "fault: --cold: cannot be 'perhaps'; write true or false");
}

TEST_CASE("variables give what the line does not") {
  CHECK(understood("MARTECH_AUDIT_OVEN", "wood", {"bake", "r"}) ==
        "bake: recipe=r (line) oven=wood (environment)");
  CHECK(understood("MARTECH_AUDIT_OVEN", "wood", {"bake", "r", "--oven", "gas"}) ==
        "bake: recipe=r (line) oven=gas (line)");
  CHECK(understood("MARTECH_AUDIT_OVEN", "", {"bake", "r"}) == "bake: recipe=r (line)");
  CHECK(understood("MARTECH_AUDIT_VERBOSE", "yes", {"stock", "list"}) == "list: verbose=yes (environment)");
  CHECK(understood("MARTECH_AUDIT_TOPPING", "a b", {"bake", "r"}) ==
        "bake: recipe=r (line) topping=a b (environment)");
  CHECK(understood("MARTECH_AUDIT_DIARY", "d", {"bake", "r"}) == "bake: recipe=r (line)");
  CHECK(understood("MARTECH_AUDIT_RECIPE", "r", {"bake"}) == "fault: recipe is required");
  CHECK(understood("MARTECH_AUDIT_HELP", "1", {"stock", "list"}) == "list:");
  CHECK(understood("MARTECH_AUDIT_OVEN", "wod", {"bake", "r"}) ==
        "fault: MARTECH_AUDIT_OVEN: --oven: cannot be 'wod'; did you mean 'wood'?");
}

TEST_CASE("values stand in the struct of the command") {
  Baking baking;
  options::Values values;
  Group<Baking>(baking_rows).bind(baking, values);
  values.find("oven")->give({"wood"}, options::Origin::line);
  values.find("heat")->give({"180.5"}, options::Origin::line);
  values.find("minutes")->give({"1e2"}, options::Origin::line);
  values.find("topping")->give({"a"}, options::Origin::line);
  values.find("topping")->give({"b"}, options::Origin::configuration);
  values.find("cold")->give({"On"}, options::Origin::line);
  CHECK(baking.oven == "wood");
  CHECK(baking.heat == 180.5);
  CHECK(baking.minutes == 100);
  CHECK(baking.toppings == std::vector<std::string>{"a", "b"});
  CHECK(baking.cold);
  CHECK(values.find("recipe") == nullptr);
  CHECK(values.find("oven")->standard() == "gas");
}

TEST_CASE("what is stricter") {
  const auto strict = [](Stricter how, std::string_view value, std::string_view other) {
    return options::is_as_strict(Option::text("k", "V", "K").with_key("", "k", how), value, other);
  };
  CHECK(strict(Stricter::lower, "1", "2"));
  CHECK_FALSE(strict(Stricter::lower, "2", "1"));
  CHECK(strict(Stricter::lower, "1", ""));
  CHECK_FALSE(strict(Stricter::lower, "x", "1"));
  CHECK(strict(Stricter::lower_severity, "low", "high"));
  CHECK_FALSE(strict(Stricter::lower_severity, "none", "high"));
  CHECK(strict(Stricter::on, "true", "false"));
  CHECK_FALSE(strict(Stricter::on, "false", "true"));
  CHECK(strict(Stricter::never, "a", "a"));
  CHECK_FALSE(strict(Stricter::never, "a", "b"));
  CHECK(strict(Stricter::irrelevant, "a", "b"));
}

}  // namespace
}  // namespace martech_audit::tests
