#include "cel/arithmetic.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "cel/instants.h"
#include "cel/limits.h"

namespace martech_audit::cel {

namespace {

constexpr std::string_view overflow = "the result does not fit into 64 bits";
constexpr std::string_view by_zero = "division by zero";
constexpr std::string_view out_of_range = "the result is outside the range of time";

// T is int64 or uint64.
template <class T>
bool calculate(Operator op, T a, T b, T& result) {
  switch (op) {
    case Operator::add:
      return !__builtin_add_overflow(a, b, &result);
    case Operator::subtract:
      return !__builtin_sub_overflow(a, b, &result);
    case Operator::multiply:
      return !__builtin_mul_overflow(a, b, &result);
    default:
      break;
  }
  if constexpr (std::numeric_limits<T>::is_signed) {
    if (a == std::numeric_limits<T>::min() && b == -1) return false;
  }
  result = op == Operator::divide ? a / b : a % b;
  return true;
}

bool divides(Operator op) { return op == Operator::divide || op == Operator::modulo; }

Value integers(Operator op, const Value& a, const Value& b, const Op& at, Frame& frame) {
  std::int64_t result = 0;
  if (divides(op) && b.as_integer() == 0) return fail(frame, at, by_zero);
  if (!calculate(op, a.as_integer(), b.as_integer(), result)) return fail(frame, at, overflow);
  return Value::integer(result);
}

Value unsigned_integers(Operator op, const Value& a, const Value& b, const Op& at, Frame& frame) {
  std::uint64_t result = 0;
  if (divides(op) && b.as_unsigned() == 0) return fail(frame, at, by_zero);
  if (!calculate(op, a.as_unsigned(), b.as_unsigned(), result)) return fail(frame, at, overflow);
  return Value::unsigned_integer(result);
}

Value reals(Operator op, double a, double b) {
  switch (op) {
    case Operator::add:
      return Value::real(a + b);
    case Operator::subtract:
      return Value::real(a - b);
    case Operator::multiply:
      return Value::real(a * b);
    default:
      return Value::real(a / b);
  }
}

// Asked before the memory is.
bool affordable(std::size_t size, std::size_t cost, Frame& frame) {
  frame.budget -= static_cast<std::int64_t>(cost);
  return frame.budget >= 0 && size <= std::numeric_limits<std::uint32_t>::max();
}

Value concatenate_text(const Value& a, const Value& b, const Op& at, Frame& frame) {
  const std::size_t size = a.as_text().size() + b.as_text().size();
  if (size > longest_text || !affordable(size, size / 16, frame)) return fail(frame, at, too_long);
  const std::span<char> text = frame.arena.make<char>(size);
  std::copy(b.as_text().begin(), b.as_text().end(),
            std::copy(a.as_text().begin(), a.as_text().end(), text.begin()));
  const std::string_view joined(text.data(), text.size());
  return a.is(ValueKind::string) ? Value::string(joined) : Value::bytes(joined);
}

Value concatenate_lists(const Value& a, const Value& b, const Op& at, Frame& frame) {
  const std::size_t size = a.as_list().size() + b.as_list().size();
  if (!affordable(size, size, frame)) return fail(frame, at, too_long);
  const std::span<Value> list = frame.arena.make<Value>(size);
  std::copy(b.as_list().begin(), b.as_list().end(),
            std::copy(a.as_list().begin(), a.as_list().end(), list.begin()));
  return Value::list(list);
}

Value in_range(const std::optional<Value>& instant, const Op& at, Frame& frame) {
  return instant ? *instant : fail(frame, at, out_of_range);
}

Value no_such(Operator op, const Value& a, const Value& b, const Op& at, Frame& frame) {
  return no_overload(frame, at, symbol(op), std::array{a, b});
}

Value same_kind(Operator op, const Value& a, const Value& b, const Op& at, Frame& frame) {
  const bool sum = op == Operator::add;
  switch (a.kind()) {
    case ValueKind::integer:
      return integers(op, a, b, at, frame);
    case ValueKind::unsigned_integer:
      return unsigned_integers(op, a, b, at, frame);
    case ValueKind::real:
      if (op != Operator::modulo) return reals(op, a.as_real(), b.as_real());
      break;
    case ValueKind::string:
    case ValueKind::bytes:
      if (sum) return concatenate_text(a, b, at, frame);
      break;
    case ValueKind::list:
      if (sum) return concatenate_lists(a, b, at, frame);
      break;
    case ValueKind::duration:
      if (sum) return in_range(add_durations(a, b), at, frame);
      if (op == Operator::subtract) return in_range(subtract_durations(a, b), at, frame);
      break;
    case ValueKind::timestamp:
      if (op == Operator::subtract) return in_range(between_timestamps(a, b), at, frame);
      break;
    default:
      break;
  }
  return no_such(op, a, b, at, frame);
}

}  // namespace

Value arithmetic(Operator op, const Value& left, const Value& right, const Op& at, Frame& frame) {
  if (is_trouble(left) || is_trouble(right)) return trouble(frame.arena, left, right);
  if (left.kind() == right.kind()) return same_kind(op, left, right, at, frame);
  const bool forward = left.is(ValueKind::timestamp) && right.is(ValueKind::duration);
  if (forward && op == Operator::add) return in_range(add_to_timestamp(left, right), at, frame);
  if (forward && op == Operator::subtract) return in_range(subtract_from_timestamp(left, right), at, frame);
  const bool backward = left.is(ValueKind::duration) && right.is(ValueKind::timestamp);
  if (backward && op == Operator::add) return in_range(add_to_timestamp(right, left), at, frame);
  return no_such(op, left, right, at, frame);
}

Value negate(const Value& operand, const Op& at, Frame& frame) {
  if (is_trouble(operand)) return operand;
  if (operand.is(ValueKind::real)) return Value::real(-operand.as_real());
  if (!operand.is(ValueKind::integer)) return no_overload(frame, at, "-", std::array{operand});
  if (operand.as_integer() == std::numeric_limits<std::int64_t>::min()) return fail(frame, at, overflow);
  return Value::integer(-operand.as_integer());
}

}  // namespace martech_audit::cel
