// The operators as operations: which function carries out which of them.
#pragma once

#include "cel/ast.h"
#include "cel/op.h"

namespace martech_audit::cel {

// The types of the operands choose a function that is quick for them; each is right for all values.
Op::Run binary_run(Operator op, TypeKind left, TypeKind right);  // of a BinaryOp
Op::Run unary_run(Operator op);                                  // - and !, of a UnaryOp

Value run_and(const Op& op, Frame& frame);          // ManyOp
Value run_or(const Op& op, Frame& frame);           // ManyOp
Value run_conditional(const Op& op, Frame& frame);  // ManyOp: condition, then, otherwise

// container[position] and container[?position], of a BinaryOp.
Value run_index(const Op& op, Frame& frame);
Value run_optional_index(const Op& op, Frame& frame);

}  // namespace martech_audit::cel
