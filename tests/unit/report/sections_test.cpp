// Sections of the report whose tables and pictures stand on the HTML page: rows written by hand, and all that
// is said of them.
#include "report/page/sections.h"

#include <functional>
#include <string>
#include <vector>

#include "machine_samples.h"
#include "report/html/html_page.h"
#include "report/markdown/markdown_page.h"
#include "report/text/text_page.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

using namespace test;

std::string in_html(const AuditReport& report, void (*write)(const AuditPage&, Page&)) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  HtmlPage page("program 1", sink);
  page.begin_section("here");
  write(AuditPage(report), page);
  page.end_section();
  return out;
}

std::string in_text(const AuditReport& report, void (*write)(const AuditPage&, Page&),
                    const ReportStyle& style = {}, Media medium = on::terminal) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  TextPage page(medium, style, sink);
  page.begin_section("here");
  write(AuditPage(report), page);
  return out;
}

std::string in_markdown(const AuditReport& report, void (*write)(const AuditPage&, Page&)) {
  std::string out;
  const Sink sink = [&](std::string_view piece) { out += piece; };
  MarkdownPage page("marker", sink);
  write(AuditPage(report), page);
  return out;
}

// What is said, without how: tags are blanks, and what stands in for pictures is kept.
std::string said(std::string html) {
  for (const std::string_view attribute : {"aria-label=\"", "<title>", "<desc>"}) {
    for (std::size_t at = html.find(attribute); at != html.npos; at = html.find(attribute, at + 1)) {
      if (attribute.front() == '<') continue;
      const std::size_t end = html.find('"', at + attribute.size());
      const std::size_t close = html.find('>', end);
      html.insert(close + 1, "[" + html.substr(at + attribute.size(), end - at - attribute.size()) + "]");
    }
  }
  std::string words;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    const char shown = in_tag ? ' ' : c;
    if (shown != ' ' || (!words.empty() && words.back() != ' ' && words.back() != '\n')) words += shown;
    if (c == '>') in_tag = false;
  }
  return words;
}

ToolRow tool_of(std::string_view id, std::string_view name, std::string_view category = "crm") {
  ToolRow row = row_of(some_tool(id, name));
  row.category = category;
  row.status = "active";
  return row;
}

// ---- strategy

AuditReport with_strategy() {
  Machine machine;
  machine.tool(tool_of("a", "Alpha"));
  machine.tool(tool_of("b", "Beta"));
  machine.tool(tool_of("c", "Gamma"));
  machine.tool(tool_of("d", "Delta"));
  machine.tool(tool_of("e", "Epsilon"));
  AuditReport report = machine.build();
  report.tools[3].in_trouble = true;
  report.kpis = {{{EntityKind::kpi, "k", "K"}, true, on_day(10, 1), ""},
                 {{EntityKind::kpi, "l", "L"}, false, {}, ""}};
  const auto capability = [](std::string_view id, Coverage coverage, std::vector<std::uint32_t> providers) {
    return CapabilityRow{{EntityKind::capability, id, ""}, coverage, std::move(providers)};
  };
  const auto objective = [](std::string_view id, std::string_view title, std::string_view status) {
    ObjectiveRow row;
    row.objective = {EntityKind::objective, id, title};
    row.status = status;
    return row;
  };
  ObjectiveRow grow = objective("grow", "Grow <now>", "active");
  grow.spend = machine.money(1200);
  grow.kpis = {0, 1};
  grow.tools = {{0, machine.money(700)}, {1, machine.money(500)}};
  grow.required = {capability("mail", Coverage::twice, {0, 1, 2, 4}),
                   capability("search", Coverage::none, {}), capability("ads", Coverage::once, {4})};
  ObjectiveRow keep = objective("keep", "", "active");
  keep.required = {capability("ads", Coverage::once, {4}), capability("shop", Coverage::troubled, {3})};
  report.strategy = {grow, keep, objective("over", "Over", "closed")};
  return report;
}

TEST_CASE("the strategy shows what active objectives need, what is covered worst first") {
  CHECK(said(in_html(with_strategy(), write_strategy)) == R"(
Strategy and technology 
[Table of objectives] Objective Annual spend Tools KPIs measured Capabilities covered 
Grow &lt;now&gt; EUR 1,200 2 1 of 2 2 of 3 
keep unknown 0 no KPI 2 of 2 

Required capabilities and the tools that provide them 
Active objectives require 4 capabilities: 1 covered by two or more tools, 1 by one, 1 only by tools at risk, 1 not covered. 
two or more tools one tool only tools at risk not covered 
[Matrix of capabilities and objectives] Capabilities by objective Capability Grow &lt;now&gt; keep Provided by 
search [not covered] not covered no active tool 
shop [covered only by tools at risk] covered only by tools at risk Delta (at risk) 
ads [covered by one tool] covered by one tool [covered by one tool] covered by one tool Epsilon 
mail [covered by two or more tools] covered by two or more tools Alpha, Beta, Gamma, Epsilon 


)");
}

TEST_CASE("without active objectives the strategy says what that means") {
  AuditReport report = with_strategy();
  for (ObjectiveRow& row : report.strategy) row.status = "planned";
  CHECK(said(in_html(report, write_strategy)) == R"(
Strategy and technology 
No active objectives are listed, so spend cannot be linked to the strategy. 

)");
  // Objectives that require nothing have no matrix.
  report.strategy.resize(1);
  report.strategy[0].status = "active";
  report.strategy[0].required.clear();
  report.strategy[0].kpis.clear();
  report.strategy[0].spend.reset();
  CHECK(said(in_html(report, write_strategy)) == R"(
Strategy and technology 
[Table of objectives] Objective Annual spend Tools KPIs measured Capabilities covered 
Grow &lt;now&gt; unknown 2 no KPI none listed 


)");
}

// ---- renewals

TEST_CASE("the calendar of notice says when, what and how much") {
  Machine machine;
  const auto add = [&](std::string_view id, std::optional<Date> notice, std::optional<Date> renews,
                       std::optional<std::int64_t> commits, std::optional<std::int64_t> possibly = {}) {
    ToolRow row = tool_of(id, id);
    row.notice_by = notice;
    row.renews_on = renews;
    if (commits) row.renewal_commitment = machine.money(*commits);
    if (possibly) row.possible_commitment = machine.money(*possibly);
    machine.tool(std::move(row));
  };
  add("a-today", on_day(11, 23), on_day(12, 31), 1'000);
  add("b-missed", on_day(11, 22), on_day(1, 1, 2027), 999'500);
  add("c-soon", on_day(12, 23), {}, {}, 64);
  add("d-later", on_day(12, 24), on_day(2, 1, 2027), 0);
  add("e-next-year", on_day(11, 30, 2027), on_day(2, 1, 2028), 5);
  add("f-unknown", on_day(10, 31, 2027), {}, {});
  add("g-none", {}, {}, 7);
  machine.tool([] {
    ToolRow row = tool_of("h-retired", "h-retired");
    row.in_use = false;
    row.notice_by = on_day(12, 1);
    return row;
  }());
  CHECK(said(in_html(machine.build(), write_renewals)) == R"(
Notice and renewals 
[Notice calendar] Contract commitments by month of the notice deadline overdue: 1 contract, EUR 999,500; Nov 2026: 1 contract, EUR 1,000; Dec 2026: 2 contracts, up to EUR 64; Oct 2027: 1 contract, commitment not known; later: 1 contract, EUR 5 
overdue: 1 contract, EUR 999,500 1.0m overdue 1 
Nov 2026: 1 contract, EUR 1,000 1.0k Nov 2026 1 
Dec 2026: 2 contracts, up to EUR 64 ≤ 64 Dec 2026 2 
Jan 2027: 0 contracts, EUR 0 Jan 2027 
Feb 2027: 0 contracts, EUR 0 Feb 2027 
Mar 2027: 0 contracts, EUR 0 Mar 2027 
Apr 2027: 0 contracts, EUR 0 Apr 2027 
May 2027: 0 contracts, EUR 0 May 2027 
Jun 2027: 0 contracts, EUR 0 Jun 2027 
Jul 2027: 0 contracts, EUR 0 Jul 2027 
Aug 2027: 0 contracts, EUR 0 Aug 2027 
Sep 2027: 0 contracts, EUR 0 Sep 2027 
Oct 2027: 1 contract, commitment not known ? Oct 2027 1 
later: 1 contract, EUR 5 5 later 1 
Renewal commitments in EUR, by month of the notice deadline; below, the number of contracts. What may renew, but is not known to, is outlined. 
notice deadline renewal 
[Table of renewals] Notice deadline Tool Next 12 months Renews Commitment 
2026-11-22 1 day ago b-missed 2027-01-01 EUR 999,500 
2026-11-23 today a-today 2026-12-31 EUR 1,000 
2026-12-23 in 30 days c-soon – up to EUR 64 
2026-12-24 in 31 days d-later 2027-02-01 EUR 0 
2027-10-31 in 342 days f-unknown – not known 
2027-11-30 in 372 days e-next-year 2028-02-01 EUR 5 


)");
}

TEST_CASE("without a known renewal there is no calendar") {
  Machine machine;
  machine.tool(tool_of("a", "A"));
  CHECK(said(in_html(machine.build(), write_renewals)) == R"(
Notice and renewals 
No contract has a renewal date. 

)");
}

// ---- integrations

AuditReport connected(std::vector<IntegrationRow> rows) {
  Machine machine;
  for (const std::string_view id : {"a", "b", "c", "d", "e", "f"}) machine.tool(tool_of(id, id));
  machine.tool([] {
    ToolRow row = tool_of("g", "retired");
    row.in_use = false;
    return row;
  }());
  AuditReport report = machine.build();
  report.tools[3].in_trouble = true;
  report.integrations = std::move(rows);
  return report;
}

TEST_CASE("the map of integrations has an island for all that is connected, and names the rest") {
  CHECK(said(in_html(connected({{"1", 0, 1, "api", "", "active"},
                                {"2", 0, 1, "file", "", ""},
                                {"3", 1, 2, "manual", "", "active"},
                                {"4", 3, 4, "native", "", "broken"},
                                {"5", 3, 4, "file", "", "active"},
                                {"6", 0, 6, "api", "", "active"},
                                {"7", 0, 3, "api", "", "broken"},
                                {"8", 0, 5, "api", "", "planned"},
                                {"9", 5, 5, "api", "", "active"}}),
                     write_integrations)) == R"(
Integrations 
4 working connections between tools in use, 1 of them manual; 2 broken. 1 tool is not connected. 
connected by file by hand broken at risk 
[3 tools connected to each other] [3 tools connected to each other] a and b: connected, by file; b and c: by hand 
a and b: connected, by file 
b and c: by hand 
a: 1 connection a 
b: 2 connections b 
c: 1 connection c 
3 tools connected to each other 
[2 tools connected to each other] [2 tools connected to each other] d and e: by file, broken 
d and e: by file, broken 
d: 1 connection d 
e: 1 connection e 
2 tools connected to each other 
Not connected: f 
All connections 
[Table of connections] From To Kind State 
a b api active 
a b file unknown 
b c by hand active 
d e native broken 
d e file active 
a retired api active 
a d api broken 
a f api planned 
f f api active 



)");
}

TEST_CASE("an integration that is broken connects nothing") {
  CHECK(said(in_html(connected({{"1", 0, 1, "", "", "broken"}}), write_integrations)) == R"(
Integrations 
0 working connections between tools in use, 0 of them manual; 1 broken. 6 tools are not connected. 
Not connected: a, b, c, d, e, f 
All connections 
[Table of connections] From To Kind State 
a b unknown broken 



)");
  CHECK(said(in_html(connected({}), write_integrations)) == R"(
Integrations 
No integrations are listed. 
Not connected: a, b, c, d, e, f 

)");
}

TEST_CASE("more tools than can be told apart are shown by category") {
  Machine machine;
  std::vector<std::string> ids;
  for (int i = 100; i < 190; ++i) ids.push_back("t" + std::to_string(i));
  for (std::size_t i = 0; i < ids.size(); ++i)
    machine.tool(tool_of(ids[i], ids[i], i < 50 ? "crm" : i < 89 ? "cdp" : ""));
  AuditReport report = machine.build();
  report.tools[0].in_trouble = true;
  report.integrations = {{"1", 0, 1, "api", "", "active"},
                         {"2", 0, 60, "manual", "", "active"},
                         {"3", 2, 61, "api", "", "broken"},
                         {"4", 2, 89, "api", "", "broken"}};
  std::string text = said(in_html(report, write_integrations));
  text.erase(text.find("Not connected:"), text.find("All connections") - text.find("Not connected:"));
  CHECK(text == R"(
Integrations 
2 working connections between tools in use, 1 of them manual; 2 broken. 87 tools are not connected. 
connected by file by hand broken at risk 
[2 categories connected to each other] [2 categories connected to each other] cdp and crm: by hand, broken 
cdp and crm: by hand, broken 
cdp: 1 connection cdp (39) 
crm: 3 connections crm (50) 
2 categories connected to each other 
All connections 
[Table of connections] From To Kind State 
t100 t101 api active 
t100 t160 by hand active 
t102 t161 api broken 
t102 t189 api broken 



)");
  report.teams = {{{EntityKind::team, "crew", "Crew"}, {0, 1, 60}, {1, 2, 89}},
                  {{EntityKind::team, "idle", "Idle"}, {}, {}},
                  {{EntityKind::team, "others", "Others"}, {}, {0, 61}}};
  CHECK(said(in_html(report, write_teams)) == R"(
Tools by team 
5 tools used or owned by a single team, 1 shared by several, 84 with no known team. 
owns uses 
[Matrix of tools and teams] Number of tools per category that each team owns or uses Category Crew Others Shared 
cdp [owns 1, uses 0 more] owns 1, uses 0 more 1 [owns 0, uses 1 more] owns 0, uses 1 more 1 2 of 39 with a single team 
crm [owns 2, uses 1 more] owns 2, uses 1 more 3 [owns 0, uses 1 more] owns 0, uses 1 more 1 2 of 50 with a single team 
no category [owns 0, uses 1 more] owns 0, uses 1 more 1 1 of 1 with a single team 


)");
}

// ---- teams

TEST_CASE("the map of teams begins with what one team has for itself") {
  AuditReport report = connected({});
  report.teams = {{{EntityKind::team, "crew", "Crew"}, {0, 1}, {1, 2}},
                  {{EntityKind::team, "idle", "Idle"}, {}, {}},
                  {{EntityKind::team, "shop", "Shop <1>"}, {}, {0, 6}}};
  CHECK(said(in_html(report, write_teams)) == R"(
Tools by team 
2 tools used or owned by a single team, 1 shared by several, 3 with no known team. 
owns uses 
[Matrix of tools and teams] Tools by team Tool Crew Shop &lt;1&gt; Shared 
b [owns and uses] owns and uses one team 
c [uses] uses one team 
a [owns] owns [uses] uses 2 teams 
d no team 
e no team 
f no team 


)");
  report.teams.resize(2);
  report.teams.erase(report.teams.begin());
  CHECK(said(in_html(report, write_teams)) == R"(
Tools by team 
No listed team owns or uses a tool. 

)");
}

// ---- tools

TEST_CASE("the table of tools has all of them, and marks those at risk") {
  Machine machine;
  ToolRow full = tool_of("full", "Full & co", "web-analytics");
  full.owner = "ana";
  full.owner_role = "Head of CRM";
  full.annual_cost = machine.money(1'234);
  full.utilisation = 0.504;
  full.waste = machine.money(600);
  full.in_trouble = true;
  ToolRow by_id = tool_of("ids", "");
  by_id.owner = "ana";
  by_id.utilisation = 1.2;
  ToolRow bare = tool_of("bare", "Bare", "");
  bare.annual_cost = machine.money(0);
  machine.tool(std::move(bare));
  machine.tool(std::move(full));
  machine.tool(std::move(by_id));
  machine.tool(tool_of("more", "More"));
  machine.tool(tool_of("other", "Other"));
  AuditReport report = machine.build();
  report.tools[1].points = tenths(12);
  CHECK(said(in_html(report, write_tools)) == R"(
Tools 
[Table of tools] Tool Category Owner Annual cost Seat utilisation Waste Points 
Bare EUR 0 – 0 
Full &amp; co web analytics Head of CRM EUR 1,234 50% – 1.2 
ids crm ana – 120% – 0 
More crm – – 0 
Other crm – – 0 


)");
  report.tools.clear();
  CHECK(said(in_html(report, write_tools)) == R"(
Tools 
The inventory has no tools. 

)");
}

TEST_CASE("utilisation is shown lowest first, of three tools or more") {
  Machine machine;
  const auto add = [&](std::string_view id, double used, std::int64_t waste = 0) {
    ToolRow row = tool_of(id, id);
    row.utilisation = used;
    row.waste = machine.money(waste);
    machine.tool(std::move(row));
  };
  add("a", 0.5, 100);
  add("b", 0.0, 2'000);
  CHECK(in_text(machine.build(), write_utilisation).empty());
  Machine more;
  for (int i = 0; i < 9; ++i) {
    static const std::vector<std::string> ids{"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    ToolRow row = tool_of(ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i)]);
    row.utilisation = 1.1 - 0.15 * i;
    row.waste = more.money(i > 4 ? 100 * i : 0);
    row.in_use = i != 8;
    more.tool(std::move(row));
  }
  const AuditReport report = more.build();
  CHECK(in_text(report, write_utilisation, {.width = 60}) ==
        R"(── Seat utilisation, lowest first (█ in use, · idle) ───────
  all 8 with usage data  ▁▂▃▅▆▇██                   5%–110%
  h                      █···················   5%
  g                      ████················  20%
  f                      ███████·············  35%
  e                      ██████████··········  50%
  d                      █████████████·······  65%
)");
  CHECK(in_text(report, write_utilisation, {.unicode = false, .width = 60, .verbose = true}) ==
        R"(Seat utilisation, lowest first (# in use, . idle)
  all 8 with usage data  _.-+*%##                    5%-110%
  h                      #...................    5%
  g                      ####................   20%
  f                      #######.............   35%
  e                      ##########..........   50%
  d                      #############.......   65%
  c                      ################....   80%
  b                      ###################.   95%
  a                      ####################  110%
)");
}

// ---- Marketing 5.0

TEST_CASE("components of Marketing 5.0 are levels of three, by tools") {
  AuditReport report = connected({});
  report.marketing5 = {{"data-driven", 3, 3, {0, 1, 2, 3, 4, 5}},
                       {"predictive", 0, 2, {}},
                       {"contextual", 1, 3, {4}},
                       {"augmented", 0, 0, {}},
                       {"agile", 2, 2, {5, 6}}};
  CHECK(said(in_html(report, write_marketing5)) == R"(
Marketing 5.0 
1 tool, 2 objective and skilled owner, 3 measured KPI 
[Marketing 5.0] Marketing 5.0 as a radar data-driven: 3 of 3; predictive: 0–2 of 3; contextual: 1–3 of 3; augmented: 0 of 3; agile: 2 of 3 









data-driven: 3 of 3 data-driven 3 of 3 
predictive: 0–2 of 3 predictive 0–2 of 3 
contextual: 1–3 of 3 contextual 1–3 of 3 
augmented: 0 of 3 augmented 0 of 3 
agile: 2 of 3 agile 2 of 3 


[Components of Marketing 5.0] Component Level Tools 
data-driven 3 a, b, c, d, e, f 
predictive 0–2 no tool 
contextual 1–3 e 
augmented 0 no tool 
agile 2 f, retired 

Dashed: the level a component could have, because data is missing. 

)");
  CHECK(in_markdown(report, write_marketing5) ==
        R"(**Marketing 5.0** (1 tool, 2 objective and skilled owner, 3 measured KPI)

| Component | Level | Tools |
|---|---|---|
| data-driven | 3 | a, b, c, d, e, f |
| predictive | 0–2 | no tool |
| contextual | 1–3 | e |
| augmented | 0 | no tool |
| agile | 2 | f, retired |

)");
  // With so few tools nobody asks for them on a terminal.
  CHECK(in_text(report, write_marketing5).empty());
  while (report.tools.size() < 12) report.tools.push_back(report.tools.front());
  CHECK(in_text(report, write_marketing5, {.width = 72}) ==
        R"(Marketing 5.0 (1 tool, 2 objective and skilled owner, 3 measured KPI)
  data-driven  ███  3    a, b, c, d, e, f
  predictive   ░░·  0–2  no tool
  contextual   █░░  1–3  e
  augmented    ···  0    no tool
  agile        ██·  2    f, retired
)");
}

// ---- what is waived, excepted and warned of

TEST_CASE("waived findings say until when, by whom and why, and still count") {
  Machine machine;
  const auto waiver = [&](std::string_view reason, Date expires, std::string_view approved_by,
                          std::string_view ticket) -> const Waiver& {
    Waiver made{};
    made.rule = "r-high";
    made.reason = reason;
    made.owner = "mai";
    made.expires = expires;
    made.approved_by = approved_by;
    made.ticket = ticket;
    return machine.waiver(made);
  };
  const Waiver& today = waiver("Ends today", on_day(11, 23), "", "");
  const Waiver& signed_one = waiver("IT joins\nin January", on_day(11, 24), "kai", "OPS-12");
  machine.finding({.rule = "r-high",
                   .entity = some_tool("a", "A"),
                   .message = "A is odd",
                   .points = tenths(12),
                   .place = at("stack.yaml", 3, 5, 7),
                   .waiver = &today});
  machine.finding({.rule = "r-high",
                   .entity = some_tool("b", "B"),
                   .message = "B is odd",
                   .points = tenths(8),
                   .waiver = &signed_one});
  AuditReport report = machine.build();
  report.money.waived = machine.money(40);
  CHECK(in_text(report, write_waived) ==
        R"(Waived: 2 findings, 2 points and EUR 40 of waste (still included in the gap)
  high  A is odd  r-high  9805e5f9 (until 2026-11-23 (today), by      1.2 points
    mai: Ends today)
    stack.yaml:3:5
  high  B is odd  r-high  0e64065d (until 2026-11-24 (1 more day),    0.8 points
    by mai, approved by kai, OPS-12: IT joins\nin January)
)");
  CHECK(
      in_markdown(report, write_waived) ==
      R"(<details><summary>Waived: 2 findings, 2 points and EUR 40 of waste (still included in the gap)</summary>

| severity | finding | where | points | waived |
|---|---|---|---:|---|
| high | A is odd `r-high` | `stack.yaml:3` | 1.2 | until 2026-11-23 (today), by mai: Ends today |
| high | B is odd `r-high` |  | 0.8 | until 2026-11-24 (1 more day), by mai, approved by kai, OPS-12: IT joins\\nin January |

</details>

)");
  CHECK(said(in_html(report, write_waived)) == R"(
Waived: 2 findings, 2 points and EUR 40 of waste (still included in the gap) 

high A is odd 1.2 points r-high 
until 2026-11-23 (today), by mai: Ends today 
stack.yaml:3:5 

high B is odd 0.8 points r-high 
until 2026-11-24 (1 more day), by mai, approved by kai, OPS-12: IT joins\nin January 



)");
}

TEST_CASE("exceptions and warnings are all counted, and as many shown as there is room for") {
  Machine machine;
  const SourcePtr text = machine.source("stack.yaml", "a: 1\nb: 2\n");
  AuditReport report = machine.build();
  for (int i = 1; i <= 10; ++i) report.loosened.push_back("exception " + std::to_string(i));
  for (int i = 1; i <= 9; ++i)
    report.diagnostics.push_back(
        {DiagnosticLevel::warning, {text, 5, 6}, "warning " + std::to_string(i), "a hint"});
  report.diagnostics.push_back({DiagnosticLevel::note, {}, "a note", ""});
  report.diagnostics_left_out = {3, 2};
  CHECK(in_text(report, write_exceptions) ==
        R"(── Gate exceptions ─────────────────────────────────────────────────────────────
  exception 1
  exception 2
  exception 3
  exception 4
  exception 5
  exception 6
  exception 7
  exception 8
  and 2 more exceptions (--verbose shows all)
)");
  CHECK(in_text(report, write_warnings) ==
        R"(── Warnings: 12 ────────────────────────────────────────────────────────────────
  warning 1  stack.yaml:2
  warning 2  stack.yaml:2
  warning 3  stack.yaml:2
  warning 4  stack.yaml:2
  warning 5  stack.yaml:2
  warning 6  stack.yaml:2
  warning 7  stack.yaml:2
  warning 8  stack.yaml:2
  and 4 more warnings (--verbose shows 1 of them)
  The inventory also has 3 notes (run martech-audit validate to see them)
)");
  CHECK(in_text(report, write_warnings, {.verbose = true}) ==
        R"(── Warnings: 12 ────────────────────────────────────────────────────────────────
  warning 1  stack.yaml:2
  warning 2  stack.yaml:2
  warning 3  stack.yaml:2
  warning 4  stack.yaml:2
  warning 5  stack.yaml:2
  warning 6  stack.yaml:2
  warning 7  stack.yaml:2
  warning 8  stack.yaml:2
  warning 9  stack.yaml:2
  and 3 more warnings
  The inventory also has 3 notes (run martech-audit validate to see them)
)");
  CHECK(in_markdown(report, write_warnings) == R"(<details><summary>Warnings: 12</summary>

- warning 1  stack.yaml:2
- warning 2  stack.yaml:2
- warning 3  stack.yaml:2
- warning 4  stack.yaml:2
- warning 5  stack.yaml:2

and 7 more warnings; see the full report

</details>

)");
  CHECK(said(in_html(report, write_warnings)) == R"(
Warnings: 12 

warning 1 stack.yaml:2 
warning 2 stack.yaml:2 
warning 3 stack.yaml:2 
warning 4 stack.yaml:2 
warning 5 stack.yaml:2 
warning 6 stack.yaml:2 
warning 7 stack.yaml:2 
warning 8 stack.yaml:2 
warning 9 stack.yaml:2 

and 3 more warnings 
The inventory also has 3 notes (run martech-audit validate to see them) 

)");
  report.diagnostics.erase(report.diagnostics.begin(), report.diagnostics.begin() + 9);
  report.diagnostics_left_out = {};
  CHECK(in_text(report, write_warnings) ==
        R"(The inventory also has 1 note (run martech-audit validate to see them)
)");
  CHECK(said(in_html(report, write_warnings)) == R"(
Notes 
The inventory also has 1 note (run martech-audit validate to see them) 

)");
}

}  // namespace
}  // namespace martech_audit::report
