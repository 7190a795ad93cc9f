// Operators, lists and maps.
#include "cel/checker.h"
#include "cel/operator_types.h"

namespace martech_audit::cel {

namespace {

bool is_numeric(Type type) {
  return type.is(TypeKind::integer) || type.is(TypeKind::unsigned_integer) || type.is(TypeKind::real);
}

bool may_be_key(Type type) {
  return is_open(type) || type.is(TypeKind::integer) || type.is(TypeKind::unsigned_integer) ||
         type.is(TypeKind::boolean) || type.is(TypeKind::string);
}

}  // namespace

Type Checker::operation(Node& node) {
  for (Node* child : node.children) check(*child);
  switch (node.op) {
    case Operator::logical_or:
    case Operator::logical_and:
    case Operator::logical_not:
      return logical(node);
    case Operator::conditional:
      return conditional(node);
    case Operator::equal:
    case Operator::not_equal:
      return equality(node);
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return comparison(node);
    case Operator::in:
      return membership(node);
    case Operator::negate:
      return negation(node);
    case Operator::index:
    case Operator::optional_index:
      return index(node);
    default:
      return arithmetic(node);
  }
}

// Says which operands there are and which there may be.
Type Checker::operands_do_not_fit(const Node& node) {
  std::string given;
  std::string hint;
  bool numbers = node.children.size() == 2;
  for (const Node* child : node.children) {
    if (!given.empty()) given += ", ";
    given += shown(child->type);
    numbers = numbers && is_numeric(known(child->type));
  }
  if (numbers) hint = "make both numbers of one type: int(x), uint(x) or double(x)";
  return error(node.place, node.place_end(),
               "no overload of '" + std::string(symbol(node.op)) + "' for (" + given +
                   "); there are: " + std::string(operands_in_words(node.op)),
               hint);
}

Type Checker::logical(Node& node) {
  for (const Node* child : node.children) {
    if (unifier_.assign(Type::of(TypeKind::boolean), child->type)) continue;
    misfit(*child, symbol(node.op), "needs a bool", child->type, bool_hint);
  }
  return Type::of(TypeKind::boolean);
}

Type Checker::conditional(Node& node) {
  if (!unifier_.assign(Type::of(TypeKind::boolean), node.children[0]->type)) {
    misfit(*node.children[0], "?:", "needs a bool", node.children[0]->type, bool_hint);
  }
  const std::optional<Type> result = unifier_.join(node.children[1]->type, node.children[2]->type);
  if (result) return *result;
  return error(node.place, node.place_end(),
               "'?:' gives " + shown(node.children[1]->type) + " or " + shown(node.children[2]->type) +
                   "; both must be of one type",
               "dyn(x) allows either");
}

Type Checker::equality(Node& node) {
  if (!unifier_.agree(node.children[0]->type, node.children[1]->type)) operands_do_not_fit(node);
  return Type::of(TypeKind::boolean);
}

Type Checker::comparison(Node& node) {
  if (!comparable(known(node.children[0]->type), known(node.children[1]->type))) operands_do_not_fit(node);
  return Type::of(TypeKind::boolean);
}

Type Checker::membership(Node& node) {
  const Type container = known(node.children[1]->type);
  const bool holds = container.is(TypeKind::list) || container.is(TypeKind::map);
  const bool fits =
      holds ? unifier_.agree(container.argument(0), node.children[0]->type) : is_open(container);
  if (!fits) operands_do_not_fit(node);
  return Type::of(TypeKind::boolean);
}

Type Checker::arithmetic(Node& node) {
  const Type left = known(node.children[0]->type);
  const Type right = known(node.children[1]->type);
  const std::optional<Type> result = arithmetic_type(node.op, left, right);
  if (!result) return operands_do_not_fit(node);
  if (!left.is(TypeKind::list) || !right.is(TypeKind::list)) return *result;
  const std::optional<Type> joined = unifier_.join(left, right);
  return joined ? *joined : operands_do_not_fit(node);
}

Type Checker::negation(Node& node) {
  const Type operand = known(node.children[0]->type);
  if (is_open(operand) || operand.is(TypeKind::integer) || operand.is(TypeKind::real)) return operand;
  return operands_do_not_fit(node);
}

Type Checker::index(Node& node) {
  Type container = known(node.children[0]->type);
  const Type position = node.children[1]->type;
  const bool lifted = container.is(TypeKind::optional);
  if (lifted) container = known(container.argument(0));
  Type item;
  if (container.is(TypeKind::list)) {
    if (!unifier_.assign(Type::of(TypeKind::integer), position)) return operands_do_not_fit(node);
    item = container.argument(0);
  } else if (container.is(TypeKind::map)) {
    if (!unifier_.agree(container.argument(0), position)) return operands_do_not_fit(node);
    item = container.argument(1);
  } else if (!is_open(container)) {
    return operands_do_not_fit(node);
  }
  return lifted || node.op == Operator::optional_index ? Type::optional(item) : item;
}

// What an entry of a list or map contributes: of one written with a '?', the content of the optional.
Type Checker::entry_type(Node& node, bool optional) {
  const Type type = known(check(node));
  if (!optional || is_open(type)) return type;
  if (type.is(TypeKind::optional)) return type.argument(0);
  return misfit(node, {}, "an entry written with '?' needs an optional", type, "leave the '?' out");
}

// Dyn where the key is none, so that no type is larger than what is written.
Type Checker::key_type(Node& node) {
  const Type type = known(check(node));
  if (may_be_key(type)) return type;
  return misfit(node, {}, "a key is an int, uint, bool or string", type, "make it text: string(x)");
}

Type Checker::joined(Type so_far, Type next, bool first) {
  if (first) return next;
  const std::optional<Type> both = unifier_.join(so_far, next);
  return both ? *both : Type::dyn();
}

Type Checker::list(Node& node) {
  Type element = unifier_.fresh();
  bool first = true;
  for (Node* child : node.children) {
    element = joined(element, entry_type(*child, child->optional_entry), first);
    first = false;
  }
  return Type::list(element);
}

Type Checker::map(Node& node) {
  Type key = unifier_.fresh();
  Type value = unifier_.fresh();
  for (std::size_t i = 0; i < node.children.size(); i += 2) {
    key = joined(key, key_type(*node.children[i]), i == 0);
    value = joined(value, entry_type(*node.children[i + 1], node.children[i]->optional_entry), i == 0);
  }
  return Type::map(key, value);
}

}  // namespace martech_audit::cel
