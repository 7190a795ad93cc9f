// What the program writes and reads is what its schemas describe.
#include <algorithm>
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::schema {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
constexpr int not_installed = 77;

Run python(const std::string& script, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), source + "/tests/support/" + script);
  return run_program("/usr/bin/python3", {.arguments = arguments});
}

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (path.ends_with(".yaml") && !path.ends_with(".test.yaml") && !path.ends_with("benchmarks.yaml"))
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Whether `document` is what `schema` describes; skips where Python cannot tell.
void check_valid(const TemporaryFolder& folder, const std::string& schema, const std::string& document) {
  const std::string description = folder.write("schema.json", martech_audit({"schema", schema}).out);
  const Run run = python("validate_json.py", {description, document});
  if (run.exit_code == 127 || run.exit_code == not_installed) return skip("python3-jsonschema");
  CAPTURE(document, run.err);
  CHECK(run.exit_code == 0);
}

void check_yaml(const std::string& schema, const std::string& document) {
  const TemporaryFolder folder;
  const Run json = python("yaml_to_json.py", {document});
  if (json.exit_code == 127 || json.exit_code == not_installed) return skip("python3-yaml");
  REQUIRE(json.exit_code == 0);
  check_valid(folder, schema, folder.write("document.json", json.out));
}

TEST_CASE("reports are what schema report describes") {
  for (const char* example : {"starter", "retailer"}) {
    const TemporaryFolder folder;
    const std::string inventory = source + "/examples/" + example + "/inventory.yaml";
    const Run run = martech_audit({"scan", inventory, "--as-of", "2026-11-23", "-f", "json"});
    check_valid(folder, "report", folder.write("report.json", run.out));
  }
}

TEST_CASE("benchmarks are what schema benchmarks describes") {
  check_yaml("benchmarks", source + "/rules/benchmarks.yaml");
}

TEST_CASE("inventories are what schema inventory describes") {
  check_yaml("inventory", source + "/examples/starter/inventory.yaml");
  check_yaml("inventory", source + "/examples/retailer/inventory.yaml");
  const TemporaryFolder folder;
  REQUIRE(martech_audit({"init", folder.path().string()}).exit_code == 0);
  check_yaml("inventory", folder.file("inventory.yaml"));
}

TEST_CASE("tools that read YAML 1.1 understand what we write as we do") {
  const TemporaryFolder folder;
  REQUIRE(martech_audit({"init", folder.path().string()}).exit_code == 0);
  std::vector<std::string> files{folder.file("inventory.yaml")};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source + "/examples")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".yaml" || extension == ".yml") files.push_back(entry.path().string());
  }
  for (const std::string& file : files) {
    const Run now = python("yaml_to_json.py", {file});
    if (now.exit_code == 127 || now.exit_code == not_installed) return skip("python3-yaml");
    CAPTURE(file, now.err);
    REQUIRE(now.exit_code == 0);
    CHECK(python("yaml_to_json.py", {file, "1.1"}).out == now.out);
  }
  const std::string old = folder.write("old.yaml", "on: y\n");
  CHECK(python("yaml_to_json.py", {old, "1.1"}).out == "{\"true\": true}");
}

TEST_CASE("packs are what schema rules describes") {
  for (const std::string& folder : {source + "/rules", source + "/examples/custom-pack"}) {
    for (const std::string& pack : yaml_files(folder)) check_yaml("rules", pack);
  }
}

}  // namespace
}  // namespace martech_audit::tests::schema
