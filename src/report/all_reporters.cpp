#include <algorithm>
#include <array>

#include "martech_audit/reporter.h"
#include "report/writers.h"

namespace martech_audit {
namespace {

constexpr std::array reporters{
    Reporter{"brief-html", "one page for a board, to print or send", false, false, report::write_brief_html},
    Reporter{"brief-markdown", "the same page as Markdown", false, false, report::write_brief_markdown},
    Reporter{"csv", "findings as a table, for spreadsheets", false, false, report::write_csv},
    Reporter{"github", "GitHub Actions annotations", false, false, report::write_github},
    Reporter{"gitlab", "GitLab Code Quality report", false, false, report::write_gitlab},
    Reporter{"html", "self-contained web page", false, true, report::write_html},
    Reporter{"ics", "calendar of notice deadlines", false, false, report::write_ics},
    Reporter{"json", "complete report, for programs and other commands", false, true, report::write_json},
    Reporter{"junit", "JUnit XML, one test case per rule and entity", false, false, report::write_junit},
    Reporter{"markdown", "Markdown, for pull request comments", false, true, report::write_markdown},
    Reporter{"ndjson", "one JSON object per line, for streaming", false, true, report::write_ndjson},
    Reporter{"openmetrics", "OpenMetrics gauges", false, false, report::write_openmetrics},
    Reporter{"prometheus", "Prometheus gauges", false, false, report::write_prometheus},
    Reporter{"sarif", "SARIF 2.1.0, for code scanning", false, false, report::write_sarif},
    Reporter{"text", "plain text for the terminal", true, true, report::write_text},
};

}  // namespace

std::span<const Reporter> all_reporters() { return reporters; }

const Reporter* find_reporter(std::string_view name) {
  const auto found = std::find_if(reporters.begin(), reporters.end(),
                                  [&](const Reporter& reporter) { return reporter.name == name; });
  return found == reporters.end() ? nullptr : &*found;
}

}  // namespace martech_audit
