// What `trace` prints: which objectives a tool serves and what proves it, and which technology carries an
// objective.
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

void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink);

// One object: as_of, currency and what the focus leaves of the report's kpis, strategy and tools.
void write_trace_json(const AuditReport& report, const TraceFocus& focus, const Sink& sink);

}  // namespace martech_audit
