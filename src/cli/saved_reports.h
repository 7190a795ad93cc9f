// Saved reports as commands take them.
#pragma once

#include <optional>
#include <string>

#include "martech_audit/diagnostic.h"
#include "martech_audit/report.h"
#include "martech_audit/result.h"
#include "martech_audit/source.h"
#include "options/option.h"

namespace martech_audit::cli {

struct SavedReport {
  SourcePtr source;
  std::optional<AuditReport> report;  // none where it has faults, which then are in the diagnostics
};

// "-" is standard input.
Result<SavedReport> load_report(const std::string& path, Diagnostics& diagnostics);

inline constexpr options::Option unverified_option = options::Option::flag(
    "unverified", "Accept a saved report whose digest or sums do not match; a warning is shown");

// An argument that names one.
inline constexpr options::Option saved_report_argument =
    options::Option::path("report", "REPORT", "Saved JSON report; - for standard input")
        .as_required_argument();

// The report that the source holds. One whose digest or sums do not hold is an error; with `unverified` it is
// believed all the same, and says so among what loosens the gate.
std::optional<AuditReport> believed(const SourcePtr& source, bool unverified, Diagnostics& diagnostics);

}  // namespace martech_audit::cli
