// What `trace` prints: which objectives a tool serves and what proves it, and which technology carries an
// objective.
//
// All writers take everything from the report, also one that was saved, and hand bytes to the sink as they
// come; what the sink throws passes through. The report must outlive the call, and threads may write one
// report at the same time.
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

// For people, as trees. Text of the inventory is escaped for its medium; text is wrapped to the width of
// `style`, Markdown is at most as long as a comment may be, HTML is one page that needs nothing else.
void write_trace_text(const AuditReport& report, const TraceFocus& focus, const ReportStyle& style,
                      const Sink& sink);
void write_trace_markdown(const AuditReport& report, const TraceFocus& focus, const Sink& sink);
void write_trace_html(const AuditReport& report, const TraceFocus& focus, const Sink& sink);

// One object: as_of, currency and what the focus leaves of the report's kpis, strategy and tools.
void write_trace_json(const AuditReport& report, const TraceFocus& focus, const Sink& sink);

}  // namespace martech_audit
