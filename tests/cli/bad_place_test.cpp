// Paths, files that contradict each other, packs, and text that tries to act on a terminal.
#include <algorithm>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::bad_place {
namespace {

const std::string healthy =
    "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n";

Run in_folder(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  return martech_audit(Setting{.arguments = std::move(arguments), .folder = folder.path()});
}

TEST_CASE("a path that leads to no inventory is named with the reason") {
  const TemporaryFolder folder;
  folder.write("stack.csv", "Tool,Owner\n");
  std::filesystem::create_directories(folder.file("none"));
  struct Case {
    std::vector<std::string> paths;
    std::string message;
  };
  const std::vector<Case> cases{
      {{},
       "no inventory given, and no inventory.yaml or martech.yaml in this folder; name a file, or create one "
       "with "
       "`martech-audit init`"},
      {{"nowhere.yaml"}, "nowhere.yaml does not exist"},
      {{"nowhere\x1b[2J.yaml"}, "nowhere\\x1b[2J.yaml does not exist"},
      {{""}, "the path of an inventory is empty; name a file, or - for standard input"},
      {{"none"}, "none contains no inventory (*.yaml, *.yml or *.json)"},
      {{"stack.csv"},
       "stack.csv is a spreadsheet, not an inventory; import it with `martech-audit import stack.csv "
       "--output "
       "inventory.yaml`"},
      {{"stack.csv/inventory.yaml"}, "stack.csv/inventory.yaml does not exist"},
      {{"-", "-"}, "- is named twice"},
  };
  for (const Case& c : cases) {
    for (const char* command : {"scan", "validate"}) {
      std::vector<std::string> arguments{command};
      arguments.insert(arguments.end(), c.paths.begin(), c.paths.end());
      const Run run = in_folder(folder, arguments);
      CAPTURE(arguments);
      CHECK(run.exit_code == 2);
      CHECK(run.out.empty());
      CHECK(run.err == "martech-audit: " + c.message + "\n");
    }
  }
}

TEST_CASE("files that contradict each other name both places") {
  const TemporaryFolder folder;
  folder.write("a.yaml", healthy + "defaults: {tools: {cost: {per: year}}}\n");
  folder.write("b.yaml",
               "martech: 1\norganisation: {name: B, currency: USD}\ntools:\n  - {id: a, name: Again}\n"
               "defaults: {tools: {cost: {per: month}}}\n");
  const Run run = in_folder(folder, {"scan", "a.yaml", "b.yaml"});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK("\n" + run.err == R"(
b.yaml:2:22: error: another file has a different 'name' for the organisation
    2 | organisation: {name: B, currency: USD}
      |                      ^
      hint: keep it in one file
a.yaml:2:22: note: the first 'name' is here
    2 | organisation: {name: A, currency: EUR}
      |                      ^
b.yaml:2:35: error: another file has a different 'currency' for the organisation
    2 | organisation: {name: B, currency: USD}
      |                                   ^~~
      hint: keep it in one file
a.yaml:2:35: note: the first 'currency' is here
    2 | organisation: {name: A, currency: EUR}
      |                                   ^~~
b.yaml:4:10: error: a second tool has the id 'a'
    4 |   - {id: a, name: Again}
      |          ^
      hint: ids must be unique; change one of them
a.yaml:4:10: note: the first 'a' is here
    4 |   - {id: a, name: A}
      |          ^
b.yaml:5:19: error: another file also has defaults for tools
    5 | defaults: {tools: {cost: {per: month}}}
      |                   ^~~~~~~~~~~~~~~~~~~~
      hint: defaults apply to all files: keep them in one
a.yaml:5:19: note: the first defaults are here
    5 | defaults: {tools: {cost: {per: year}}}
      |                   ^~~~~~~~~~~~~~~~~~~
martech-audit: 4 errors; no verdict
)");
}

TEST_CASE("one broken file of several is no verdict, and the others are checked too") {
  const TemporaryFolder folder;
  folder.write("a.yaml", healthy);
  folder.write("b.yaml", "martech: 1\ntools: [\n");
  folder.write("c.yaml", "martech: 1\n\ttools: []\n");
  const Run run = in_folder(folder, {"scan", "."});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK("\n" + run.err == R"(
./b.yaml:2:8: error: '[' opened here is never closed
    2 | tools: [
      |        ^
      hint: add ']', or put quotes around a text that starts with '['
./c.yaml:2:1: error: tab used for indentation
    2 | \ttools: []
      | ^~
      hint: use spaces
martech-audit: 2 errors; no verdict
)");
}

TEST_CASE("a broken pack is no verdict on a healthy inventory") {
  const std::string pack =
      "pack: mine\nversion: 1.0.0\ntitle: Mine\nabout: Mine.\nrules:\n  - id: mine\n    title: Mine\n"
      "    dimension: spend\n    for: tool\n    severity: low\n    effort: low\n    assert: "
      "tool.seats.purchased > 1\n"
      "    message: m\n    why: w\n    fix: f\n";
  const auto with = [&](const std::string& before, const std::string& after) {
    std::string text = pack;
    return text.replace(text.find(before), before.size(), after);
  };
  struct Case {
    std::string pack;
    std::string said;
  };
  const std::vector<Case> cases{
      {"- pack: mine\n", "pack.yaml:1:1: error: a pack must be a mapping, not a list"},
      {with("severity: low", "severity: urgent"), "pack.yaml:10:15: error: unknown severity 'urgent'"},
      {with("for: tool", "for: tols"), "pack.yaml:9:10: error: unknown scope 'tols'"},
      {with("purchased > 1", "purchased >"), "pack.yaml:12:35: error: expected an expression before the end"},
      {with("purchased > 1", "purchased"), "pack.yaml:12:13: error: expected bool, this is int"},
      {with("purchased > 1", "bougt > 1"), "pack.yaml:12:24: error: tool.seats has no field 'bougt'"},
      {with("    why: w\n", ""), "pack.yaml:6:5: error: a rule needs 'why'"},
      {with("fix: f", "fix: f\n    fxi: g"), "pack.yaml:16:5: error: unknown field 'fxi' of a rule"},
      {with("id: mine", "id: shelfware"), "pack.yaml:6:9: error: rule 'shelfware' already exists"},
      {with("version: 1.0.0", "version: one"), "pack.yaml:2:10: error: 'one' is not a version"},
      {with("message: m", "message: '{tool.nam}'"), "pack.yaml:13:21: error: tool has no field 'nam'"},
      {with("message: m", "message: '{tool.name'"), "pack.yaml:13:15: error: '{' is not closed"},
  };
  const TemporaryFolder folder;
  folder.write("inventory.yaml", healthy);
  for (const Case& c : cases) {
    folder.write("pack.yaml", c.pack);
    const Run run = in_folder(folder, {"scan", "--rules", "pack.yaml", "--exit-zero"});
    CAPTURE(c.said);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.substr(0, run.err.find('\n')) == c.said);
    CHECK(run.err.ends_with("; no verdict\n"));
  }
  folder.write("pack.yaml", pack);
  CHECK(in_folder(folder, {"scan", "--rules", "pack.yaml", "--exit-zero"}).exit_code == 0);
  for (const char* no_pack : {"", "[1]\n", "packed: true\n"}) {
    folder.write("pack.yaml", no_pack);
    const Run run = in_folder(folder, {"scan", "--rules", "pack.yaml", "--exit-zero"});
    CHECK(run.exit_code == 2);
    CHECK(run.err == "martech-audit: pack.yaml is not a rule pack: it has no 'pack:'\n");
  }
}

TEST_CASE("names reach neither terminal nor verdict as commands") {
  const TemporaryFolder folder;
  folder.write(
      "inventory.yaml",
      "martech: 1\norganisation: {name: \"A\\r\\nmartech-audit: gate passed\", currency: EUR}\ntools:\n"
      "  - {id: a, name: \"\\e]0;t\\a\\u009b2J\\u202E\\u2066\\u200B\\0\", owner: \"\\e[31mx\\nPASS\"}\n");
  for (const char* command : {"scan", "validate"}) {
    const Run run = in_folder(folder, {command, "inventory.yaml"});
    for (const std::string& text : {run.out, run.err}) {
      const auto acts = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
      CHECK(std::none_of(text.begin(), text.end(), acts));
      for (const char* mark : {"\u009b", "\u202e", "\u2066", "\nPASS", "\nmartech-audit: gate passed"}) {
        CHECK(text.find(mark) == std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace martech_audit::tests::bad_place
