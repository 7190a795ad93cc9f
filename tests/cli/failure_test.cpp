// What goes wrong around the program: pipes that close, disks that fill, signals, a bare environment.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::failure {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
const std::string starter = source + "/examples/starter/inventory.yaml";
const std::string retailer = source + "/examples/retailer/inventory.yaml";

// Runs `script` in `folder`; $0 is martech-audit, $1 the starter's inventory, $2 the retailer's.
Run shell(const std::string& script, const std::filesystem::path& folder = {}) {
  return run_program(
      "/bin/sh", {.arguments = {"-c", script, MARTECH_AUDIT_BINARY, starter, retailer}, .folder = folder});
}

std::vector<std::string> names_in(const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool runs(const std::string& command) { return shell(command + " >/dev/null 2>&1").exit_code == 0; }

TEST_CASE("a reader that has seen enough ends a run quietly") {
  const Run run =
      shell("{ \"$0\" scan \"$2\" --as-of 2026-11-23 -f json; echo \"exit $?\" >&2; } | head -n 1");
  CHECK(run.out == "{\n");
  const std::regex verdict(
      "martech-audit: gate failed \\(exit 1\\): \\d+ findings at or above high\nexit 1\n");
  CHECK(std::regex_match(run.err, verdict));
}

TEST_CASE("a full disk is no verdict, whatever was to be written") {
  const std::vector<std::vector<std::string>> commands{
      {"scan", starter},
      {"scan", starter, "-f", "json"},
      {"explain", "shelfware"},
      {"rules", "list"},
      {"rules", "docs"},
      {"rules", "test", source + "/examples/custom-pack"},
      {"schema", "report"},
      {"--help"},
      {"--version"},
      {"import", source + "/tests/unit/import/data/messy.csv", "--currency", "USD", "--rate",
       "EUR=1.08@2026-11-01", "--rate", "GBP=1.27@2026-11-01", "--date-order", "mdy"}};
  for (const std::vector<std::string>& arguments : commands) {
    const Run run = martech_audit(Setting{.arguments = arguments, .out_path = "/dev/full"});
    CAPTURE(arguments);
    CHECK(run.exit_code == 2);
    CHECK(run.err == "martech-audit: cannot write standard output: No space left on device\n");
  }
}

TEST_CASE("of several reports none is put in its place before all could be written") {
  const TemporaryFolder folder;
  folder.write("r.json", "before");
  const Run run = shell("\"$0\" scan \"$1\" -o json=r.json -o text=/dev/full", folder.path());
  CHECK(run.exit_code == 2);
  CHECK(run.err == "martech-audit: cannot write /dev/full: No space left on device\n");
  CHECK(read_text(folder.file("r.json")) == "before");
  CHECK(names_in(folder) == std::vector<std::string>{"r.json"});
}

TEST_CASE("a baseline that cannot be written keeps the report from its place, and the other way round") {
  const TemporaryFolder folder;
  CHECK(shell("\"$0\" scan \"$1\" -o json=report.json --write-baseline no/where.txt", folder.path())
            .exit_code == 2);
  CHECK(shell("\"$0\" scan \"$1\" -o json=no/report.json --write-baseline known.txt", folder.path())
            .exit_code == 2);
  CHECK(names_in(folder).empty());
}

TEST_CASE("runs that write the same file at once leave one whole report, and nothing else") {
  const TemporaryFolder folder;
  const Run run = shell(
      "for i in 1 2 3 4 5 6 7 8; do\n"
      "  \"$0\" scan \"$1\" --exit-zero -o json=report.json 2>/dev/null &\n"
      "  \"$0\" scan \"$2\" --exit-zero -o json=report.json 2>/dev/null &\n"
      "done\nwait\n\"$0\" verify report.json",
      folder.path());
  CHECK(run.exit_code == 0);
  CHECK(run.err == "");
  CHECK(names_in(folder) == std::vector<std::string>{"report.json"});
}

TEST_CASE("a diff that cannot be written is no verdict") {
  const TemporaryFolder folder;
  const Run full = shell("\"$0\" diff \"$1\" \"$2\" > /dev/full");
  CHECK(full.exit_code == 2);
  CHECK(full.err == "martech-audit: cannot write standard output: No space left on device\n");
  CHECK(shell("\"$0\" diff \"$1\" \"$2\" -o no/diff.md", folder.path()).exit_code == 2);
  CHECK(names_in(folder).empty());
}

TEST_CASE("a file that may not grow further is left as it was") {
  const TemporaryFolder folder;
  folder.write("r.json", "before");
  const Run run = shell("ulimit -f 8; \"$0\" scan \"$2\" -o json=r.json", folder.path());
  CHECK(run.exit_code == 2);
  CHECK(run.err == "martech-audit: cannot write r.json: File too large\n");
  CHECK(read_text(folder.file("r.json")) == "before");
  CHECK(names_in(folder) == std::vector<std::string>{"r.json"});
}

TEST_CASE("a path that cannot be written is named with the reason") {
  const TemporaryFolder folder;
  folder.write("file", "");
  struct Case {
    std::string path;
    std::string reason;
  };
  for (const Case& c : std::vector<Case>{{"none/r.json", "No such file or directory"},
                                         {"file/r.json", "Not a directory"},
                                         {".", "Is a directory"},
                                         {std::string(300, 'x'), "File name too long"}}) {
    const Run run = martech_audit(
        Setting{.arguments = {"scan", starter, "-o", "json=" + c.path}, .folder = folder.path()});
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "martech-audit: cannot write " + c.path + ": " + c.reason + "\n");
  }
  CHECK(names_in(folder) == std::vector<std::string>{"file"});
}

TEST_CASE("closed standard streams are no place for anything else") {
  const TemporaryFolder folder;
  CHECK(shell("\"$0\" scan \"$1\" >&-").exit_code == 2);
  CHECK(shell("\"$0\" validate - <&-").err == "martech-audit: cannot read <stdin>: Bad file descriptor\n");
  CHECK(shell("\"$0\" scan \"$1\" -o json=r.json >&- 2>&-", folder.path()).exit_code == 1);
  CHECK(nlohmann::json::accept(read_text(folder.file("r.json"))));
}

TEST_CASE("an interrupted run ends by its signal and leaves nothing behind") {
  const TemporaryFolder folder;
  // Shells make what runs in the background ignore SIGINT and SIGQUIT, hence `env`. Standard input never
  // ends, since the shell holds its other side.
  const std::string reading =
      "mkfifo in; exec 3<>in; env --default-signal=INT,QUIT \"$0\" scan - -o json=r.json <in 3<&- & pid=$!; "
      "sleep "
      "0.2; ";
  // The JSON report waits in its temporary file while nobody reads the other one.
  const std::string writing =
      "mkfifo out; env --default-signal=INT,QUIT \"$0\" scan \"$1\" -o json=r.json -o text=out & pid=$!; "
      "until ls r.json.* >/dev/null 2>&1; do sleep 0.05; done; ";
  for (const std::string& start : {reading, writing}) {
    for (const auto& [signal, status] : {std::pair{"INT", "130"}, std::pair{"TERM", "143"},
                                         std::pair{"HUP", "129"}, std::pair{"QUIT", "131"}}) {
      const Run run =
          shell("ulimit -c 0; " + start + "kill -" + signal + " $pid; wait $pid; echo $?; rm -f in out",
                folder.path());
      CAPTURE(start, signal, run.err);
      CHECK(run.out == std::string(status) + "\n");
      CHECK(names_in(folder).empty());
    }
  }
}

TEST_CASE("a signal that the caller ignores is ignored, as under nohup") {
  const TemporaryFolder folder;
  const Run run = shell(
      "mkfifo in; exec 3<>in; (trap '' HUP; exec \"$0\" scan - <in 3<&-) & pid=$!; sleep 0.2; "
      "kill -HUP $pid; sleep 0.1; kill -TERM $pid; wait $pid; echo $?; rm -f in",
      folder.path());
  CHECK(run.out == "143\n");
}

TEST_CASE("no socket is opened") {
  const TemporaryFolder folder;
  const std::string scan = "\"$0\" scan \"$2\" --exit-zero";
  if (runs("strace -o /dev/null true")) {
    // Under strace a sanitizer cannot look for leaks.
    const std::string traced = "ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=%network -o calls " + scan;
    CHECK(shell(traced, folder.path()).exit_code == 0);
    CHECK(read_text(folder.file("calls")).find("socket") == std::string::npos);
  } else if (runs("unshare -rn true")) {
    CHECK(shell("unshare -rn " + scan).exit_code == 0);
  } else {
    skip("strace or unshare, either of which has to work here");
  }
}

TEST_CASE("neither clock, locale, time zone nor home has a part in a report") {
  const std::string plain = shell("\"$0\" scan \"$2\" --as-of 2026-11-23 -f json").out;
  CHECK(shell("env -i \"$0\" scan \"$2\" --as-of 2026-11-23 -f json").out == plain);
  CHECK(shell("LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati \"$0\" scan \"$2\" --as-of 2026-11-23 -f json").out ==
        plain);
  CHECK(shell("SOURCE_DATE_EPOCH=1795471199 \"$0\" scan \"$2\" -f json").out == plain);
  const std::string text = shell("\"$0\" scan \"$2\" --as-of 2026-11-23").out;
  CHECK(shell("LC_ALL=de_DE.UTF-8 TZ=America/Adak \"$0\" scan \"$2\" --as-of 2026-11-23").out == text);
}

}  // namespace
}  // namespace martech_audit::tests::failure
