// Packs and their settings, and everything that the program says of what is wrong with them.
#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests {
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
mine.yaml:1:7: error: another pack is called 'spend' too, a built-in one
    1 | pack: spend
      |       ^~~~~
      hint: choose another name; a rule that shall take the place of another says 'replaces: true'
rules/spend.yaml:1:7: note: the first 'spend' is here
    1 | pack: spend
      |       ^~~~~
martech-audit: 1 error; no verdict
)");
  folder.write("yours.yaml", pack_of("spend", "another"));
  CHECK(said(folder, {"--no-built-in-rules", "--rules", "mine.yaml", "--rules", "yours.yaml"}) == R"(
yours.yaml:1:7: error: another pack is called 'spend' too
    1 | pack: spend
      |       ^~~~~
      hint: choose another name; a rule that shall take the place of another says 'replaces: true'
mine.yaml:1:7: note: the first 'spend' is here
    1 | pack: spend
      |       ^~~~~
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
}  // namespace martech_audit::tests
