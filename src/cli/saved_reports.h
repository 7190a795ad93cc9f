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
  AuditReport report;
};

// "-" is standard input. Nothing where the report has faults, which then are in `diagnostics`.
Result<std::optional<SavedReport>> load_report(const std::string& path, Diagnostics& diagnostics);

}  // namespace martech_audit::cli
