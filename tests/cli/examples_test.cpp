// The commands that README.md and examples/ tell people to run.
#include <filesystem>
#include <sstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
const std::string scan = "martech-audit scan ";

// What follows `martech-audit scan` on each line that does more than mention it.
std::vector<std::string> scans_in(const std::filesystem::path& file) {
  std::vector<std::string> commands;
  std::istringstream lines(read_text(file));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(scan);
    if (at == std::string::npos || line.find('`') < at) continue;
    commands.push_back(line.substr(at + scan.size(), line.find(" |", at) - at - scan.size()));
  }
  return commands;
}

// Every file that the commands name.
void fill(const TemporaryFolder& folder) {
  const std::string inventory = read_text(source + "/examples/starter/inventory.yaml");
  std::filesystem::create_directories(folder.file("martech"));
  folder.write("inventory.yaml", inventory);
  folder.write("martech/inventory.yaml", inventory);
  folder.write("agency.yaml", read_text(source + "/examples/custom-pack/agency.yaml"));
}

TEST_CASE("the scans of the README and of the examples come to a verdict") {
  std::vector<std::filesystem::path> files{source + "/README.md"};
  for (const auto& entry : std::filesystem::directory_iterator(source + "/examples/ci"))
    files.push_back(entry.path());
  CHECK(files.size() == 4);
  for (const std::filesystem::path& file : files) {
    const std::vector<std::string> commands = scans_in(file);
    CHECK_FALSE(commands.empty());
    for (const std::string& command : commands) {
      const TemporaryFolder folder;
      fill(folder);
      const Run run = run_program(
          "/bin/sh", {.arguments = {"-c", "\"$0\" scan " + command, MARTECH_AUDIT_BINARY},
                      .folder = folder.path(),
                      .environment = {"SOURCE_DATE_EPOCH=1795392000", "GITHUB_STEP_SUMMARY=summary.md"}});
      CAPTURE(file, command, run.err);
      CHECK(run.exit_code == 1);
      CHECK(run.err.find("martech-audit: gate failed (exit 1): ") != std::string::npos);
      const bool writes = command.find("json=martech-report.json") != std::string::npos;
      CHECK(std::filesystem::exists(folder.file("martech-report.json")) == writes);
      const bool sums_up = command.find("$GITHUB_STEP_SUMMARY") != std::string::npos;
      CHECK(std::filesystem::exists(folder.file("summary.md")) == sums_up);
    }
  }
}

}  // namespace
}  // namespace martech_audit::tests
