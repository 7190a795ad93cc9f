// Chains of selects that read one fact of one record.
#pragma once

#include <string>
#include <vector>

#include "cel/ast.h"
#include "cel/cel.h"

namespace martech_audit::cel {

// `tool.seats.purchased` where seats is a block: base `tool`, fields seats and purchased. A struct that is no
// block begins a new chain: the base of tool.owner.department is tool.owner.
struct Chain {
  const Node* base = nullptr;
  std::vector<const Node*> selects;  // outermost last

  std::string path() const;
};

// Whether the select reads a declared field of a struct, not its extras.
bool is_field(const Node& node);

// Of a node for which is_field() holds.
Chain chain_of(const Node& select);

// The fields that a checked tree reads.
std::vector<FieldRead> reads_of(const Node& root);

}  // namespace martech_audit::cel
