// diff(): two inventories or saved reports compared.
//
// Findings are told apart by their fingerprints: what is new, worse, better, fixed, or no longer shown
// because its evidence was taken away. The change of the gap is divided exactly among its causes. Nothing is
// read from files and no clock is asked; the same sides give the same comparison.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/report_diff.h"

namespace martech_audit {

// One side: a report and, unless it was saved, the inventory that it is of.
struct DiffSide {
  std::string name;                // as people are told of it: a path, "main"
  AuditReport report;              // made by audit(), or read back (saved_report.h)
  std::vector<SourcePtr> sources;  // of the inventory; empty where the report was saved
  AuditOptions options;            // by which an inventory was judged
};

// Compares `before` with `after`, which it takes over; what comes back owns all that it shows. The gate is
// that of `gate`, put to what is new. Reports in two currencies are no two states of one stack: an error,
// reported to `diagnostics`, and nothing comes back.
std::optional<ReportDiff> diff(DiffSide before, DiffSide after, const GateOptions& gate,
                               Diagnostics& diagnostics);

}  // namespace martech_audit
