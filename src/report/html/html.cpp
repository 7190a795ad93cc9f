// One page of HTML that needs nothing else: no network; its only style and its only script are named by
// their hashes, and without the script it says the same.
#include <string>
#include <utility>
#include <vector>

#include "base/base64.h"
#include "base/dates.h"
#include "base/sha256.h"
#include "base/text.h"
#include "embedded/html_foot.h"
#include "embedded/html_head.h"
#include "embedded/html_script.h"
#include "embedded/html_style.h"
#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"
#include "report/verdict.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

using Parts = std::vector<std::pair<const HtmlSection*, data>>;

data head_data(const AuditReport& report, const Parts& parts) {
  const bool judged = report.score.has_verdict();
  data head;
  put(head, "organisation", brief(report.organisation, message_columns));
  put(head, "as_of", to_string(report.as_of));
  put(head, "version", report.tool_version);
  put(head, "tools", counted(report.tools.size(), "tool"));
  put(head, "verdict", !judged ? "unjudged" : report.gate.passed ? "passed" : "failed");
  put(head, "verdict_word", !judged ? "No verdict" : report.gate.passed ? "Passed" : "Failed");
  put(head, "verdict_text",
      !judged              ? std::string(no_verdict_text)
      : report.gate.passed ? severities_text(report)
                           : reasons_text(report));
  data links{data::type::list};
  for (const auto& [section, made] : parts) {
    if (section->title.empty()) continue;
    data link;
    put(link, "id", section->id);
    put(link, "title", section->title);
    links.push_back(link);
  }
  head.set("links", links);
  // The one text that is not escaped: what is compiled in.
  head.set("style", std::string(embedded::html_style()));
  head.set("style_hash", base64(sha256(embedded::html_style())));
  head.set("script_hash", base64(sha256(embedded::html_script())));
  return head;
}

}  // namespace

void write_html(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  Parts parts;
  for (const HtmlSection& section : html_sections()) {
    if (std::optional<data> made = section.make(report, sink)) parts.emplace_back(&section, *std::move(made));
  }
  render(embedded::html_head(), head_data(report, parts), sink);
  for (const auto& [section, values] : parts) render(section->page(), values, sink);
  data foot;
  put(foot, "version", report.tool_version);
  foot.set("script", std::string(embedded::html_script()));
  render(embedded::html_foot(), foot, sink);
}

}  // namespace martech_audit::report
