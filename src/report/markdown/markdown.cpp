#include "report/markdown/markdown_page.h"
#include "report/page/sections.h"
#include "report/writers.h"

namespace martech_audit::report {

void write_markdown(const AuditReport& report, const ReportStyle&, const Sink& sink) {
  MarkdownPage page("martech-audit", sink);
  // What a baseline knows is not what a change is about.
  write_audit(AuditPage(report, {.at_least = {}, .rules = {}, .dimensions = {}, .only_new = true}), page);
}

}  // namespace martech_audit::report
