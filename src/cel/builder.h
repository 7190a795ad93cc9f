// Builder: a checked syntax tree → operations.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "cel/ast.h"
#include "cel/cel.h"
#include "cel/op.h"

namespace martech_audit::cel {

// A node outside macro bodies and what computes it, for Program::trace.
struct TracePoint {
  const Node* node = nullptr;
  const Op* op = nullptr;
};

struct Built {
  const Op* root = nullptr;
  std::vector<TracePoint> trace_points;
  std::vector<std::shared_ptr<const void>>
      prepared;  // what functions made of constants; the operations refer to it
};

// The operations live in the tree's arena. Constants are computed, and constant arguments prepared: what is
// wrong with those is an issue.
Built build(const Environment& environment, Ast& ast, std::vector<Issue>& issues);

}  // namespace martech_audit::cel
