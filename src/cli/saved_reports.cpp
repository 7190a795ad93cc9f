#include "cli/saved_reports.h"

#include <utility>

#include "document/file.h"
#include "martech_audit/saved_report.h"

namespace martech_audit::cli {

Result<std::optional<SavedReport>> load_report(const std::string& path, Diagnostics& diagnostics) {
  const Result<SourcePtr> source = read_file(path);
  if (!source) return source.error();
  std::optional<AuditReport> report = read_report(*source, diagnostics);
  if (!report) return std::optional<SavedReport>();
  return std::optional<SavedReport>({*source, *std::move(report)});
}

}  // namespace martech_audit::cli
