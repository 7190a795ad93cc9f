// + - * / % and unary minus on any two values.
#pragma once

#include "cel/ast.h"
#include "cel/op.h"

namespace martech_audit::cel {

Value arithmetic(Operator op, const Value& left, const Value& right, const Op& at, Frame& frame);
Value negate(const Value& operand, const Op& at, Frame& frame);

}  // namespace martech_audit::cel
