// Packs and their settings, and everything that the program says of what is wrong with them.
#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::bad_pack {
namespace {

const std::string healthy =
    "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n";

std::string pack_of(const std::string& id, const std::string& rule) {
  return "pack: " + id + "\nversion: 1.0.0\ntitle: Mine\nrules:\n  - id: " + rule +
         "\n    title: Mine\n    dimension: spend\n    for: tool\n    severity: low\n    assert: 'true'\n"
         "    message: m\n    why: w\n    fix: f\n";
}

// Neither a report nor a verdict, even with --exit-zero; everything that was said.
std::string said(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  folder.write("inventory.yaml", healthy);
  arguments.insert(arguments.begin(), {"scan", "--exit-zero"});
  const Run run = martech_audit(Setting{.arguments = std::move(arguments), .folder = folder.path()});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  return "\n" + run.err;
}

TEST_CASE("a pack under the name of another one hides nothing") {
  const TemporaryFolder folder;
  folder.write("mine.yaml", pack_of("spend", "shelfware"));
  CHECK(said(folder, {"--rules", "mine.yaml"}) == R"(
mine.yaml:1:7: error: another pack is also called 'spend', a built-in one
    1 | pack: spend
      |       ^~~~~
      hint: choose another name; to replace a rule, use 'replaces: true'
rules/spend.yaml:1:7: note: the first 'spend' is here
    1 | pack: spend
      |       ^~~~~
martech-audit: 1 error; no verdict
)");
  folder.write("yours.yaml", pack_of("spend", "another"));
  CHECK(said(folder, {"--no-built-in-rules", "--rules", "mine.yaml", "--rules", "yours.yaml"}) == R"(
yours.yaml:1:7: error: another pack is also called 'spend'
    1 | pack: spend
      |       ^~~~~
      hint: choose another name; to replace a rule, use 'replaces: true'
mine.yaml:1:7: note: the first 'spend' is here
    1 | pack: spend
      |       ^~~~~
martech-audit: 1 error; no verdict
)");
}

// The set of benchmarks is read while packs are loaded and let go before any fault is shown.
TEST_CASE("a fault of a parameter is shown at the built-in benchmark that it does not fit") {
  const TemporaryFolder folder;
  const auto with_param = [&](const std::string& param) {
    const std::string pack = pack_of("mine", "a");
    const auto rules = pack.find("rules:");
    folder.write("mine.yaml", pack.substr(0, rules) + "params: {n: {" + param +
                                  ", benchmark: gartner-capability-use-2020, about: a}}\n" +
                                  pack.substr(rules));
    return said(folder, {"--no-built-in-rules", "--rules", "mine.yaml"});
  };
  CHECK(with_param("type: int") == R"(
rules/benchmarks.yaml:11:12: error: the benchmark 'gartner-capability-use-2020' must be a whole number, not '0.58'
   11 |     value: 0.58
      |            ^~~~
      hint: change the benchmark or the type of parameter 'n'
martech-audit: 1 error; no verdict
)");
  CHECK(with_param("type: double, min: 0.9") == R"(
rules/benchmarks.yaml:11:12: error: 0.58 is below the minimum, 0.9
   11 |     value: 0.58
      |            ^~~~
      hint: change the benchmark or the bound of parameter 'n'
martech-audit: 1 error; no verdict
)");
}

TEST_CASE("a built-in pack that is worked on is tested as it stands") {
  const TemporaryFolder folder;
  for (const char* name : {"spend.yaml", "spend.test.yaml"}) {
    folder.write(name, read_text(std::string(MARTECH_AUDIT_SOURCE_DIR) + "/rules/" + name));
  }
  CHECK(martech_audit({"rules", "test", folder.file("spend.test.yaml")}).exit_code == 0);
}

TEST_CASE("a parameter is set once") {
  const TemporaryFolder folder;
  CHECK(said(folder, {"--param", "contracts.lead_days=3", "--param", "contracts.lead_days=4"}) == R"(
error: parameter 'lead_days' of pack 'contracts' is set twice
      hint: keep one of its values
martech-audit: 1 error; no verdict
)");
}

}  // namespace
}  // namespace martech_audit::tests::bad_pack
