#include "report/html/html_page.h"
#include "report/page/sections.h"
#include "report/writers.h"

namespace martech_audit::report {

void write_html(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  HtmlPage page("martech-audit " + report.tool_version, sink);
  write_audit(AuditPage(report), page);
}

}  // namespace martech_audit::report
