// Lists and maps: literals, indexes, loops.
#pragma once

#include "cel/ast.h"
#include "cel/op.h"

namespace martech_audit::cel {

struct CollectionOp : Op {
  std::span<const Op* const> items;  // of a map: key, value, key, value, …
  std::span<const bool> optional;    // of each item, or of each pair; empty where none is
};

Value run_list(const Op& op, Frame& frame);
Value run_map(const Op& op, Frame& frame);

// A macro over `range`. Its variables are locals `slot` and, where it has two, `slot` + 1.
struct LoopOp : Op {
  const Op* range = nullptr;
  const Op* filter = nullptr;  // of the map and transform macros; null: every round counts
  const Op* body = nullptr;    // predicate or value
  std::uint32_t slot = 0;
  bool pairs = false;      // two variables: index or key, and value
  std::uint32_t cost = 1;  // of a round
  std::string_view name;
};

Op::Run loop_run(Macro macro);

struct ReduceOp : LoopOp {  // locals: the result so far, the item
  const Op* start = nullptr;
};

// `bind`: `body` with local `slot` set to `range`; `optional_map` and `optional_flat_map`: to what is in it.
Op::Run binding_run(Macro macro);  // of a LoopOp

// A map of these entries; nothing where a key is repeated, or of a kind that no key has.
const Map* make_map(Arena& arena, std::span<const MapEntry> entries, std::string_view& fault);

}  // namespace martech_audit::cel
