// `diff` as text, Markdown and HTML: what changed between two reports written by hand.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "martech_audit/report_diff.h"
#include "sample_reports.h"
#include "support/catch.h"
#include "support/golden.h"

namespace martech_audit {
namespace {

struct Writer {
  std::string_view name;
  std::string (*write)(const ReportDiff&);
};

template <void (*write)(const ReportDiff&, const Sink&)>
std::string collected(const ReportDiff& diff) {
  std::string text;
  write(diff, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string styled(const ReportDiff& diff, const ReportStyle& style) {
  std::string text;
  write_diff_text(diff, style, [&](std::string_view piece) { text += piece; });
  return text;
}

const std::vector<Writer> writers{
    {"diff-html", collected<write_diff_html>},
    {"diff-markdown", collected<write_diff_markdown>},
    {"diff-text", [](const ReportDiff& diff) { return styled(diff, {}); }},
    {"diff-ascii", [](const ReportDiff& diff) { return styled(diff, {.unicode = false, .verbose = true}); }},
};

// Nothing but the findings says how they changed: every way that there is.
ReportDiff changed(AuditReport (*make)()) {
  ReportDiff diff;
  diff.before_name = "old/<b>.yaml";
  diff.after_name = "new\x1b[31m.yaml";
  diff.before = make();
  diff.after = make();
  diff.gap = {{{Cause::inventory}, 2 * points_per_point},
              {{Cause::packs, Cause::time}, -points_per_point / 10}};
  diff.loosened = {"rule core-rule is off\x1b[8m"};
  diff.tightened = {"rule other is on again"};
  diff.lost_evidence = {{"tool <i>: owner is no longer given"}};
  std::vector<Finding>& before = diff.before.findings;
  std::vector<Finding>& after = diff.after.findings;
  REQUIRE(before.size() > 10);
  diff.fresh = {&after[0], &after[1]};
  after[2].severity = Severity::critical;
  diff.worsened = {{&before[2], &after[2]}};
  after[3].severity = Severity::low;
  diff.improved = {{&before[3], &after[3]}};
  const std::vector<Ending> endings{Ending::fixed,     Ending::weakened,     Ending::removed,
                                    Ending::undecided, Ending::inapplicable, Ending::rule_off,
                                    Ending::waived};
  for (std::size_t i = 0; i < endings.size(); ++i) diff.ended.push_back({&before[4 + i], endings[i]});
  return diff;
}

// Without its head, whose style and script are those of every page.
std::string shown(const std::string& text) {
  const std::size_t from = text.find("<header>");
  return from == std::string::npos ? text : text.substr(from, text.find("<footer>") - from);
}

TEST_CASE("a diff is as approved in each format") {
  for (const auto& [sample, make] : std::vector<std::pair<std::string, AuditReport (*)()>>{
           {"hostile", test::hostile_report}, {"retailer", test::retailer_report}}) {
    const ReportDiff diff = changed(make);
    for (const Writer& writer : writers) {
      const std::string text = writer.write(diff);
      const std::string difference =
          test::golden_difference(sample + "." + std::string(writer.name) + ".txt", shown(text));
      INFO(difference);
      CHECK(difference.empty());
      CHECK_FALSE(first_invalid_utf8(text));
      std::string without_breaks = text;
      std::erase(without_breaks, '\n');
      CHECK(escape_controls(without_breaks) == without_breaks);
    }
  }
}

ReportDiff unchanged() {
  ReportDiff diff;
  diff.before_name = "a";
  diff.after_name = "b";
  diff.before = test::clean_report();
  diff.after = test::clean_report();
  return diff;
}

TEST_CASE("a diff in which nothing changed says so, and has no empty parts") {
  const ReportDiff diff = unchanged();
  CHECK(styled(diff, {}) == R"(Corner Shop, changes from a to b, as of 2026-11-23

PASS  no findings changed
Gap 0 → 0 of 100 (lower is better): no change
Findings  no findings changed
)");
  CHECK(collected<write_diff_markdown>(diff) == R"(<!-- martech-audit diff -->
### Marketing technology audit of this change passed: no findings changed

Corner Shop, changes from a to b, as of 2026-11-23

**Gap 0 → 0** of 100 (lower is better): no change

| | |
|---|---|
| Findings | no findings changed |

)");
  CHECK(shown(collected<write_diff_html>(diff)) == R"(<header>
<p class="kind">Marketing technology audit of this change</p>
<h1><bdi>Corner Shop</bdi></h1>
<p>changes from a to b, as of <time datetime="2026-11-23">2026-11-23</time></p>
<p class="verdict passed"><strong>Passed</strong> <span>no findings changed</span></p>
</header>
<main id="content">
<section aria-labelledby="gap">
<h2 id="gap">Gap 0 → 0 of 100 (lower is better)</h2>
<p>no change</p>
<svg class="gap" viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label="Gap after the change: 0"><rect class="track" width="1000" height="40"/><rect class="proven" x="0" width="0" height="40"/><rect class="hatched" x="0" width="0" height="40"/></svg>
<ul class="key"><li class="is-proven">proven</li><li class="is-unproven">unproven</li></ul>
<dl class="figures">
<div><dt>Findings</dt><dd><strong>no findings changed</strong></dd></div>
</dl>
</section>
</main>
)");
}

TEST_CASE("reports of other days, or that cannot be compared, say so") {
  ReportDiff diff = unchanged();
  diff.comparable = false;
  diff.before.as_of = Date{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(2)};
  CHECK(styled(diff, {.width = 100}) ==
        R"(Corner Shop, changes from a (as of 2026-01-02) to b, as of 2026-11-23

PASS  no findings changed
Gap 0 → 0 of 100 (lower is better): no change
Findings  no findings changed
The reports use different rules, weights or parameters: part of the difference is not a change in
the stack
)");
}

std::vector<std::string> all_between(std::string_view text, std::string_view before) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    found.emplace_back(text.substr(begin, text.find('"', begin) - begin));
  }
  return found;
}

TEST_CASE("every link of a diff leads to a place on its page, and no place is there twice") {
  const std::string page = collected<write_diff_html>(changed(test::retailer_report));
  const std::vector<std::string> places = all_between(page, " id=\"");
  const std::vector<std::string> links = all_between(page, "href=\"#");
  CHECK(std::set(places.begin(), places.end()).size() == places.size());
  CHECK(links.size() > 5);
  for (const std::string& link : links) {
    INFO(link);
    CHECK(std::ranges::find(places, link) != places.end());
  }
}

}  // namespace
}  // namespace martech_audit
