// Formats read by tools that nobody here wrote; tests of a tool that is not installed are skipped.
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::format_tools {
namespace {

// Names that try to become links, mentions, HTML, labels and commands.
constexpr const char* hostile = R"yaml(martech: 1
organisation: {name: "<b>Evil</b> @all", currency: EUR}
tools:
  - {id: a, name: "<script>alert(1)</script> [x](javascript:alert(1)) ![y](http://evil.example/y.png)"
}
  - {id: b, name: "=HYPERLINK(\"http://evil.example\",\"click\") | a | b | </td></details>"}
  - {id: c, name: "@team #12 !3 www.evil.example me@evil.example GH-1 ```"}
  - {id: d, name: "a\"} 1\n# EOF\nevil 2 \\"}
  - {id: e, name: "::error::x%0A\r\n::set-output name=x::y"}
)yaml";

std::string scanned(const std::string& format) {
  const Run run = martech_audit(Setting{
      .arguments = {"scan", "-", "--as-of", "2026-11-23", "-f", format, "--exit-zero"}, .input = hostile});
  CHECK(run.exit_code == 0);
  return run.out;
}

// Nothing where the tool is not there.
std::optional<Run> read_by(const std::string& tool, std::vector<std::string> arguments,
                           const std::string& text) {
  if (!std::filesystem::exists(tool)) {
    skip(tool);
    return std::nullopt;
  }
  return run_program(tool, Setting{.arguments = std::move(arguments), .input = text});
}

TEST_CASE("no name becomes a link, an image or HTML in Markdown") {
  const auto html =
      read_by("/usr/bin/cmark-gfm", {"--unsafe", "-e", "table", "-e", "autolink"}, scanned("markdown"));
  if (!html) return;
  REQUIRE(html->exit_code == 0);
  for (const char* tag : {"<a ", "<img", "<script", "<b>", "</td></details>"}) {
    INFO(tag);
    CHECK(html->out.find(tag) == std::string::npos);
  }
  CHECK(html->out.find("<table>") != std::string::npos);
}

TEST_CASE("a diff makes no name a link, an image or HTML in Markdown") {
  const TemporaryFolder folder;
  folder.write("old.yaml",
               "martech: 1\norganisation: {name: Before, currency: EUR}\ntools: [{id: z, name: Z}]\n");
  const Run run = martech_audit(Setting{
      .arguments = {"diff", "old.yaml", "-", "--exit-zero", "--as-of", "2026-11-23", "--format", "markdown"},
      .input = hostile,
      .folder = folder.path()});
  REQUIRE(run.exit_code == 0);
  CHECK(run.out.find("**New: ") != std::string::npos);
  const auto html = read_by("/usr/bin/cmark-gfm", {"--unsafe", "-e", "table", "-e", "autolink"}, run.out);
  if (!html) return;
  for (const char* tag : {"<a ", "<img", "<script", "<b>", "</td></details>"}) {
    INFO(tag);
    CHECK(html->out.find(tag) == std::string::npos);
  }
}

TEST_CASE("JUnit's report is XML, and its cases have names of their own") {
  const std::string xml = scanned("junit");
  const auto names = read_by("/usr/bin/xmllint", {"--nonet", "--xpath", "//testcase/@name", "-"}, xml);
  if (!names) return;
  CHECK(names->exit_code == 0);
  CHECK(names->err == "");
  std::set<std::string> met;
  std::size_t count = 0;
  std::istringstream lines(names->out);
  for (std::string line; std::getline(lines, line); ++count) CHECK(met.insert(line).second);
  CHECK(count > 20);
  const auto total = read_by("/usr/bin/xmllint", {"--xpath", "string(/testsuites/@tests)", "-"}, xml);
  CHECK(total->out == std::to_string(count) + "\n");
}

// Tools that come as npm packages: MARTECH_AUDIT_NODE_TOOLS names the folder node_modules/.bin they are in.
std::string node_tool(const std::string& name) {
  const char* folder = std::getenv("MARTECH_AUDIT_NODE_TOOLS");
  return folder == nullptr ? "no folder of " + name : std::string(folder) + "/" + name;
}

TEST_CASE("ajv finds a report to be what its schema says") {
  const TemporaryFolder folder;
  if (!std::filesystem::exists(node_tool("ajv"))) return skip("ajv");
  const std::string schema = folder.write("schema.json", martech_audit({"schema", "report"}).out);
  const std::string report = folder.write("report.json", scanned("json"));
  const Run run = run_program(
      node_tool("ajv"),
      Setting{.arguments = {"validate", "--spec=draft2020", "-c", "ajv-formats", "-s", schema, "-d", report},
              .environment = {"PATH=/usr/local/bin:/usr/bin:/bin"}});
  INFO(run.out + run.err);
  CHECK(run.exit_code == 0);
}

TEST_CASE("sarif-multitool finds no error in SARIF") {
  const TemporaryFolder folder;
  if (!std::filesystem::exists(node_tool("sarif-multitool"))) return skip("sarif-multitool");
  const std::string report = folder.write("report.sarif", scanned("sarif"));
  const Run run = run_program(node_tool("sarif-multitool"),
                              Setting{.arguments = {"validate", report},
                                      .environment = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                                      "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1"}});
  INFO(run.out + run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find(": error ") == std::string::npos);
}

// What stands between two texts, the first time.
std::string between(const std::string& text, const std::string& first, const std::string& last) {
  const std::size_t begin = text.find(first) + first.size();
  return text.substr(begin, text.find(last, begin) - begin);
}

TEST_CASE("no name becomes markup in HTML, and nothing is loaded") {
  std::string page = scanned("html");
  const std::string script = "<script>" + between(page, "<script>", "</script>");
  page.erase(page.find(script), script.size());
  for (const char* attack : {"<script", "<b>", "<img", "<a href=\"h", "<a href=\"j", "</td></details> |",
                             "src=", "onload", "url(http", "\x1b"}) {
    INFO(attack);
    CHECK(page.find(attack) == std::string::npos);
  }
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
}

TEST_CASE("the one style and the one script of HTML are named by their hashes") {
  const std::string page = scanned("html");
  CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  for (const std::string element : {"style", "script"}) {
    const std::string text = between(page, "<" + element + ">", "</" + element + ">");
    const Run hash = run_program(
        "/bin/sh", Setting{.arguments = {"-c", "openssl dgst -sha256 -binary | base64"}, .input = text});
    if (hash.exit_code != 0 || hash.out.empty()) return skip("openssl");
    CHECK(between(page, element + "-src 'sha256-", "'") == hash.out.substr(0, hash.out.size() - 1));
  }
}

TEST_CASE("Prometheus reads the metrics") {
  const auto checked = read_by("/usr/bin/promtool", {"check", "metrics"}, scanned("prometheus"));
  if (!checked) return;
  CHECK(checked->exit_code == 0);
  CHECK(checked->out + checked->err == "");
}

TEST_CASE("each line for GitHub is a command of ours") {
  const std::string text = scanned("github");
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1, ++lines) {
    const std::string_view line = std::string_view(text).substr(at);
    CHECK((line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice ")));
  }
  CHECK(lines > 0);
}

TEST_CASE("Code Quality has what GitLab asks for") {
  const auto issues = nlohmann::json::parse(scanned("gitlab"));
  CHECK(!issues.empty());
  std::set<std::string> fingerprints;
  for (const auto& issue : issues) {
    CHECK(fingerprints.insert(issue["fingerprint"]).second);
    CHECK(issue["location"]["lines"]["begin"] >= 1);
    for (const char* key : {"description", "check_name", "severity"}) CHECK(issue[key].is_string());
    CHECK(issue["location"]["path"] == "<stdin>");
  }
}

}  // namespace
}  // namespace martech_audit::tests::format_tools
