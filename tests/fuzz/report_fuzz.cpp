// Any bytes as a saved report: what reads can be written in every format, and reads again.
#include "fuzzing.h"
#include "martech_audit/saved_report.h"
#include "saved/verify.h"

void martech_audit::fuzz::check_input(std::string_view text) {
  Diagnostics diagnostics;
  const SourcePtr saved = source("report.json", text);
  const std::optional<AuditReport> report = read_report(saved, diagnostics);
  check(report.has_value(), diagnostics);
  if (!report) return;
  saved::verify(saved, *report);
  check_report(*report, Figures::may_be_wrong);
}
