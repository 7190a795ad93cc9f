// Formats read by tools that nobody here wrote; a tool that is not installed is skipped.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests {
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
    WARN(tool << " is not installed; skipped");
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
}  // namespace martech_audit::tests
