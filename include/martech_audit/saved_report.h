// Saved reports: what a JSON report tells, read back.
#pragma once

#include <optional>

#include "martech_audit/diagnostic.h"
#include "martech_audit/report.h"
#include "martech_audit/source.h"

namespace martech_audit {

// Whether the text looks like a JSON report, and not like an inventory.
bool is_saved_report(const Source& source);

// The report that `source` holds as JSON: every reporter makes of it what it made of the one that was saved.
// Sums that follow from others are not taken from the text but made anew. Every fault goes to `diagnostics`
// with its place; with any error nothing comes back.
std::optional<AuditReport> read_report(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace martech_audit
