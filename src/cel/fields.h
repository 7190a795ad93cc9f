// Reading fields: of records by their slot, of anything by name.
#pragma once

#include "cel/op.h"

namespace martech_audit::cel {

struct FieldStep {
  std::uint16_t shape = 0;
  bool derived = false;
  std::uint32_t slot = 0;
  std::string_view name;
};

// base.a.b.c where base gives a record and a and b are blocks of it.
struct FieldOp : Op {
  const Op* base = nullptr;
  std::span<const FieldStep> steps;
  std::string_view path;  // "a.b.c"
};

// operand.name where the operand may be anything.
struct SelectOp : Op {
  const Op* operand = nullptr;
  std::string_view name;
  bool tests_path = false;  // for has(): the operand is itself a path, absent where a part of it is
};

Value run_field(const Op& op, Frame& frame);      // FieldOp
Value run_has_field(const Op& op, Frame& frame);  // FieldOp
Value run_select(const Op& op, Frame& frame);     // SelectOp, as are those that follow
Value run_optional_select(const Op& op, Frame& frame);
Value run_has_select(const Op& op, Frame& frame);

}  // namespace martech_audit::cel
