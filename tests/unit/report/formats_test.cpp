// What formats for programs owe their readers beyond the approved samples.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

using test::written_as;

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

AuditReport report_of(std::size_t findings, std::string_view message) {
  test::ReportBuilder builder("Org");
  builder.rule({"core-rule", "Title: one, two", "spend"});
  static const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
  for (std::size_t i = 0; i < findings; ++i) {
    builder.finding({"core-rule", {EntityKind::tool, ids[i], ids[i]}, message, test::tenths(1)});
  }
  return builder.build();
}

TEST_CASE("github takes ten annotations a level, and the last says how many more there are") {
  CHECK(count(written_as("github", report_of(10, "m")), "::warning ") == 10);
  const std::string many = written_as("github", report_of(12, "m"));
  CHECK(count(many, "\n") == 10);
  CHECK(many.ends_with(
      "::warning title=martech-audit::and 3 more findings; see the report for all findings\n"));
  CHECK(written_as("github", report_of(0, "m")).empty());
}

TEST_CASE("nothing of a message is a command or a property to github") {
  CHECK(written_as("github", report_of(1, "100%0A\n::error::x, y: z")) ==
        "::warning title=Title%3A one%2C two (core-rule)::100%250A\\n::error::x, y: z%0ADecide who looks at "
        "it, and by "
        "when.\n");
}

TEST_CASE("a cell of a table is no formula, and a row is a line") {
  for (const std::string message : {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\uFF1D1", "\uFF0B1", "\uFF0D1",
                                    "\uFF20A", "\u3000\u00A0\uFE661", "\u22121"}) {
    INFO(message);
    CHECK(count(written_as("csv", report_of(1, message)), ",'" + message + ",") == 1);
  }
  const std::pair<std::string, std::string> cases[] = {{"a;=1;b; @x;c - d", "a;'=1;b;' @x;c - d"},
                                                       {"a=b", "a=b"},
                                                       {"\t=1", "\\t=1"},
                                                       {"'=1", "'=1"},
                                                       {";;-1", ";;'-1"},
                                                       {"\"=1", "\"\"\"=1\""}};
  for (const auto& [message, cell] : cases) {
    INFO(message);
    CHECK(count(written_as("csv", report_of(1, message)), "," + cell + ",") == 1);
  }
  const std::string text = written_as("csv", report_of(1, "a \"b\",\r\n=c"));
  CHECK(count(text, ",\"a \"\"b\"\",\\r\\n=c\",") == 1);
  CHECK(count(text, "\r\n") == 2);
}

TEST_CASE("no text of an inventory or a pack is a link in a viewer of SARIF") {
  test::ReportBuilder builder("Org");
  builder.rule({"core-rule", "Title [x](https://evil.example)", "spend", Severity::medium, Effort::low,
                "See [here](https://evil.example) <b>"});
  builder.finding({"core-rule", {EntityKind::tool, "a", "a"}, "[Fix: click](https://evil.example) \\[y]", 1});
  const auto run = nlohmann::json::parse(written_as("sarif", builder.build()))["runs"][0];
  CHECK(run["results"][0]["message"]["text"] == "\\[Fix: click\\](https://evil.example) \\\\\\[y\\]");
  const auto& rule = run["tool"]["driver"]["rules"][0];
  CHECK(rule["shortDescription"]["text"] == "Title \\[x\\](https://evil.example)");
  CHECK(
      rule["help"]["markdown"].get<std::string>().ends_with("See `[here](https://evil.example)` &lt;b&gt;"));
}

TEST_CASE("a calendar is never folded before two colons") {
  for (std::size_t length = 1; length < 80; ++length) {
    test::ReportBuilder builder("Org");
    const std::string name = std::string(length, 'x') + "::error::y";
    ToolRow tool;
    tool.tool = {EntityKind::tool, "a", name};
    tool.notice_by = Date{std::chrono::year(2099), std::chrono::month(11), std::chrono::day(30)};
    tool.renewal_commitment = builder.money(10);
    builder.tool(std::move(tool));
    const std::string text = written_as("ics", builder.build());
    CHECK(count(text, "SUMMARY") == 1);
    CHECK(count(text, "\r\n :") == 0);
  }
}

TEST_CASE("an empty code quality report is an empty array") {
  CHECK(written_as("gitlab", report_of(0, "m")) == "[]\n");
}

TEST_CASE("a comment stays below what services take, and says how much is left out") {
  test::ReportBuilder builder("Org");
  builder.rule({"core-rule", "Title", "spend"});
  const std::string message(300, 'm');
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < 500; ++i) ids.push_back("t" + std::to_string(i));
  for (const std::string& id : ids) builder.finding({"core-rule", {EntityKind::tool, id, id}, message, 1});
  const std::string text = written_as("markdown", builder.build());
  CHECK(text.size() < 65'536);
  CHECK(count(text, "<details>") == count(text, "</details>"));
  CHECK(count(text, "more findings; see the full report\n") == 1);
  CHECK(count(text, "| medium | m") + 10 > 100);
}

TEST_CASE("ndjson has an object a line, and the summary last") {
  const std::string text = written_as("ndjson", report_of(2, "a\nb"));
  std::vector<std::string> types;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const auto line = nlohmann::json::parse(text.substr(at, end - at));
    types.push_back(line["type"]);
    at = end + 1;
  }
  CHECK(types == std::vector<std::string>{"start", "finding", "finding", "decision", "decision", "summary"});
}

TEST_CASE("openmetrics ends with its mark, prometheus is the same without") {
  const AuditReport report = report_of(2, "m");
  CHECK(written_as("openmetrics", report) == written_as("prometheus", report) + "# EOF\n");
}

}  // namespace
}  // namespace martech_audit
