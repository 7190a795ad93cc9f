// Saved reports as commands take them.
#pragma once

#include <optional>
#include <string>

#include "martech_audit/diagnostic.h"
#include "martech_audit/report.h"
#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

struct SavedReport {
  SourcePtr source;
  std::optional<AuditReport> report;  // none where it has faults, which then are in the diagnostics
};

// "-" is standard input.
Result<SavedReport> load_report(const std::string& path, Diagnostics& diagnostics);

}  // namespace martech_audit::cli
