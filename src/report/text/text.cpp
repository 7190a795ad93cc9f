#include "report/page/sections.h"
#include "report/text/text_page.h"
#include "report/writers.h"

namespace martech_audit::report {

void write_text(const AuditReport& report, const ReportStyle& style, const Sink& sink) {
  TextPage page(!style.verbose && is_first_look(report) ? on::first_look : on::terminal, style, sink);
  write_audit(AuditPage(report, style.filter), page);
}

}  // namespace martech_audit::report
