// A report's figures made anew from its own terms: judgements, weights, costs, claims, limits.
#pragma once

#include "martech_audit/report.h"

namespace martech_audit::saved {

// `report` must come from read_report(). Score, points, ledger, order, gate, fingerprints, sums by tool,
// category and department, and the comparable key are calculated as an audit does; the rest stays.
AuditReport recomputed(AuditReport report);

// The gap of what `judged` found under the weights of `ruled`; rules that are not in force there do not
// count.
Points gap_under(const AuditReport& judged, const AuditReport& ruled);

}  // namespace martech_audit::saved
