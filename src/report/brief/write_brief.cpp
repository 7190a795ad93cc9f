#include "base/rgb.h"
#include "embedded/html_brief.h"
#include "report/brief/brief.h"
#include "report/brief/logo.h"
#include "report/html/html_page.h"
#include "report/markdown/markdown_page.h"
#include "report/writers.h"

namespace martech_audit::report {
namespace {

std::optional<std::string> links_of(const BriefStyle& style) {
  return style.full_report.empty() ? std::nullopt : std::optional(style.full_report);
}

HtmlDress dress_of(const BriefStyle& style) {
  const std::optional<Rgb> colour = parse_rgb(style.colour);
  return {.style = embedded::html_brief,
          .script = nullptr,
          .accent = colour ? to_string(*colour) : std::string(),
          .logo = data_address(style.logo),
          .links = links_of(style)};
}

}  // namespace

void write_brief_html(const AuditReport& report, const ReportStyle& style, const Sink& sink) {
  HtmlPage page("martech-audit " + report.tool_version, sink, dress_of(style.brief));
  write_brief(Brief(report, style.brief), page);
}

void write_brief_markdown(const AuditReport& report, const ReportStyle& style, const Sink& sink) {
  MarkdownPage page("martech-audit brief", sink, links_of(style.brief));
  write_brief(Brief(report, style.brief), page);
}

}  // namespace martech_audit::report
