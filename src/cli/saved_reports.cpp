#include "cli/saved_reports.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/input_files.h"
#include "martech_audit/saved_report.h"
#include "saved/verify.h"

namespace martech_audit::cli {

Result<SavedReport> load_report(const std::string& path, Diagnostics& diagnostics) {
  const Result<SourcePtr> source = read_input(path);
  if (!source) return source.error();
  return SavedReport{*source, read_report(*source, diagnostics)};
}

std::optional<AuditReport> believed(const SourcePtr& source, bool unverified, Diagnostics& diagnostics) {
  std::optional<AuditReport> report = read_report(source, diagnostics);
  if (!report) return std::nullopt;
  const std::vector<saved::Discrepancy> found = saved::verify(source, *report);
  if (found.empty()) return report;
  const std::string what = found.size() == 1 && found.front().pointer == "/digest"
                               ? "its digest does not match its content"
                               : counted(found.size(), "figure") + " in it do not match";
  if (unverified) {
    report->loosened.push_back(
        fmt::format("the saved report {} is accepted although {}", source->name(), what));
    return report;
  }
  diagnostics.error({},
                    fmt::format("the report {} was changed after it was written: {}", source->name(), what),
                    "see `martech-audit verify`; use --unverified to continue anyway");
  return std::nullopt;
}

}  // namespace martech_audit::cli
