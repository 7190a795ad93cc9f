#include <algorithm>
#include <array>

#include "martech_audit/reporter.h"
#include "report/writers.h"

namespace martech_audit {
namespace {

constexpr std::array reporters{
    Reporter{"csv", "a table of the findings, for spreadsheets", false, report::write_csv},
    Reporter{"github", "annotations of GitHub Actions", false, report::write_github},
    Reporter{"gitlab", "GitLab's Code Quality report", false, report::write_gitlab},
    Reporter{"html", "one page for people, with nothing to load", false, report::write_html},
    Reporter{"ics", "a calendar of the last days for notice", false, report::write_ics},
    Reporter{"json", "everything, for programs and for later commands", false, report::write_json},
    Reporter{"junit", "JUnit's XML, a case for each rule and entity", false, report::write_junit},
    Reporter{"markdown", "for comments on pull requests", false, report::write_markdown},
    Reporter{"ndjson", "an object a line, for streams", false, report::write_ndjson},
    Reporter{"openmetrics", "gauges for OpenMetrics", false, report::write_openmetrics},
    Reporter{"prometheus", "gauges for Prometheus", false, report::write_prometheus},
    Reporter{"sarif", "SARIF 2.1.0, for code scanning", false, report::write_sarif},
    Reporter{"text", "for people", true, report::write_text},
};

}  // namespace

std::span<const Reporter> all_reporters() { return reporters; }

const Reporter* find_reporter(std::string_view name) {
  const auto found = std::find_if(reporters.begin(), reporters.end(),
                                  [&](const Reporter& reporter) { return reporter.name == name; });
  return found == reporters.end() ? nullptr : &*found;
}

}  // namespace martech_audit
