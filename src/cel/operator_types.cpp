#include "cel/operator_types.h"

namespace martech_audit::cel {

namespace {

bool is_numeric(TypeKind kind) {
  return kind == TypeKind::integer || kind == TypeKind::unsigned_integer || kind == TypeKind::real;
}

// Not known before the value is there.
bool has_own(Operator op, TypeKind kind) {
  switch (op) {
    case Operator::add:
      return is_numeric(kind) || kind == TypeKind::string || kind == TypeKind::bytes ||
             kind == TypeKind::list || kind == TypeKind::duration;
    case Operator::subtract:
      return is_numeric(kind) || kind == TypeKind::duration;
    case Operator::modulo:
      return kind == TypeKind::integer || kind == TypeKind::unsigned_integer;
    default:
      return is_numeric(kind);
  }
}

std::optional<Type> half_known(Operator op, Type known, bool known_is_left) {
  const Type timestamp = Type::of(TypeKind::timestamp);
  const bool sum_or_difference = op == Operator::add || op == Operator::subtract;
  if (known.is(TypeKind::timestamp) && sum_or_difference) {
    if (op == Operator::add) return timestamp;
    return known_is_left ? Type::dyn() : Type::of(TypeKind::duration);
  }
  if (known.is(TypeKind::duration) && sum_or_difference) return Type::dyn();
  if (!has_own(op, known.kind())) return std::nullopt;
  return known.is(TypeKind::list) ? Type::list(Type::dyn()) : known;
}

std::optional<Type> instant_arithmetic(Operator op, TypeKind left, TypeKind right) {
  const Type timestamp = Type::of(TypeKind::timestamp);
  if (left == TypeKind::timestamp && right == TypeKind::duration &&
      (op == Operator::add || op == Operator::subtract)) {
    return timestamp;
  }
  if (left == TypeKind::duration && right == TypeKind::timestamp && op == Operator::add) return timestamp;
  if (left == right && left == TypeKind::timestamp && op == Operator::subtract)
    return Type::of(TypeKind::duration);
  return std::nullopt;
}

}  // namespace

std::optional<Type> arithmetic_type(Operator op, Type left, Type right) {
  if (is_open(left) && is_open(right)) return Type::dyn();
  if (is_open(left)) return half_known(op, right, false);
  if (is_open(right)) return half_known(op, left, true);
  if (left.kind() == right.kind() && has_own(op, left.kind())) return left;
  return instant_arithmetic(op, left.kind(), right.kind());
}

bool comparable(Type left, Type right) {
  const auto ordered = [](Type type) {
    return is_open(type) || is_numeric(type.kind()) || type.is(TypeKind::boolean) ||
           type.is(TypeKind::string) || type.is(TypeKind::bytes) || type.is(TypeKind::timestamp) ||
           type.is(TypeKind::duration);
  };
  if (!ordered(left) || !ordered(right)) return false;
  if (is_open(left) || is_open(right) || left.kind() == right.kind()) return true;
  return is_numeric(left.kind()) && is_numeric(right.kind());
}

std::string_view operands_in_words(Operator op) {
  switch (op) {
    case Operator::add:
      return "int + int, uint + uint, double + double, string + string, bytes + bytes, list + list, "
             "duration + duration, timestamp + duration, duration + timestamp";
    case Operator::subtract:
      return "int - int, uint - uint, double - double, duration - duration, timestamp - timestamp, "
             "timestamp - duration";
    case Operator::multiply:
      return "int * int, uint * uint, double * double";
    case Operator::divide:
      return "int / int, uint / uint, double / double";
    case Operator::modulo:
      return "int % int, uint % uint";
    case Operator::negate:
      return "-int, -double";
    case Operator::logical_not:
      return "!bool";
    case Operator::logical_and:
      return "bool && bool";
    case Operator::logical_or:
      return "bool || bool";
    case Operator::conditional:
      return "bool ? T : T";
    case Operator::equal:
    case Operator::not_equal:
      return "two of one type";
    case Operator::in:
      return "T in list(T), K in map(K, V)";
    case Operator::index:
    case Operator::optional_index:
      return "list(T)[int], map(K, V)[K]";
    default:
      return "two numbers, or two of bool, string, bytes, timestamp, duration";
  }
}

}  // namespace martech_audit::cel
