// `trace`: the strategy as technology carries it.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::trace {
namespace {

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
objectives:
  - {id: grow, title: Grow, status: active, priority: 2, requires: [mail, search, ads, shop], kpis: [rate, reach], owner: Ana}
  - {id: keep, title: "Keep\e[31m", status: active, priority: 1}
  - {id: done, title: Done, status: closed}
kpis:
  - {id: rate, title: Rate, unit: percent, baseline: 1, target: 2, current: 2, source: a, measured_on: 2026-10-01}
  - {id: reach, title: Reach}
tools:
  - {id: a, name: A, owner: Ana, objectives: [grow, keep], capabilities: [mail, search], cost: {amount: 100.01, per: year}, kpis: [rate]}
  - {id: b, name: B, owner: Ana, objectives: [grow, done], capabilities: [mail], cost: {amount: 50, per: year}}
  - {id: c, name: C, capabilities: [ads], cost: {amount: 850, per: year}}
  - {id: keep, name: Keeper, owner: Ana, status: retired, objectives: [grow]}
)";

struct Case {
  std::vector<std::string> arguments;
  int exit_code;
  std::string out;
  std::string err;
};

void check(const std::vector<Case>& cases) {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  folder.write("bare.yaml",
               "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools: [{id: a, name: A}]\n");
  folder.write("broken.yaml", "martech: 1\n");
  for (const Case& c : cases) {
    CAPTURE(c.arguments);
    std::vector<std::string> arguments{"trace",
                                       "--as-of",
                                       "2026-11-23",
                                       "--param",
                                       "measurement.major_share=1",
                                       "--disable",
                                       "tool-without-objective",
                                       "--disable",
                                       "spend-off-strategy"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const Run run = martech_audit({.arguments = arguments, .folder = folder.path()});
    CHECK(run.exit_code == c.exit_code);
    CHECK(run.out == c.out);
    CHECK(run.err == c.err);
  }
}

TEST_CASE("trace shows what carries each objective") {
  check({
      {{"stack.yaml"},
       0,
       R"(Acme, 4 tools, as of 2026-11-23

3 objectives, 4 capabilities required: 1 overlapping, 1 covered, 1 fragile, 1
not covered
(fragile: covered only by tools with high or critical findings)

── Keep\x1b[31m (keep, active, priority 1) ─────────────────────────────────────
  Spend: EUR 50 a year, 5% of total spend
  KPIs: none
  Tools
  └─ A: EUR 50 a year
  Requires: no capabilities listed

── Grow (grow, active, priority 2, owner Ana) ──────────────────────────────────
  Spend: EUR 100 a year, 10% of total spend
  KPIs
  ├─ Rate, measured 2026-10-01
  └─ Reach, not measured
  Tools
  ├─ A: EUR 50.01 a year
  └─ B: EUR 50 a year
  Requires
  ├─ mail: overlapping
  │  ├─ A
  │  └─ B
  ├─ search: covered
  │  └─ A
  ├─ ads: fragile
  │  └─ C (at risk)
  └─ shop: not covered

── Done (done, closed) ─────────────────────────────────────────────────────────
  Spend: none (objective is closed)
  KPIs: none
  Tools
  └─ B
  Requires: no capabilities listed
)",
       ""},
      {{"grow", "stack.yaml"},
       0,
       R"(Acme, 4 tools, as of 2026-11-23

── Grow (grow, active, priority 2, owner Ana) ──────────────────────────────────
  Spend: EUR 100 a year, 10% of total spend
  KPIs
  ├─ Rate, measured 2026-10-01
  └─ Reach, not measured
  Tools
  ├─ A: EUR 50.01 a year
  └─ B: EUR 50 a year
  Requires
  ├─ mail: overlapping
  │  ├─ A
  │  └─ B
  ├─ search: covered
  │  └─ A
  ├─ ads: fragile
  │  └─ C (at risk)
  └─ shop: not covered
)",
       ""},
      {{"bare.yaml"},
       0,
       R"(Acme, 1 tool, as of 2026-11-23

No objectives to trace. Add them under 'objectives:', and link each tool to the
objectives it serves.
)",
       ""},
  });
}

TEST_CASE("trace shows what a tool serves") {
  check({
      {{"a", "stack.yaml"},
       0,
       R"(Acme, 4 tools, as of 2026-11-23

── A (a, active) ───────────────────────────────────────────────────────────────
  Spend: EUR 100 a year, 10% of total spend
  Serves
  ├─ Keep\x1b[31m (keep, active, priority 1): EUR 50 a year
  └─ Grow (grow, active, priority 2, owner Ana): EUR 50.01 a year
     ├─ provides mail: overlapping
     ├─ provides search: covered
     ├─ KPI Rate, measured 2026-10-01
     └─ KPI Reach, not measured
  KPIs
  └─ Rate, measured 2026-10-01
  Findings: none
)",
       ""},
      {{"tool:c", "stack.yaml"},
       0,
       R"(Acme, 4 tools, as of 2026-11-23

── C (c, active, at risk) ──────────────────────────────────────────────────────
  Spend: EUR 850 a year, 85% of total spend
  Serves
  └─ Grow (grow, active, priority 2, owner Ana), not linked
     ├─ provides ads: fragile
     ├─ KPI Rate, measured 2026-10-01
     └─ KPI Reach, not measured
  KPIs: none linked
  Findings
  └─ high: C has no owner
)",
       ""},
      {{"stack.yaml", "tool/keep"},
       0,
       R"(Acme, 4 tools, as of 2026-11-23

── Keeper (keep, retired) ──────────────────────────────────────────────────────
  Spend: unknown
  Serves: no objective
  KPIs: none linked
  Findings: none
)",
       ""},
  });
}

TEST_CASE("trace says what it cannot find") {
  check({
      {{"brow", "stack.yaml"},
       2,
       "",
       R"(martech-audit: unknown objective or tool 'brow'; did you mean 'grow'?
)"},
      {{"keep", "stack.yaml"},
       2,
       "",
       R"(martech-audit: 'keep' is the id of an objective and of a tool; write objective/keep or tool/keep
)"},
      {{"tool:grow", "stack.yaml"}, 2, "", R"(martech-audit: unknown tool 'grow'; one of: a, b, c, keep
)"},
      {{"grow"},
       2,
       "",
       R"(martech-audit: no inventory given, and no inventory.yaml or martech.yaml in this folder; name a file, or create one with `martech-audit init`
)"},
      {{"grow", "broken.yaml"}, 2, "", R"(broken.yaml:1:1: error: the inventory has no 'organisation'
    1 | martech: 1
      | ^~~~~~~
      hint: add organisation: {name: …, currency: EUR}
martech-audit: 1 error; no verdict
)"},
      {{"stack.yaml", "--format", "xml"},
       2,
       "",
       R"(martech-audit: --format: cannot be 'xml'; one of: html, json, markdown, text
martech-audit: see `martech-audit --help`, or `martech-audit COMMAND --help`
)"},
  });
}

TEST_CASE("trace writes Markdown and HTML, also to a file") {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"trace", "grow", "stack.yaml", "--as-of", "2026-11-23", "--format"});
    return martech_audit({.arguments = std::move(arguments), .folder = folder.path()});
  };
  const Run markdown = run({"markdown"});
  CHECK(markdown.exit_code == 0);
  CHECK(markdown.out.starts_with(
      "<!-- martech-audit trace -->\n### Strategy trace\n\nAcme, 4 tools, as of 2026-11-23\n\n**Grow** "
      "(grow, active, priority 2, owner Ana)\n\n- **Spend:** EUR 100 a year, 10% of total spend\n"));
  const Run html = run({"html"});
  CHECK(html.out.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  CHECK(html.out.find("<li>Rate, measured 2026-10-01</li>") != std::string::npos);
  CHECK(html.out.ends_with("</body>\n</html>\n"));
  const Run written = run({"html", "--output", "trace.html"});
  CHECK(written.out.empty());
  CHECK(read_text(folder.file("trace.html")) == html.out);
  // Nothing overwrites what was read.
  const Run overwriting = run({"html", "--output", "stack.yaml"});
  CHECK(overwriting.exit_code == 2);
  CHECK(read_text(folder.file("stack.yaml")) == stack);
}

nlohmann::json traced(const std::vector<std::string>& subject) {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  std::vector<std::string> arguments{"trace", "--as-of", "2026-11-23", "--format", "json"};
  arguments.insert(arguments.end(), subject.begin(), subject.end());
  arguments.emplace_back("stack.yaml");
  const Run run = martech_audit({.arguments = arguments, .folder = folder.path()});
  CHECK(run.exit_code == 0);
  return nlohmann::json::parse(run.out);
}

std::vector<std::string> ids(const nlohmann::json& rows) {
  std::vector<std::string> result;
  for (const auto& row : rows) result.push_back(row["id"]);
  return result;
}

TEST_CASE("trace as JSON holds the rows that the subject names") {
  const auto all = traced({});
  CHECK(ids(all["strategy"]) == std::vector<std::string>{"keep", "grow", "done"});
  CHECK(ids(all["tools"]) == std::vector<std::string>{"a", "b", "c", "keep"});
  CHECK(ids(all["kpis"]) == std::vector<std::string>{"rate", "reach"});
  const auto objective = traced({"objective:keep"});
  CHECK(ids(objective["strategy"]) == std::vector<std::string>{"keep"});
  CHECK(ids(objective["tools"]) == std::vector<std::string>{"a"});
  CHECK(objective["kpis"].empty());
  const auto tool = traced({"c"});
  CHECK(ids(tool["strategy"]) == std::vector<std::string>{"grow"});
  CHECK(tool["strategy"][0]["requires"].dump() ==
        R"([{"capability":"mail","coverage":"twice","providers":["a","b"]},)"
        R"({"capability":"search","coverage":"once","providers":["a"]},)"
        R"({"capability":"ads","coverage":"troubled","providers":["c"]},)"
        R"({"capability":"shop","coverage":"none","providers":[]}])");
  CHECK(tool["strategy"][0]["tools"].dump() ==
        R"([{"id":"a","part":{"currency":"EUR","decimals":2,"minor":5001,"value":50.01}},)"
        R"({"id":"b","part":{"currency":"EUR","decimals":2,"minor":5000,"value":50.0}}])");
}

}  // namespace
}  // namespace martech_audit::tests::trace
