// `trace` as text, Markdown and HTML: a strategy written by hand, whole and in part.
#include "martech_audit/trace.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/text.h"
#include "report_builder.h"
#include "sample_reports.h"
#include "support/catch.h"
#include "support/golden.h"

namespace martech_audit {
namespace {

using std::chrono::month, std::chrono::day;

std::string traced(const AuditReport& report, const TraceFocus& focus = {}, const ReportStyle& style = {}) {
  std::string text;
  write_trace_text(report, focus, style, [&](std::string_view piece) { text += piece; });
  return text;
}
std::string traced_in_html(const AuditReport& report, const TraceFocus& focus = {}) {
  std::string text;
  write_trace_html(report, focus, [&](std::string_view piece) { text += piece; });
  return text;
}
std::string traced_in_markdown(const AuditReport& report, const TraceFocus& focus = {}) {
  std::string text;
  write_trace_markdown(report, focus, [&](std::string_view piece) { text += piece; });
  return text;
}

// What a page says, without what all pages begin and end with.
std::string body(const std::string& page) {
  const std::size_t from = page.find("<header>");
  const std::size_t end = page.find("<footer>");
  REQUIRE(end != std::string::npos);
  return page.substr(from, end - from);
}

EntityRef objective(std::string_view id, std::string_view title) {
  return {EntityKind::objective, id, title};
}

// Two objectives of the sample: one with all there can be, one that is over.
void add_strategy(AuditReport& report) {
  const Date measured{std::chrono::year(2026), month(10), day(31)};
  report.kpis = {{{EntityKind::kpi, "churn", "Churn"}, true, measured, "salesforce"},
                 {{EntityKind::kpi, "reach", "Reach"}, false, std::nullopt, ""}};
  report.tools[0].kpis = {"churn", "unknown-kpi"};
  report.tools[1].in_trouble = true;
  ObjectiveRow keep{.objective = objective("repeat-purchase", "Second order"),
                    .status = "active",
                    .owner = "mai",
                    .owner_role = "",
                    .priority = 1,
                    .spend = Money{17'424'000, report.currency},
                    .kpis = {0, 1},
                    .required = {},
                    .tools = {{0, Money{6'624'000, report.currency}}, {5, std::nullopt}}};
  keep.required = {{{EntityKind::capability, "crm", "CRM"}, Coverage::twice, {0, 4}},
                   {{EntityKind::capability, "social", ""}, Coverage::troubled, {1}},
                   {{EntityKind::capability, "search", "Search"}, Coverage::once, {5}},
                   {{EntityKind::capability, "kiosk", "Kiosk"}, Coverage::none, {}}};
  ObjectiveRow over{.objective = objective("launch", ""),
                    .status = "closed",
                    .owner = "",
                    .owner_role = "",
                    .priority = std::nullopt,
                    .spend = std::nullopt,
                    .kpis = {},
                    .required = {},
                    .tools = {}};
  report.strategy = {keep, over};
}

AuditReport with_strategy() {
  AuditReport report = test::retailer_report();
  add_strategy(report);
  return report;
}

TEST_CASE("a trace of the strategy shows objectives with spend, KPIs, tools and capabilities") {
  CHECK(traced(with_strategy()) == R"(Acme Outdoor, 8 tools, as of 2026-11-23

2 objectives, 4 capabilities required: 1 overlapping, 1 covered, 1 fragile, 1
not covered
(fragile: covered only by tools with high or critical findings)

── Second order (repeat-purchase, active, priority 1, owner mai) ───────────────
  Spend: EUR 174,240 a year, 84% of total spend
  KPIs
  ├─ Churn, measured 2026-10-31
  └─ Reach, not measured
  Tools
  ├─ Braze: EUR 66,240 a year
  └─ Segment
  Requires
  ├─ CRM: overlapping
  │  ├─ Braze
  │  └─ Salesforce Sales Cloud
  ├─ social: fragile
  │  └─ Hootsuite (at risk)
  ├─ Search: covered
  │  └─ Segment
  └─ Kiosk: not covered

── launch (launch, closed) ─────────────────────────────────────────────────────
  Spend: none (objective is closed)
  KPIs: none
  Tools: none linked
  Requires: no capabilities listed
)");
  CHECK(traced_in_markdown(with_strategy()) == R"(<!-- martech-audit trace -->
### Strategy trace

Acme Outdoor, 8 tools, as of 2026-11-23

2 objectives, 4 capabilities required: 1 overlapping, 1 covered, 1 fragile, 1 not covered

(fragile: covered only by tools with high or critical findings)

**Second order** (repeat-purchase, active, priority 1, owner mai)

- **Spend:** EUR 174,240 a year, 84% of total spend
- **KPIs**
  - Churn, measured 2026-10-31
  - Reach, not measured
- **Tools**
  - Braze: EUR 66,240 a year
  - Segment
- **Requires**
  - CRM: overlapping
    - Braze
    - Salesforce Sales Cloud
  - social: fragile
    - Hootsuite (at risk)
  - Search: covered
    - Segment
  - Kiosk: not covered

**launch** (launch, closed)

- **Spend:** none (objective is closed)
- **KPIs:** none
- **Tools:** none linked
- **Requires:** no capabilities listed

)");
  CHECK(body(traced_in_html(with_strategy())) == R"(<header>
<p class="kind">Strategy trace</p>
<h1><bdi>Acme Outdoor</bdi></h1>
<p>8 tools, as of <time datetime="2026-11-23">2026-11-23</time></p>
</header>
<nav aria-label="Parts of the report"><ul>
<li><a href="#objective-1">Second order</a></li>
<li><a href="#objective-2">launch</a></li>
</ul></nav>
<main id="content">
<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<p>2 objectives, 4 capabilities required: 1 overlapping, 1 covered, 1 fragile, 1 not covered</p>
<p><span class="quiet">(fragile: covered only by tools with high or critical findings)</span></p>
</section>
<section aria-labelledby="objective-1">
<h2 id="objective-1">Second order</h2>
<p class="quiet">repeat-purchase, active, priority 1, owner mai</p>
<ul class="tree" aria-label="What carries the objective">
<li><strong>Spend: </strong>EUR 174,240 a year, 84% of total spend</li>
<li><strong>KPIs</strong>
<ul>
<li>Churn, measured 2026-10-31</li>
<li>Reach, not measured</li>
</ul></li>
<li><strong>Tools</strong>
<ul>
<li>Braze: EUR 66,240 a year</li>
<li>Segment</li>
</ul></li>
<li><strong>Requires</strong>
<ul>
<li>CRM: <span class="passed">overlapping</span>
<ul>
<li>Braze</li>
<li>Salesforce Sales Cloud</li>
</ul></li>
<li>social: <span class="severity medium">fragile</span>
<ul>
<li>Hootsuite (at risk)</li>
</ul></li>
<li>Search: <span class="passed">covered</span>
<ul>
<li>Segment</li>
</ul></li>
<li>Kiosk: <span class="severity high">not covered</span></li>
</ul></li>
</ul>
</section>
<section aria-labelledby="objective-2">
<h2 id="objective-2">launch</h2>
<p class="quiet">launch, closed</p>
<ul class="tree" aria-label="What carries the objective">
<li><strong>Spend: </strong>none (objective is closed)</li>
<li><strong>KPIs: </strong>none</li>
<li><strong>Tools: </strong>none linked</li>
<li><strong>Requires: </strong>no capabilities listed</li>
</ul>
</section>
</main>
)");
}

TEST_CASE("a trace of an objective or a tool shows that alone") {
  CHECK(traced(with_strategy(), {.objective = 1, .tool = {}}) == R"(Acme Outdoor, 8 tools, as of 2026-11-23

── launch (launch, closed) ─────────────────────────────────────────────────────
  Spend: none (objective is closed)
  KPIs: none
  Tools: none linked
  Requires: no capabilities listed
)");
  CHECK(body(traced_in_html(with_strategy(), {.objective = 1, .tool = {}})) == R"(<header>
<p class="kind">Strategy trace</p>
<h1><bdi>Acme Outdoor</bdi></h1>
<p>8 tools, as of <time datetime="2026-11-23">2026-11-23</time></p>
</header>
<main id="content">
<section aria-labelledby="objective-2">
<h2 id="objective-2">launch</h2>
<p class="quiet">launch, closed</p>
<ul class="tree" aria-label="What carries the objective">
<li><strong>Spend: </strong>none (objective is closed)</li>
<li><strong>KPIs: </strong>none</li>
<li><strong>Tools: </strong>none linked</li>
<li><strong>Requires: </strong>no capabilities listed</li>
</ul>
</section>
</main>
)");
  CHECK(traced(with_strategy(), {.objective = {}, .tool = 0}) == R"(Acme Outdoor, 8 tools, as of 2026-11-23

── Braze (braze, active) ───────────────────────────────────────────────────────
  Spend: EUR 66,240 a year, 32% of total spend
  Serves
  └─ Second order (repeat-purchase, active, priority 1, owner mai): EUR 66,240 a
     │ year
     ├─ provides CRM: overlapping
     ├─ KPI Churn, measured 2026-10-31
     └─ KPI Reach, not measured
  KPIs
  └─ Churn, measured 2026-10-31
  Findings
  ├─ critical: Braze renews for a year on 2027-02-28; notice is due within 7
  │    days
  └─ low: nobody can stand in for the owner of Braze
)");
  CHECK(traced_in_markdown(with_strategy(), {.objective = {}, .tool = 1}) == R"(<!-- martech-audit trace -->
### Strategy trace

Acme Outdoor, 8 tools, as of 2026-11-23

**Hootsuite** (hootsuite, active, at risk)

- **Spend:** EUR 9,600 a year, 5% of total spend
- **Serves**
  - Second order (repeat-purchase, active, priority 1, owner mai), not linked
    - provides social: fragile
    - KPI Churn, measured 2026-10-31
    - KPI Reach, not measured
- **KPIs:** none linked
- **Findings**
  - high: nobody has used Hootsuite since 2026-05-02
  - medium: 0 of 10 seats in use (0%)
  - medium: Hootsuite is linked to no objective

)");
  CHECK(body(traced_in_html(with_strategy(), {.objective = {}, .tool = 7})) == R"(<header>
<p class="kind">Strategy trace</p>
<h1><bdi>Acme Outdoor</bdi></h1>
<p>8 tools, as of <time datetime="2026-11-23">2026-11-23</time></p>
</header>
<main id="content">
<section aria-labelledby="tool">
<h2 id="tool">Trello</h2>
<p class="quiet">trello, active</p>
<ul class="tree" aria-label="What the tool serves">
<li><strong>Spend: </strong>EUR 900 a year, &lt;1% of total spend</li>
<li><strong>Serves: </strong>no objective</li>
<li><strong>KPIs: </strong>none linked</li>
<li><strong>Findings</strong>
<ul>
<li><span class="severity medium">medium</span>: Trello is linked to no objective</li>
</ul></li>
</ul>
</section>
</main>
)");
}

TEST_CASE("a trace without objectives says what to add") {
  CHECK(traced(test::void_report()) == R"(Nobody, 0 tools, as of 2026-11-23

No objectives to trace. Add them under 'objectives:', and link each tool to the
objectives it serves.
)");
  CHECK(body(traced_in_html(test::void_report())) == R"(<header>
<p class="kind">Strategy trace</p>
<h1><bdi>Nobody</bdi></h1>
<p>0 tools, as of <time datetime="2026-11-23">2026-11-23</time></p>
</header>
<main id="content">
<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
<p>No objectives to trace. Add them under &#39;objectives:&#39;, and link each tool to the objectives it serves.</p>
</section>
</main>
)");
}

// What reports call by a name, by another one.
AuditReport hostile_strategy() {
  AuditReport report = test::hostile_report();
  add_strategy(report);
  for (std::size_t i = 0; i < report.strategy.size(); ++i) {
    ObjectiveRow& row = report.strategy[i];
    row.objective = {EntityKind::objective, report.tools[6].tool.name, report.tools[i].tool.name};
    row.status = row.owner = report.tools[6].tool.name;
    for (CapabilityRow& need : row.required) need.capability.name = report.tools[2 * i + 1].tool.name;
  }
  for (KpiRow& row : report.kpis) row.kpi.name = report.tools[7].tool.name;
  return report;
}

TEST_CASE("a trace of hostile names is as approved, in each format") {
  const AuditReport report = hostile_strategy();
  for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{
           {"hostile.trace-text.txt", traced(report)},
           {"hostile.trace-ascii.txt", traced(report, {}, {.unicode = false})},
           {"hostile.trace-markdown.txt", traced_in_markdown(report)},
           {"hostile.trace-html.txt", body(traced_in_html(report))}}) {
    const std::string difference = test::golden_difference(name, text);
    INFO(difference);
    CHECK(difference.empty());
    CHECK_FALSE(first_invalid_utf8(text));
    std::string without_breaks = text;
    std::erase(without_breaks, '\n');
    CHECK(escape_controls(without_breaks) == without_breaks);
  }
}

TEST_CASE("no line of a trace is wider than the terminal, and ASCII is ASCII") {
  for (const std::size_t width : {40U, 64U, 80U, 120U}) {
    for (const bool unicode : {false, true}) {
      std::string text = traced(hostile_strategy(), {}, {.unicode = unicode, .width = width});
      if (!unicode)
        CHECK(std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); }));
      for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
        INFO(text.substr(0, end));
        CHECK(display_width(text.substr(0, end)) <= width);
        text.erase(0, end + 1);
      }
    }
  }
}

TEST_CASE("objectives of the same name have places of their own, and the contents lead to each") {
  AuditReport report = with_strategy();
  report.strategy.resize(40, report.strategy.front());
  const std::string page = traced_in_html(report);
  for (std::size_t i = 1; i <= report.strategy.size(); ++i) {
    const std::string place = "objective-" + std::to_string(i) + "\"";
    INFO(place);
    CHECK(page.find(" id=\"" + place) != std::string::npos);
    CHECK(page.find("<a href=\"#" + place) != std::string::npos);
  }
  CHECK(page.find("objective-41") == std::string::npos);
}

TEST_CASE("a page of one objective has no list of contents") {
  for (const TraceFocus focus :
       {TraceFocus{.objective = 0, .tool = {}}, TraceFocus{.objective = {}, .tool = 0}}) {
    const std::string page = traced_in_html(with_strategy(), focus);
    CHECK(page.find("<nav") == std::string::npos);
    CHECK(page.find("href=") == std::string::npos);
    CHECK(page.find("id=\"summary\"") == std::string::npos);
  }
}

}  // namespace
}  // namespace martech_audit
