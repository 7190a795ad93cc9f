// What `trace` prints: which objectives a tool serves and what proves it, and which technology carries an
// objective.
//
// Both writers take everything from the report, also one that was saved, and hand bytes to the sink as they
// come. The report must outlive the call.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/reporter.h"

namespace martech_audit {

// Of the whole strategy, one objective or one tool: indices into AuditReport::strategy and ::tools, one at
// most.
struct TraceFocus {
  std::optional<std::uint32_t> objective;
  std::optional<std::uint32_t> tool;
};

// For people: text of the inventory is escaped, and cut to the width of `style`.
void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink);

// One object: as_of, currency and what the focus leaves of the report's kpis, strategy and tools.
void write_trace_json(const AuditReport& report, const TraceFocus& focus, const Sink& sink);

}  // namespace martech_audit
