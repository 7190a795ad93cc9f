#include "cel/operators.h"

#include <array>
#include <optional>

#include "cel/arithmetic.h"
#include "cel/fields.h"

namespace martech_audit::cel {

namespace {

template <Operator op, class T>
bool holds(T a, T b) {
  switch (op) {
    case Operator::less:
      return a < b;
    case Operator::less_equal:
      return a <= b;
    case Operator::greater:
      return a > b;
    default:
      return a >= b;
  }
}

// Of a fact that is read as it stands, and not made anything of.
Between bounds(const Op& operand, const Value& value) {
  if (value.is(ValueKind::integer)) return {value.as_integer(), value.as_integer()};
  if (operand.run != &run_field || !value.is_unknown() || value.missing().empty()) return {};
  const Between& between = value.missing().front().between;
  return static_cast<const FieldOp&>(operand).steps.back().name == between.of ? between : Between{};
}

// What the comparison comes to wherever the numbers lie; nothing where that depends.
template <Operator op>
std::optional<bool> decided(const Between& left, const Between& right) {
  constexpr bool rises = op == Operator::greater || op == Operator::greater_equal;
  const auto hardest = rises ? left.least : left.most, easiest = rises ? left.most : left.least;
  if (holds<op>(hardest, rises ? right.most : right.least)) return true;
  if (!holds<op>(easiest, rises ? right.least : right.most)) return false;
  return std::nullopt;
}

template <Operator op>
Value compare_unknown(const BinaryOp& self, const Value& left, const Value& right, Frame& frame) {
  const auto found = decided<op>(bounds(*self.left, left), bounds(*self.right, right));
  return found ? Value::boolean(*found) : trouble(frame.arena, left, right);
}

template <Operator op>
Value compare(const Value& left, const Value& right, const BinaryOp& at, Frame& frame) {
  if (is_trouble(left) || is_trouble(right)) return compare_unknown<op>(at, left, right, frame);
  const Order found = order(left, right);
  if (found == Order::incomparable) return no_overload(frame, at, symbol(op), std::array{left, right});
  if (found == Order::unordered) return Value::boolean(false);
  const int sign = found == Order::less ? -1 : found == Order::greater ? 1 : 0;
  return Value::boolean(holds<op>(sign, 0));
}

// `kind` is the one that is tried first, without a call.
template <Operator op, ValueKind kind>
Value run_compare(const Op& op_, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op_);
  const Value left = (*self.left)(frame);
  const Value right = (*self.right)(frame);
  if (left.is(kind) && right.is(kind)) [[likely]] {
    if constexpr (kind == ValueKind::real) return Value::boolean(holds<op>(left.as_real(), right.as_real()));
    if constexpr (kind == ValueKind::integer)
      return Value::boolean(holds<op>(left.as_integer(), right.as_integer()));
  }
  return compare<op>(left, right, self, frame);
}

template <Operator op>
Op::Run compare_run(TypeKind left, TypeKind right) {
  const bool real = left == TypeKind::real || right == TypeKind::real;
  return real ? &run_compare<op, ValueKind::real> : &run_compare<op, ValueKind::integer>;
}

template <bool wanted>
Value run_equal(const Op& op, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op);
  const Value left = (*self.left)(frame);
  const Value right = (*self.right)(frame);
  if (is_trouble(left) || is_trouble(right)) [[unlikely]]
    return trouble(frame.arena, left, right);
  if (left.is(ValueKind::string) && right.is(ValueKind::string)) {
    return Value::boolean((left.as_text() == right.as_text()) == wanted);
  }
  return Value::boolean(equals(left, right, frame.budget) == wanted);
}

template <Operator op, ValueKind kind>
Value run_arithmetic(const Op& op_, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op_);
  const Value left = (*self.left)(frame);
  const Value right = (*self.right)(frame);
  if constexpr (kind == ValueKind::real) {
    if (left.is(kind) && right.is(kind)) [[likely]] {
      if constexpr (op == Operator::add) return Value::real(left.as_real() + right.as_real());
      if constexpr (op == Operator::subtract) return Value::real(left.as_real() - right.as_real());
      if constexpr (op == Operator::multiply) return Value::real(left.as_real() * right.as_real());
      if constexpr (op == Operator::divide) return Value::real(left.as_real() / right.as_real());
    }
  }
  return arithmetic(op, left, right, op_, frame);
}

template <Operator op>
Op::Run arithmetic_run(TypeKind left, TypeKind right) {
  const bool real = left == TypeKind::real || right == TypeKind::real;
  return real ? &run_arithmetic<op, ValueKind::real> : &run_arithmetic<op, ValueKind::integer>;
}

bool is_in_records(std::span<const Value> list, const Record* wanted) {
  for (const Value& item : list) {
    if (item.is(ValueKind::record) && item.as_record() == wanted) return true;
  }
  return false;
}

Value run_in(const Op& op, Frame& frame) {
  const auto& self = static_cast<const BinaryOp&>(op);
  const Value item = (*self.left)(frame);
  const Value container = (*self.right)(frame);
  if (is_trouble(item) || is_trouble(container)) [[unlikely]]
    return trouble(frame.arena, item, container);
  frame.budget -= static_cast<std::int64_t>(weight(container));
  if (container.is(ValueKind::list)) {
    if (item.is(ValueKind::record))
      return Value::boolean(is_in_records(container.as_list(), item.as_record()));
    return Value::boolean(contains(container.as_list(), item, frame.budget));
  }
  if (container.is(ValueKind::map)) return Value::boolean(find(*container.as_map(), item) != nullptr);
  return no_overload(frame, op, "in", std::array{item, container});
}

Value run_negate(const Op& op, Frame& frame) {
  return negate((*static_cast<const UnaryOp&>(op).operand)(frame), op, frame);
}

Value run_not(const Op& op, Frame& frame) {
  const Value operand = (*static_cast<const UnaryOp&>(op).operand)(frame);
  if (operand.is(ValueKind::boolean)) [[likely]]
    return Value::boolean(!operand.as_boolean());
  return is_trouble(operand) ? operand : no_overload(frame, op, "!", std::array{operand});
}

// Operands from `first` on, the first of which gave `value`: not a bool, so all of the others are asked.
template <bool decisive>
Value absorb(const ManyOp& self, std::size_t first, Value value, Frame& frame) {
  Troubles troubles(frame.arena);
  for (std::size_t i = first;; value = (*self.operands[i])(frame)) {
    if (value.is(ValueKind::boolean)) {
      if (value.as_boolean() == decisive) return value;
    } else if (!troubles.note(value)) {
      troubles.note(no_overload(frame, self, decisive ? "||" : "&&", std::array{value}));
    }
    if (++i == self.operands.size()) return troubles.result();
  }
}

template <bool decisive>
Value run_logical(const Op& op, Frame& frame) {
  const auto& self = static_cast<const ManyOp&>(op);
  for (std::size_t i = 0; i < self.operands.size(); ++i) {
    const Value value = (*self.operands[i])(frame);
    if (!value.is(ValueKind::boolean)) [[unlikely]]
      return absorb<decisive>(self, i, value, frame);
    if (value.as_boolean() == decisive) return value;
  }
  return Value::boolean(!decisive);
}

}  // namespace

Op::Run binary_run(Operator op, TypeKind left, TypeKind right) {
  switch (op) {
    case Operator::equal:
      return &run_equal<true>;
    case Operator::not_equal:
      return &run_equal<false>;
    case Operator::less:
      return compare_run<Operator::less>(left, right);
    case Operator::less_equal:
      return compare_run<Operator::less_equal>(left, right);
    case Operator::greater:
      return compare_run<Operator::greater>(left, right);
    case Operator::greater_equal:
      return compare_run<Operator::greater_equal>(left, right);
    case Operator::in:
      return &run_in;
    case Operator::add:
      return arithmetic_run<Operator::add>(left, right);
    case Operator::subtract:
      return arithmetic_run<Operator::subtract>(left, right);
    case Operator::multiply:
      return arithmetic_run<Operator::multiply>(left, right);
    case Operator::divide:
      return arithmetic_run<Operator::divide>(left, right);
    case Operator::modulo:
      return arithmetic_run<Operator::modulo>(left, right);
    case Operator::index:
      return &run_index;
    default:
      return &run_optional_index;
  }
}

Op::Run unary_run(Operator op) { return op == Operator::negate ? &run_negate : &run_not; }

Value run_and(const Op& op, Frame& frame) { return run_logical<false>(op, frame); }
Value run_or(const Op& op, Frame& frame) { return run_logical<true>(op, frame); }

Value run_conditional(const Op& op, Frame& frame) {
  const auto& self = static_cast<const ManyOp&>(op);
  const Value condition = (*self.operands[0])(frame);
  if (condition.is(ValueKind::boolean)) [[likely]]
    return (*self.operands[condition.as_boolean() ? 1 : 2])(frame);
  return is_trouble(condition) ? condition : no_overload(frame, op, "?:", std::array{condition});
}

}  // namespace martech_audit::cel
