// The executable form of an expression: a tree of small operations that are called through a pointer.
//
// What the checker found out chooses the operation; each still looks at the kinds it is given, so that an
// unchecked expression, or an activation that is not as declared, is slower or an error but never undefined.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/arena.h"
#include "cel/cel.h"
#include "cel/missing.h"
#include "cel/values.h"
#include "martech_audit/value.h"

namespace martech_audit::cel {

// One evaluation under way.
struct Frame {
  Arena& arena;
  std::span<const Value> variables;
  const DerivedFields* derived;
  Value* locals;  // of macros, by the slots the checker gave them
  const void* host;
  std::int64_t& budget;
  const Environment& environment;
  std::int64_t allowed = 0;  // what the budget was at first
};

struct Op {
  using Run = Value (*)(const Op&, Frame&);

  Run run = nullptr;
  std::uint32_t place = 0;  // in the text, for errors

  Value operator()(Frame& frame) const { return run(*this, frame); }
};

struct ConstantOp : Op {
  Value value;
};

struct IndexedOp : Op {  // a variable or local
  std::uint32_t index = 0;
};

struct UnaryOp : Op {
  const Op* operand = nullptr;
};

struct BinaryOp : Op {
  const Op* left = nullptr;
  const Op* right = nullptr;
};

struct ManyOp : Op {
  std::span<const Op* const> operands;
};

Value fail(Frame& frame, const Op& op, std::string_view message);

// The error of an evaluation whose budget is spent.
Value spent(Frame& frame, const Op& op);

// "no such overload: '+' for (int, string)"
Value no_overload(Frame& frame, const Op& op, std::string_view name, std::span<const Value> arguments);

// A stored value as an expression sees it: decimal as double, date as timestamp, a date known only to be
// `before` some day as unknown.
Value settle_stored(const Value& stored);
inline Value settle(const Value& stored) {
  return stored.kind() < ValueKind::decimal ? stored : settle_stored(stored);
}

}  // namespace martech_audit::cel
