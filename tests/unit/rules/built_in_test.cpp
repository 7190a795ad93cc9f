// The packs of the project and the cases beside them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;
namespace fs = std::filesystem;

namespace {

Document read_file(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return document(path.filename().string(), text.str());
}

std::vector<fs::path> files_ending(std::string_view suffix) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(MARTECH_AUDIT_SOURCE_DIR) / "rules")) {
    const std::string name = entry.path().filename().string();
    const bool is_test = name.ends_with(".test.yaml");
    if (name == "benchmarks.yaml") continue;
    if (name.ends_with(suffix) && is_test == (suffix == ".test.yaml")) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

RuleSet built_in() {
  std::vector<PackDocument> packs;
  for (const fs::path& path : files_ending(".yaml")) packs.push_back({read_file(path), true});
  Diagnostics diagnostics;
  const std::vector<Document> benchmarks{
      read_file(fs::path(MARTECH_AUDIT_SOURCE_DIR) / "rules/benchmarks.yaml")};
  const auto rules = load_packs(
      packs, {.rules = {}, .params = {}, .facts = all_facts(), .benchmarks = benchmarks}, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(rules);
  CHECK(diagnostics.empty());
  return *rules;
}

}  // namespace

TEST_CASE("The built-in packs have no faults") {
  const RuleSet rules = built_in();
  CHECK(rules.rules().size() >= 15);
  for (const Rule& rule : rules.rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.origin.empty());
    CHECK_FALSE(rule.since.empty());
  }
}

TEST_CASE("The built-in rules do what the cases beside them say") {
  const RuleSet rules = built_in();
  const MakeWorld make = [](const Document& inventory, Date as_of, Diagnostics& faults) {
    return world(inventory, as_of, faults);
  };
  for (const fs::path& path : files_ending(".test.yaml")) {
    const std::string id = path.filename().string().substr(0, path.filename().string().find('.'));
    const auto pack = std::ranges::find(rules.packs(), id, &RulePack::id);
    CAPTURE(path.filename().string());
    REQUIRE(pack != rules.packs().end());
    Diagnostics diagnostics;
    const Document file = read_file(path);
    const auto run = run_rule_tests(file, *pack, rules, make, diagnostics);
    INFO(render(diagnostics));
    REQUIRE(run);
    for (const TestResult& result : run->cases) {
      INFO(result.rule << ": " << result.name << "\n" << result.difference);
      CHECK(result.passed());
    }
    for (const Diagnostic& missing : run->uncovered) {
      INFO(render(missing));
      CHECK(false);
    }
  }
}
