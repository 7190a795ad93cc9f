// What is shown can be narrowed; what is judged cannot.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::filter {
namespace {

const std::string retailer = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/retailer/inventory.yaml";

Run scan(std::vector<std::string> more) {
  std::vector<std::string> arguments{"scan", retailer, "--as-of", "2026-11-23"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return martech_audit(arguments);
}

// The lines before the first that starts with `mark`.
std::string before(const std::string& text, const std::string& mark) {
  return text.substr(0, text.find("\n" + mark));
}

// The lines of `text` that start with a severity.
std::string titles(const std::string& text) {
  std::string found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    for (const char* severity : {"CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO"}) {
      if (line.starts_with(severity)) found += line.substr(0, line.find("  ")) + "\n";
    }
    at = end + 1;
  }
  return found;
}

// How many the scan of the example has.
std::size_t findings() { return nlohmann::json::parse(scan({"-f", "json"}).out)["findings"].size(); }

TEST_CASE("a filter hides findings, says how many, and changes nothing else") {
  const Run all = scan({});
  const Run some = scan({"--severity", "high", "--rule", "shelfware"});
  CHECK(some.exit_code == all.exit_code);
  CHECK(some.err == all.err);
  CHECK(before(some.out, "── Gap by dimension") == before(all.out, "── Gap by dimension"));
  CHECK(titles(some.out) == "HIGH\n");
  const std::size_t count = findings();
  CHECK(some.out.find(heading("1 of " + std::to_string(count) + " findings shown") + "  " +
                      std::to_string(count - 1) +
                      " hidden by --severity high --rule shelfware; the gap and the gate still\n"
                      "  count all findings\n") != std::string::npos);
  CHECK(all.out.find("hidden by") == std::string::npos);
}

TEST_CASE("filters of one kind widen, of several kinds narrow") {
  CHECK(titles(scan({"--severity", "critical"}).out).find("HIGH") == std::string::npos);
  const std::string both = scan({"--rule", "shelfware", "--rule", "notice-window", "-v"}).out;
  CHECK(both.find("  shelfware") != std::string::npos);
  CHECK(both.find("  notice-window") != std::string::npos);
  const std::string none = scan({"--rule", "shelfware", "--dimension", "data"}).out;
  CHECK(none.find(heading("0 of " + std::to_string(findings()) + " findings shown")) != std::string::npos);
  CHECK(none.find(" decisions ──") != std::string::npos);  // which stand for all findings
}

TEST_CASE("the gate fails on what a filter hides") {
  const Run run = scan({"--fail-on", "low", "--severity", "critical", "--rule", "shelfware"});
  CHECK(run.exit_code == 1);
}

TEST_CASE("a json report is complete beside a filtered text") {
  const TemporaryFolder folder;
  scan({"-o", "json=" + folder.file("r.json"), "-o", "text=" + folder.file("r.txt"), "--rule", "shelfware"});
  CHECK(read_text(folder.file("r.json")) == scan({"-f", "json"}).out);
  CHECK(read_text(folder.file("r.txt")).find("hidden by --rule shelfware") != std::string::npos);
}

TEST_CASE("filters that name nothing are errors") {
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases{
      {{"--severity", "hgh"}, "--severity: cannot be 'hgh'; did you mean 'high'?"},
      {{"--severity", "none"}, "--severity: cannot be 'none'; one of: critical, high, medium, low, info"},
      {{"--rule", "shelfwear"}, "--rule: no active rule is called 'shelfwear'; did you mean 'shelfware'?"},
      {{"--rule", "zzz"}, "--rule: no active rule is called 'zzz'; see `martech-audit rules list`"},
      {{"--rule", "shelfware", "--disable", "shelfware"}, "--rule: no active rule is called 'shelfware'; "},
      {{"--dimension", "spnd"}, "--dimension: no active dimension is called 'spnd'; did you mean 'spend'?"},
      {{"--rule", "shelfware", "-f", "json"},
       "--severity, --rule and --dimension filter only the text report; a json report is always "
       "complete"},
  };
  for (const Case& c : cases) {
    const Run run = scan(c.arguments);
    CAPTURE(c.arguments);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.substr(0, run.err.find('\n')).starts_with("martech-audit: " + c.message));
  }
}

TEST_CASE("an option that may be repeated takes one value, and what follows is an argument") {
  const std::string starter = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/starter/inventory.yaml";
  for (const char* option : {"--disable=shelfware", "--rule=shelfware", "-otext"}) {
    const std::string text = option;
    const bool is_long = text.starts_with("--");
    const std::size_t at = is_long ? text.find('=') : 2;
    const Run run = martech_audit({"scan", text.substr(0, at), text.substr(is_long ? at + 1 : at), starter});
    CAPTURE(option, run.err);
    CHECK(run.exit_code == 1);
    CHECK(run.out.find("Little Roastery") != std::string::npos);
  }
}

TEST_CASE("a misspelt option or command is guessed") {
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases{
      {{},
       "name a command; one of: init, import, validate, scan, diff, trace, graph, explain, eval, rules, "
       "waivers, "
       "config, convert, verify, schema, completion, man"},
      {{"rules"}, "name a command of rules; one of: list, check, test, new, docs"},
      {{"rules", "lst"}, "'lst' is not a command of rules; did you mean 'list'?"},
      {{"scan", "--asof", "2026-01-01"}, "scan: unknown option '--asof'; did you mean '--as-of'?"},
      {{"rules", "test", "--muate"}, "test: unknown option '--muate'; did you mean '--mutate'?"},
      {{"rules", "docs", "--x"},
       "docs: unknown option '--x'; one of: --help, --rules, --version, --color, --width, --log-level, "
       "--allow-path"},
      {{"scan", "--max-wast=3"}, "scan: unknown option '--max-wast'; did you mean '--max-waste'?"},
      {{"scan", "--as-of"}, "--as-of needs a value"},
      {{"scan", "--max-gap", "101"}, "--max-gap: cannot be '101'; write a number from 0 to 100"},
      {{"scan", "--max-waste", "1,000"},
       "--max-waste: cannot be '1,000'; write a number of 0 or more, without thousands separators"},
      {{"schema", "report", "b"}, "unexpected argument 'b'"},
  };
  for (const Case& c : cases) {
    const Run run = martech_audit(c.arguments);
    CAPTURE(c.arguments);
    CHECK(run.exit_code == 2);
    CHECK(run.err == "martech-audit: " + c.message +
                         "\nmartech-audit: see `martech-audit --help`, or `martech-audit COMMAND --help`\n");
  }
}

}  // namespace
}  // namespace martech_audit::tests::filter
