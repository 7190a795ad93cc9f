// A report's figures made anew from its own terms: judgements, weights, costs, claims, limits.
#pragma once

#include "martech_audit/report.h"

namespace martech_audit::saved {

// `report` must come from read_report(). Score, points, ledger, order, gate, fingerprints, sums by tool,
// category and department, and the comparable key are calculated as an audit does; the rest stays.
AuditReport recomputed(AuditReport report);

}  // namespace martech_audit::saved
