#include "cli/saved_reports.h"

#include "document/file.h"
#include "martech_audit/saved_report.h"

namespace martech_audit::cli {

Result<SavedReport> load_report(const std::string& path, Diagnostics& diagnostics) {
  const Result<SourcePtr> source = read_file(path);
  if (!source) return source.error();
  return SavedReport{*source, read_report(*source, diagnostics)};
}

}  // namespace martech_audit::cli
