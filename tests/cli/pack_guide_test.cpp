// `rules new`, and the page that takes a reader from there to a gate.
#include <sstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::pack_guide {
namespace {

const std::string guide = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/docs/rules.md";

// The lines of its ```sh blocks.
std::vector<std::string> commands() {
  std::vector<std::string> found;
  std::istringstream lines(read_text(guide));
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```sh";
    } else if (inside) {
      found.push_back(line);
    }
  }
  return found;
}

TEST_CASE("the commands of the guide to packs run as they stand") {
  const TemporaryFolder folder;
  const std::string program = MARTECH_AUDIT_BINARY;
  const std::string bin = program.substr(0, program.rfind('/'));
  CHECK(commands().size() >= 15);
  for (const std::string& command : commands()) {
    INFO(command);
    const Run run = run_program(
        "/bin/sh", {.arguments = {"-c", "PATH='" + bin + "':$PATH; " + command}, .folder = folder.path()});
    INFO(run.err);
    CHECK(run.exit_code == 0);
  }
}

TEST_CASE("a new pack never takes the place of a file") {
  const TemporaryFolder folder;
  folder.write("mine.test.yaml", "mine\n");
  const Run run = martech_audit({.arguments = {"rules", "new", "mine.yaml"}, .folder = folder.path()});
  CHECK(run.exit_code == 2);
  CHECK(run.err == "martech-audit: mine.test.yaml already exists; nothing was written\n");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "mine.yaml"));
  CHECK(read_text(folder.path() / "mine.test.yaml") == "mine\n");
}

TEST_CASE("a new pack needs a name that ends as packs do, and a folder that is there") {
  const TemporaryFolder folder;
  for (const char* path : {"house", "house.yml", "house.test.yaml"}) {
    const Run run = martech_audit({.arguments = {"rules", "new", path}, .folder = folder.path()});
    CHECK(run.exit_code == 2);
    CHECK(run.err == "martech-audit: " + std::string(path) +
                         " is not a valid pack file name; use one that ends in .yaml, such as house.yaml\n");
  }
  const Run run = martech_audit({.arguments = {"rules", "new", "none/house.yaml"}, .folder = folder.path()});
  CHECK(run.exit_code == 2);
  CHECK(run.err == "martech-audit: cannot write none/house.yaml: No such file or directory\n");
}

}  // namespace
}  // namespace martech_audit::tests::pack_guide
