// What files full of faults, and folders with what is no file, cost and say.
#include <fmt/format.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::bounds {
namespace {

const std::string head = "martech: 1\norganisation: {name: A, currency: EUR}\n";

std::string last_lines(const std::string& text, int count) {
  std::size_t at = text.size();
  for (int i = 0; i <= count && at != std::string::npos && at > 0; ++i) at = text.rfind('\n', at - 1);
  return at == std::string::npos ? text : text.substr(at + 1);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

template <class Line>
std::string lines(int count, Line line) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line(i);
  return text;
}

TEST_CASE("a hundred of the errors are shown, and all are counted") {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("i.yaml", head + "tools:\n" + lines(5000, [](int) { return "- a\n"; }));
  const Run run = martech_audit({"validate", path});
  CHECK(run.exit_code == 2);
  CHECK(count_of(run.err, ": error: a tool must be a mapping, not 'a'") == 100);
  CHECK(last_lines(run.err, 2) == "… and 4900 more\nmartech-audit: 5,000 errors; no verdict\n");
}

TEST_CASE("every dangling reference that is shown comes with what was meant") {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "i.yaml", head + "objectives:\n" +
                    lines(3000, [](int i) { return fmt::format("- {{id: growth-{}, title: T}}\n", i); }) +
                    "tools:\n" + lines(3000, [](int i) {
                      return fmt::format("- {{id: t{0}, name: T, objectives: [grwth-{0}]}}\n", i);
                    }));
  const Run run = martech_audit({"validate", path});
  CHECK(run.exit_code == 2);
  for (int i = 0; i < 100; ++i) {
    const std::string expected = fmt::format("hint: did you mean 'growth-{}'?\n", i);
    if (run.err.find(expected) == std::string::npos) FAIL(expected);
  }
  CHECK(last_lines(run.err, 2) == "… and 2900 more\nmartech-audit: 3,000 errors; no verdict\n");
}

TEST_CASE("warnings hide no error") {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("i.yaml", head + "tools:\n" + lines(300, [](int i) {
                               return fmt::format("- {{id: t{}, name: T, vendor: ''}}\n", i);
                             }) + "- {id: last, name: L, status: actve}\n");
  const Run run = martech_audit({"validate", path});
  CHECK(run.exit_code == 2);
  CHECK(count_of(run.err, ": warning: ") == 99);
  CHECK(count_of(run.err, ": error: 'status' cannot be 'actve'") == 1);
  CHECK(last_lines(run.err, 2) == "… and 201 more\nmartech-audit: 1 error, 300 warnings; no verdict\n");
}

TEST_CASE("a report counts the warnings that it leaves out, whatever reads it") {
  const TemporaryFolder folder;
  const std::string path = folder.write(
      "i.yaml", head + "tools:\n" +
                    lines(300, [](int i) { return fmt::format("- {{id: t{}, name: T, vendor: ''}}\n", i); }));
  const std::string report = folder.file("r.json");
  const Run text = martech_audit(
      {"scan", path, "--as-of", "2026-11-23", "--exit-zero", "-o", "text", "-o", "json=" + report});
  CHECK(text.exit_code == 0);
  CHECK(text.out.find("Warnings: 300") != std::string::npos);
  CHECK(text.out.find("and 292 more warnings (--verbose shows 92 of them)") != std::string::npos);
  const auto json = nlohmann::json::parse(read_text(report));
  CHECK(json["diagnostics"].size() == 100);
  CHECK(json["diagnostics_left_out"] == nlohmann::json{{"warnings", 200}, {"notes", 0}});
  CHECK(martech_audit({"convert", report, "-f", "json"}).out == read_text(report));
  CHECK(martech_audit({"convert", report, "-f", "text"}).out == text.out);
  CHECK(martech_audit({"verify", report, path}).exit_code == 0);
  CHECK(martech_audit({"diff", report, path, "--exit-zero"}).exit_code == 0);
  const Run verbose = martech_audit({"convert", report, "-f", "text", "--verbose"});
  CHECK(verbose.out.find("and 200 more warnings\n") != std::string::npos);
}

TEST_CASE("what can block is refused where it is found in a folder, and read where it is named") {
  const TemporaryFolder folder;
  folder.write("a.yaml", head + "tools: [{id: a, name: A}]\n");
  const std::string pipe = folder.file("b.yaml");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const Run found = martech_audit({"validate", folder.path().string()});
  CHECK(found.exit_code == 2);
  CHECK(found.err ==
        fmt::format("martech-audit: {} is a named pipe, not a file; name it explicitly to read it\n", pipe));
  const Run named =
      run_program("/bin/sh", {{"-c", "cat \"$1/a.yaml\" > \"$1/b.yaml\" & \"$0\" validate \"$1/b.yaml\"",
                               MARTECH_AUDIT_BINARY, folder.path().string()}});
  CHECK(named.exit_code == 0);
  CHECK(martech_audit(Setting{{"validate", "/dev/stdin"}, head + "tools: [{id: a, name: A}]\n"}).exit_code ==
        0);
}

TEST_CASE("a file that is named twice is known again by its inode") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.yaml", head + "tools: [{id: a, name: A}]\n");
  std::filesystem::create_symlink(path, folder.file("b.yaml"));
  std::filesystem::create_hard_link(path, folder.file("c.yaml"));
  for (const std::string other : {"b.yaml", "c.yaml"}) {
    const Run run = martech_audit({"validate", path, folder.file(other)});
    CHECK(run.exit_code == 2);
    CHECK(run.err == fmt::format("martech-audit: {} is named twice\n", folder.file(other)));
  }
}

TEST_CASE("columns of one heading and rows of one name are all told apart") {
  const TemporaryFolder folder;
  std::string sheet = "Tool";
  for (int i = 0; i < 3000; ++i) sheet += ",Notes";
  sheet += "\n" + lines(3000, [](int) { return "Slack,x\n"; });
  const Run run = martech_audit({"import", folder.write("s.csv", sheet), "--currency", "EUR"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("- id: slack-3000 ") != std::string::npos);
  CHECK(run.err.find("it is read as 'Notes (2)'") != std::string::npos);
}

}  // namespace
}  // namespace martech_audit::tests::bounds
