// What maps of the stack are made of: the tools in use, or their categories where tools are too many to be
// legible.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "martech_audit/report.h"

namespace martech_audit::report {

struct StackNode {
  std::string name;
  std::vector<std::uint32_t> tools;  // indices into AuditReport::tools, ascending
};

struct StackNodes {
  bool by_category = false;
  std::vector<StackNode> nodes;                       // by category, then name
  std::vector<std::optional<std::uint32_t>> of_tool;  // none: not in use
};

StackNodes stack_nodes(const AuditReport& report);

}  // namespace martech_audit::report
