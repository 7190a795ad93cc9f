// The stack as a picture: tools in groups, what connects them, and the objectives they serve.
//
// Made of the report alone, also of one that was saved. Names of the inventory are escaped for the language
// that is written; tools, groups and lines come in the order of the report, so that the same stack gives the
// same picture.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/reporter.h"

namespace martech_audit {

// What stands around tools that belong together; tools without it stand in a group of their own.
enum class GraphGroups : std::uint8_t { category, department, objective };

struct GraphOptions {
  GraphGroups by = GraphGroups::category;
  std::optional<std::uint32_t> focus;  // index into AuditReport::tools: that tool and those next to it
};

// In the language of Graphviz.
void write_graph_dot(const AuditReport& report, const GraphOptions& options, const Sink& sink);

// A flowchart in the language of Mermaid.
void write_graph_mermaid(const AuditReport& report, const GraphOptions& options, const Sink& sink);

}  // namespace martech_audit
