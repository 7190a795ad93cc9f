// What CI services are told: annotations, test cases, code quality, code scanning.
#include <nlohmann/json.hpp>

#include "machine_samples.h"
#include "support/catch.h"

namespace martech_audit::ci_formats {
namespace {

using namespace test;
using nlohmann::json;

AuditReport one_of_each() {
  Machine machine;
  const std::string_view rules[] = {"r-critical", "r-high", "r-medium", "r-low", "r-info"};
  for (const std::string_view rule : rules) machine.finding({rule, some_tool("crm", "CRM"), rule, 1});
  return machine.build();
}

}  // namespace

TEST_CASE("GitHub is told errors first, and each severity at its level") {
  CHECK(written_as("github", one_of_each()) ==
        "::error title=Title of critical (r-critical)::r-critical%0AMend it.\n"
        "::error title=Title of high (r-high)::r-high%0AMend it.\n"
        "::warning title=Title of medium (r-medium)::r-medium%0AMend it.\n"
        "::notice title=Title of low (r-low)::r-low%0AMend it.\n"
        "::notice title=Title of info (r-info)::r-info%0AMend it.\n");
}

TEST_CASE("an annotation has its place, its money, and an end only where something is marked") {
  const auto annotation = [](const Place& place, const std::vector<Claim>& claims) {
    Machine machine;
    machine.finding({"r-high", some_tool("crm", "CRM"), "m", 1, claims, place});
    return written_as("github", machine.build());
  };
  const Machine m;
  using enum MoneyClass;
  CHECK(
      annotation(at("a,b:c%.yaml", 3, 5, 9), {}) ==
      "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,endColumn=9,title=Title of high (r-high)::m%0AMend it.\n");
  CHECK(annotation(at("s.yaml", 3, 5, 5), {}) ==
        "::error file=s.yaml,line=3,col=5,title=Title of high (r-high)::m%0AMend it.\n");
  CHECK(
      annotation({}, {m.claim(recoverable, 90000, 25000, on_day(12, 1)), m.claim(opportunity, 100000, 0)}) ==
      "::error title=Title of high (r-high)::m%0Awaste EUR 250 of EUR 900 (the rest is already counted), act "
      "by "
      "2026-12-01; opportunity EUR 1,000%0AMend it.\n");
  CHECK(
      annotation({}, {m.claim(at_risk, 500, 0, on_day(11, 23)), m.claim(exposed, 500, 0, on_day(11, 22))}) ==
      "::error title=Title of high (r-high)::m%0Aauto-renewing EUR 5, act today; value not shown EUR 5, due "
      "since "
      "2026-11-22%0AMend it.\n");
  CHECK(annotation({}, {m.claim(recoverable, 90000, 0)}) ==
        "::error title=Title of high (r-high)::m%0AEUR 900 already counted as waste%0AMend it.\n");
}

TEST_CASE("what a baseline knows is no annotation and no failure, and unchanged in code scanning") {
  AuditReport report = one_of_each();
  report.findings[0].novelty = Novelty::known;
  report.findings[1].novelty = Novelty::fresh;
  report.findings[2].novelty = Novelty::worsened;
  report.findings.resize(3);
  report.decisions.clear();
  CHECK(written_as("github", report) ==
        "::error title=Title of high (r-high)::r-high%0AMend it.\n"
        "::warning title=Title of medium (r-medium)::r-medium%0AMend it.\n");
  const std::string junit = written_as("junit", report);
  CHECK(junit.find("r-critical: tool crm\">\n      <skipped message=\"known from the baseline\"/>") !=
        junit.npos);
  CHECK(junit.find("failures=\"2\" errors=\"0\" skipped=\"1\"") != junit.npos);
  std::string states;
  const json runs = json::parse(written_as("sarif", report))["runs"];
  for (const json& result : runs[0]["results"]) states += result["baselineState"].get<std::string>() + " ";
  CHECK(states == "unchanged new updated ");
}

TEST_CASE("JUnit has a suite a pack, and a case for each entity that a rule judged") {
  Machine machine;
  Waiver accepted{};
  accepted.reason = "Growing <fast> & \"far\"";
  accepted.owner = "ana";
  const Waiver& waiver = machine.waiver(accepted);
  machine.report().packs.push_back({"house", "1.0.0", {}});
  machine.report().rules.resize(2);
  machine.report().rules[1].pack = "house";
  machine.tool(row_of(some_tool("ads", "Ads")));
  machine.finding({"r-critical",
                   some_tool("crm", "CRM"),
                   "a \x01 \uFFFE <b>",
                   tenths(15),
                   {machine.claim(MoneyClass::exposed, 500, 0)},
                   at("s&t.yaml", 3, 5, 9)});
  machine.finding({.rule = "r-high", .entity = some_tool("crm", "CRM"), .message = "m", .waiver = &waiver});
  machine.missing("r-high", {}, 1, {{{}, "size"}, {some_tool("crm", "CRM"), "seats"}});
  AuditReport report = machine.build();
  CHECK(written_as("junit", report) == R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="martech-audit" tests="5" failures="1" errors="0" skipped="2">
  <testsuite name="core" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="core.r-critical" name="r-critical: tool crm" file="s&amp;t.yaml" line="3">
      <failure type="critical" message="Title of critical">a \x01 )"
                                       "\uFFFD"
                                       R"( &lt;b&gt;
value not shown EUR 5
at s&amp;t.yaml:3:5
Mend it.
points: 1.5</failure>
    </testcase>
    <testcase classname="core.r-critical" name="r-critical: tool ads"/>
  </testsuite>
  <testsuite name="house" tests="3" failures="0" errors="0" skipped="2">
    <testcase classname="house.r-high" name="r-high: tool crm">
      <skipped message="waived by ana: Growing &lt;fast&gt; &amp; &quot;far&quot;"/>
    </testcase>
    <testcase classname="house.r-high" name="r-high: organisation">
      <skipped message="undecided: size, tool crm seats are missing"/>
    </testcase>
    <testcase classname="house.r-high" name="r-high: tool ads"/>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("an audit without rules is an empty suite") {
  ReportBuilder builder("Org");
  builder.report().packs.clear();
  CHECK(written_as("junit", builder.build()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"martech-audit\" tests=\"0\" failures=\"0\" errors=\"0\" "
        "skipped=\"0\">\n</testsuites>\n");
}

TEST_CASE("GitLab has severities of its own, and a place for what has none") {
  AuditReport report = one_of_each();
  report.findings[0].place = at("deep/stack.yaml", 12, 3, 4);
  report.inputs = {{"first.yaml", ""}, {"second.yaml", ""}};
  std::string text;
  for (const json& issue : json::parse(written_as("gitlab", report))) {
    text += issue["check_name"].get<std::string>() + " " + issue["severity"].get<std::string>() + " " +
            issue["location"]["path"].get<std::string>() + ":" + issue["location"]["lines"]["begin"].dump() +
            "\n";
  }
  CHECK(text ==
        "r-critical blocker deep/stack.yaml:12\nr-high critical first.yaml:1\nr-medium major first.yaml:1\n"
        "r-low minor first.yaml:1\nr-info info first.yaml:1\n");
  report.inputs.clear();
  CHECK(json::parse(written_as("gitlab", report))[1]["location"]["path"] == "inventory");
}

TEST_CASE("SARIF marks a region from its first column to the one past the last") {
  const auto place_of = [](const Place& place, std::string_view input) {
    Machine machine;
    if (!input.empty()) machine.source(std::string(input), "martech: 1\n");
    machine.finding({"r-high", some_tool("crm", "CRM"), "m", 1, {}, place});
    const json result = json::parse(written_as("sarif", machine.build()))["runs"][0]["results"][0];
    const json physical = result["locations"][0]["physicalLocation"];
    return physical["artifactLocation"]["uri"].get<std::string>() + " " + physical["region"].dump();
  };
  CHECK(place_of(at("a b/ü#?.yaml", 3, 5, 9), "") ==
        "a%20b/%C3%BC%23%3F.yaml {\"endColumn\":9,\"startColumn\":5,\"startLine\":3}");
  CHECK(place_of(at("s.yaml", 3, 5, 5), "") == "s.yaml {\"startColumn\":5,\"startLine\":3}");
  CHECK(place_of({}, "first.yaml") == "first.yaml {\"startColumn\":1,\"startLine\":1}");
  CHECK(place_of({}, "") == "inventory {\"startColumn\":1,\"startLine\":1}");
}

TEST_CASE("SARIF has a level for each severity, and its exact word beside it") {
  const json run = json::parse(written_as("sarif", one_of_each()))["runs"][0];
  std::string text;
  for (const json& result : run["results"]) {
    text += result["ruleId"].get<std::string>() + " " + result["level"].get<std::string>() + " " +
            result["properties"]["severity"].get<std::string>() + " " +
            result["properties"]["points"].dump() + "\n";
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK_FALSE(result.contains("baselineState"));
    CHECK_FALSE(result.contains("suppressions"));
  }
  CHECK(text ==
        "r-critical error critical 1e-09\nr-high error high 1e-09\nr-medium warning medium 1e-09\n"
        "r-low note low 1e-09\nr-info note info 1e-09\n");
}

TEST_CASE("what is waived is suppressed in SARIF with its reason, behind all that is not") {
  Machine machine;
  Waiver accepted{};
  accepted.reason = "Growing";
  const Waiver& waiver = machine.waiver(accepted);
  machine.finding(
      {.rule = "r-critical", .entity = some_tool("ads", "Ads"), .message = "w", .waiver = &waiver});
  machine.finding({"r-low", some_tool("crm", "CRM"), "m", 1});
  const json results = json::parse(written_as("sarif", machine.build()))["runs"][0]["results"];
  REQUIRE(results.size() == 2);
  CHECK(results[0]["ruleId"] == "r-low");
  CHECK(results[1]["suppressions"].dump() ==
        R"([{"justification":"Growing","kind":"inSource","status":"accepted"}])");
}

TEST_CASE("code scanning takes 25,000 results, the worst of them first") {
  Machine machine;
  Waiver accepted{};
  const Waiver& waiver = machine.waiver(accepted);
  machine.finding({"r-high", some_tool("crm", "CRM"), "m", 1});
  machine.finding({.rule = "r-info", .entity = some_tool("ads", "Ads"), .message = "w", .waiver = &waiver});
  AuditReport report = machine.build();
  const auto results = [&] {
    const std::string text = written_as("sarif", report);
    std::size_t count = 0, suppressed = 0;
    for (std::size_t at = text.find("\"ruleId\""); at != text.npos; at = text.find("\"ruleId\"", at + 1))
      ++count;
    for (std::size_t at = text.find("\"suppressions\""); at != text.npos;
         at = text.find("\"suppressions\"", at + 1))
      ++suppressed;
    return std::pair(count, suppressed);
  };
  report.findings.resize(24'999, report.findings[0]);
  report.waived.resize(3, report.waived[0]);
  CHECK(results() == std::pair<std::size_t, std::size_t>(25'000, 1));
  report.findings.resize(25'001, report.findings[0]);
  CHECK(results() == std::pair<std::size_t, std::size_t>(25'000, 0));
}

}  // namespace martech_audit::ci_formats
