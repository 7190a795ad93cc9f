// diff(): two inventories or saved reports compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "martech_audit/audit.h"
#include "martech_audit/report_diff.h"

namespace martech_audit {

// One side: a report and, unless it was saved, the inventory that it is of.
struct DiffSide {
  std::string name;
  AuditReport report;
  std::vector<SourcePtr> sources;
  AuditOptions options;  // by which an inventory was judged
};

// The gate is that of `gate`. Reports in two currencies are no two states of one stack: an error.
std::optional<ReportDiff> diff(DiffSide before, DiffSide after, const GateOptions& gate,
                               Diagnostics& diagnostics);

}  // namespace martech_audit
