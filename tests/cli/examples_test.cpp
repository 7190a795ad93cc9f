// The commands that README.md and examples/ tell people to run.
#include <filesystem>
#include <sstream>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::examples {
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
    if (line.find("--policy") != std::string::npos) continue;  // that of an older revision, which is not here
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
  for (const std::filesystem::path file : {source + "/README.md", source + "/examples/ci/gitlab-ci.yml"}) {
    const std::vector<std::string> commands = scans_in(file);
    CHECK_FALSE(commands.empty());
    for (const std::string& command : commands) {
      const TemporaryFolder folder;
      fill(folder);
      const Run run = run_program(
          "/bin/sh", {.arguments = {"-c", "\"$0\" scan " + command, MARTECH_AUDIT_BINARY},
                      .folder = folder.path(),
                      .environment = {"SOURCE_DATE_EPOCH=1795392000", "MARTECH_INVENTORY=martech"}});
      CAPTURE(file, command, run.err);
      const bool never_fails = command.find("--exit-zero") != std::string::npos;
      CHECK(run.exit_code == (never_fails ? 0 : 1));
      CHECK(run.err.find("martech-audit: gate failed (exit ") != std::string::npos);
      const bool writes = command.find("json=martech-report.json") != std::string::npos;
      CHECK(std::filesystem::exists(folder.file("martech-report.json")) == writes);
    }
  }
}

// The last script of the action, without the blanks before its lines.
std::string script_of_the_action() {
  const std::string action = read_text(source + "/action.yml");
  const std::string mark = "      run: |\n";
  return action.substr(action.rfind(mark) + mark.size());
}

TEST_CASE("annotations on GitHub come with a summary behind what others wrote") {
  const TemporaryFolder folder;
  fill(folder);
  folder.write("summary.md", "Theirs\n");
  const Run run = martech_audit({.arguments = {"scan", "martech", "-f", "github", "--exit-zero"},
                                 .folder = folder.path(),
                                 .environment = {"GITHUB_STEP_SUMMARY=summary.md"}});
  CHECK(run.exit_code == 0);
  CHECK(run.out.starts_with("::error "));
  CHECK(read_text(folder.file("summary.md")).starts_with("Theirs\n<!-- martech-audit -->\n### Marketing"));
  const Run lost = martech_audit({.arguments = {"scan", "martech", "-f", "github", "--exit-zero"},
                                  .folder = folder.path(),
                                  .environment = {"GITHUB_STEP_SUMMARY=nowhere/summary.md"}});
  CHECK(lost.exit_code == 2);
  CHECK(lost.err == "martech-audit: cannot write nowhere/summary.md: No such file or directory\n");
}

TEST_CASE("the action judges an inventory, and what a branch changes in it") {
  if (!std::filesystem::exists("/usr/bin/git")) return skip("git");
  const TemporaryFolder folder;
  fill(folder);
  std::filesystem::create_directories(folder.file("home/.cache/martech-audit"));
  std::filesystem::create_symlink(MARTECH_AUDIT_BINARY,
                                  folder.file("home/.cache/martech-audit/martech-audit"));
  const std::string script = folder.write("action.sh", script_of_the_action());
  const auto shell = [&](const std::string& command, const std::string& base) {
    return run_program(
        "/bin/bash",
        {.arguments = {"-e", "-c", command},
         .folder = folder.path(),
         .environment = {"HOME=" + folder.file("home"), "PATH=/usr/bin:/bin", "INVENTORY=martech",
                         "ARGUMENTS=--fail-on high", "REPORT=report.json", "BASE=" + base,
                         "RUNNER_TEMP=" + folder.file("temp"), "GITHUB_STEP_SUMMARY=summary.md",
                         "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=a",
                         "GIT_COMMITTER_EMAIL=a@b", "SOURCE_DATE_EPOCH=1795392000"}});
  };
  const Run whole = shell(". " + script, "");
  CHECK(whole.exit_code == 1);
  CHECK(whole.out.starts_with("::error "));
  const Run prepared = shell(
      "git init -q -b main . && git add martech && git commit -qm one && git remote add origin \"$PWD\"", "");
  REQUIRE(prepared.err == "");
  std::filesystem::remove(folder.file("summary.md"));
  const Run moved = shell(
      "cp -r martech other; echo 'gate: {fail_on: none}' > other/.martech-audit.yaml; "
      "INVENTORY=other; ARGUMENTS=; RUNNER_TEMP=$PWD/first; mkdir first; . " +
          script,
      "main");
  INFO(moved.err);
  CHECK(moved.exit_code == 1);
  CHECK(moved.err.find("'gate.fail_on' is ignored: the policy decides") != std::string::npos);
  std::filesystem::remove(folder.file("summary.md"));
  const Run change = shell(". " + script, "main");
  INFO(change.err);
  CHECK(change.exit_code == 0);
  CHECK(read_text(folder.file("summary.md")).starts_with("<!-- martech-audit diff -->\n### Marketing"));
  CHECK(std::filesystem::exists(folder.file("report.json")));
}

TEST_CASE("a commit is gated by the settings of before it") {
  if (!std::filesystem::exists("/usr/bin/git")) return skip("git");
  const TemporaryFolder folder;
  fill(folder);
  std::filesystem::create_directories(folder.file("bin"));
  std::filesystem::create_symlink(MARTECH_AUDIT_BINARY, folder.file("bin/martech-audit"));
  const auto shell = [&](const std::string& command) {
    return run_program(
        "/bin/sh",
        {.arguments = {"-e", "-c", "PATH=$PWD/bin:$PATH; " + command, source + "/examples/ci/gate-commit"},
         .folder = folder.path(),
         .environment = {"HOME=/nonexistent", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b",
                         "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b", "SOURCE_DATE_EPOCH=1795392000"}});
  };
  const std::string gate = "\"$0\" --fail-on=high martech/inventory.yaml";
  REQUIRE(shell("git init -q -b main .").err == "");
  CHECK(shell(gate).err.find("gate failed (exit 1)") != std::string::npos);  // there is nothing before it
  REQUIRE(shell("git add martech && git commit -qm one").err == "");
  CHECK(shell(gate).exit_code == 0);
  const Run moved = shell(
      "mkdir other; echo 'gate: {fail_on: none}' > other/.martech-audit.yaml; "
      "cp martech/inventory.yaml other; \"$0\" other/inventory.yaml || true; rm -r other");
  CHECK(moved.exit_code == 0);  // of rm
  CHECK(moved.err.find("'gate.fail_on' is ignored: the policy decides") != std::string::npos);
  CHECK(moved.err.find("gate failed (exit 1)") != std::string::npos);
  folder.write("martech/.martech-audit.yaml", "gate: {fail_on: none}\nrules: {ownerless-tool: off}\n");
  const Run lax = shell(gate);
  CHECK(lax.exit_code == 0);
  CHECK(lax.err.find("the setting of rule 'ownerless-tool' is ignored: the policy decides") !=
        std::string::npos);
  const std::string inventory = read_text(folder.file("martech/inventory.yaml"));
  folder.write("martech/inventory.yaml", inventory.substr(0, inventory.rfind("  - id: ")));
  const Run lost = shell(gate);
  INFO(lost.out << lost.err);
  CHECK(lost.exit_code == 1);
  CHECK(lost.err.find("of evidence lost") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::examples
