// What a picture of the stack shows, whatever language it is written in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/graph.h"

namespace martech_audit::report {

inline constexpr std::size_t widest_node = 40;  // columns of a name

struct StackGraph {
  struct Group {
    std::string name;
    std::vector<std::uint32_t> tools;  // indices into AuditReport::tools
  };
  struct Served {
    std::uint32_t tool;
    std::uint32_t objective;  // index into AuditReport::strategy
  };
  std::vector<Group> groups;                        // by name, what has none last
  std::vector<const IntegrationRow*> integrations;  // by id
  std::vector<std::uint32_t> objectives;            // indices into AuditReport::strategy
  std::vector<Served> served;                       // links to `objectives`
};

// Retired tools are left out, and so are objectives that no tool shown serves or that are not active.
StackGraph stack_graph(const AuditReport& report, const GraphOptions& options);

// "native", "api, broken"; empty where nothing is known.
std::string connection_text(const IntegrationRow& row);

// "EUR 12,000 a year, 53% used, in trouble"; empty where nothing is known.
std::string tool_text(const ToolRow& row);

}  // namespace martech_audit::report
