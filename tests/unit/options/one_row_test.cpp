// An option is one row: with it alone the option is everywhere.
#include <cstdlib>

#include "bakery.h"
#include "config/config.h"
#include "options/command_line.h"
#include "options/completion.h"
#include "options/manual.h"
#include "support/catch.h"

namespace martech_audit::tests {
namespace {

constexpr std::array added_rows{
    Row{Option::count("glaze", "GRAMS", "Sugar on top", 0, 50).with_key("gate", "glaze", Stricter::lower),
        &Baking::minutes},
};

Command with_glaze() { return bakery({baking_rows, added_rows}); }

struct Said {
  std::string text, fault;
  std::vector<std::string> glaze;
};

Said said(Command root, std::vector<const char*> words) {
  words.insert(words.begin(), "bakery");
  const options::Line line = options::understand(root, "", words);
  const options::Value* const value = line.command == nullptr ? nullptr : line.command->values.find("glaze");
  return {line.text, line.fault, value == nullptr ? std::vector<std::string>() : value->texts()};
}

TEST_CASE("the row makes an option of the line, with its check and its help") {
  CHECK(said(bakery(), {"bake", "r", "--glaze", "5"}).fault.starts_with("bake: unknown option '--glaze'; "));
  CHECK(said(with_glaze(), {"bake", "r", "--glaze", "5"}).glaze == std::vector<std::string>{"5"});
  CHECK(said(with_glaze(), {"bake", "r", "--glaze", "51"}).fault ==
        "--glaze: cannot be '51'; write a number from 0 to 50");
  CHECK(said(bakery(), {"bake", "--help"}).text.find("Sugar on top") == std::string::npos);
  const std::string help = said(with_glaze(), {"bake", "--help"}).text;
  CHECK(help.find("  --glaze GRAMS               Sugar on top\n") != std::string::npos);
  CHECK(options::manual_page(with_glaze(), "1", "2026-11-30")
            .find(".TP\n\\fB\\-\\-glaze\\fR \\fIGRAMS\\fR\nSugar on top.\n") != std::string::npos);
}

TEST_CASE("and a variable of the environment") {
  ::setenv("MARTECH_AUDIT_GLAZE", "7", 1);
  CHECK(said(with_glaze(), {"bake", "r"}).glaze == std::vector<std::string>{"7"});
  CHECK(said(bakery(), {"bake", "r"}).glaze.empty());
  ::unsetenv("MARTECH_AUDIT_GLAZE");
}

TEST_CASE("and a candidate of completion") {
  const std::vector<std::string> words{"bake", "--gl"};
  CHECK(options::candidates(bakery(), words) == "");
  CHECK(options::candidates(with_glaze(), words) == "--glaze\tSugar on top\n");
}

TEST_CASE("and a key of the configuration, with its schema") {
  const auto source = std::make_shared<const Source>("c.yaml", "gate: {glaze: 9}\n");
  Diagnostics without;
  CHECK(read_config(source, "", options::Keys(bakery()), without)->options.empty());
  CHECK(without.errors() == 1);
  Diagnostics with;
  const Command root = with_glaze();
  const std::optional<Config> config = read_config(source, "", options::Keys(root), with);
  CHECK(with.errors() == 0);
  REQUIRE(config->options.size() == 1);
  CHECK(config->options.front().option == &added_rows.front().option);
  CHECK(config->options.front().items.front().text == "9");

  CHECK(config_schema(options::Keys(bakery())).find("glaze") == std::string::npos);
  CHECK(config_schema(options::Keys(root)).find(R"("glaze": {
          "type": "integer",
          "minimum": 0,
          "maximum": 50,
          "description": "sugar on top"
        })") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests
