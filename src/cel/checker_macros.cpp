// Macros: types of their variables and results.
#include <algorithm>

#include "cel/checker.h"
#include "cel/operator_types.h"

namespace martech_audit::cel {

Type Checker::macro(Node& node) {
  const std::size_t outer = locals_.size();
  node.resolution.index = static_cast<std::uint32_t>(outer);
  Type result;
  switch (node.macro) {
    case Macro::has:
      result = presence(node);
      break;
    case Macro::bind:
      result = bind(node);
      break;
    case Macro::reduce:
      result = reduce(node);
      break;
    case Macro::sort_by:
      result = sort_by(node);
      break;
    case Macro::optional_map:
    case Macro::optional_flat_map:
      result = optional_map(node);
      break;
    default:
      result = loop(node);
      break;
  }
  locals_.resize(outer);
  return result;
}

void Checker::declare(Node& node, std::initializer_list<Type> types) {
  std::size_t i = 0;
  for (const Type type : types) locals_.push_back({node.variables[i++], options_.check ? type : Type::dyn()});
  most_locals_ = std::max(most_locals_, static_cast<std::uint32_t>(locals_.size()));
}

void Checker::expect_bool(const Node& node, std::string_view who) {
  if (unifier_.assign(Type::of(TypeKind::boolean), node.type)) return;
  misfit(node, who, "needs a bool here", node.type, bool_hint);
}

Type Checker::presence(Node& node) {
  Node& select = *node.children[0];
  const Type field = select_field(select);  // never a variable with a dotted name
  select.type = options_.check ? field : Type::dyn();
  return Type::of(TypeKind::boolean);
}

// What the two variables of a loop over the first child are; an issue where it cannot be looped over.
void Checker::range_types(Node& node, Type& key, Type& value) {
  const Type range = known(check(*node.children[0]));
  if (range.is(TypeKind::list)) {
    key = Type::of(TypeKind::integer);
    value = range.argument(0);
  } else if (range.is(TypeKind::map)) {
    key = range.argument(0);
    value = range.argument(1);
  } else if (!is_open(range)) {
    misfit(*node.children[0], node.name, "needs a list or a map", range, "a list of one is written [x]");
  }
}

Type Checker::loop(Node& node) {
  Type key;
  Type value;
  range_types(node, key, value);
  const bool over_map = known(node.children[0]->type).is(TypeKind::map);
  if (node.variables.size() == 2) {
    declare(node, {key, value});
  } else {
    if (!over_map) key = value;
    declare(node, {key});
  }
  for (Node* child : node.children.subspan(1)) check(*child);
  const bool tests = node.macro <= Macro::filter || node.children.size() == 3;
  if (tests) expect_bool(*node.children[1], node.name);
  return loop_result(node, key, node.children.back()->type);
}

Type Checker::loop_result(Node& node, Type key, Type body) {
  switch (node.macro) {
    case Macro::filter:
      return Type::list(key);  // with one variable, what it is
    case Macro::map:
    case Macro::transform_list:
      return Type::list(body);
    case Macro::transform_map:
      return Type::map(key, body);
    case Macro::transform_map_entry: {
      const Type entry = known(body);
      if (entry.is(TypeKind::map)) return entry;
      if (!is_open(entry))
        misfit(*node.children.back(), node.name, "needs a map of one entry", body, "write {key: value}");
      return Type::map(Type::dyn(), Type::dyn());
    }
    default:
      return Type::of(TypeKind::boolean);
  }
}

Type Checker::sort_by(Node& node) {
  const Type range = known(check(*node.children[0]));
  const bool list = range.is(TypeKind::list);
  if (!list && !is_open(range))
    misfit(*node.children[0], node.name, "needs a list", range, "a list of one is written [x]");
  declare(node, {list ? range.argument(0) : Type::dyn()});
  check(*node.children[1]);
  return list ? range : Type::list(Type::dyn());
}

Type Checker::reduce(Node& node) {
  Type key;
  Type value;
  range_types(node, key, value);
  const Type start = check(*node.children[1]);
  const bool over_map = known(node.children[0]->type).is(TypeKind::map);
  declare(node, {start, over_map ? key : value});
  const Type next = check(*node.children[2]);
  const std::optional<Type> result = unifier_.join(start, next);
  return result ? *result : rounds_differ(node);
}

Type Checker::rounds_differ(const Node& node) {
  return error(*node.children[2],
               "'reduce' starts with " + shown(node.children[1]->type) + " and goes on with " +
                   shown(node.children[2]->type) + "; both must be of one type",
               "start with a value of the type that it goes on with");
}

Type Checker::bind(Node& node) {
  const Type start = check(*node.children[0]);
  declare(node, {start});
  return check(*node.children[1]);
}

Type Checker::optional_map(Node& node) {
  const Type target = known(check(*node.children[0]));
  const bool optional = target.is(TypeKind::optional);
  if (!optional && !is_open(target))
    misfit(*node.children[0], node.name, "needs an optional", target, optional_hint);
  declare(node, {optional ? target.argument(0) : Type::dyn()});
  const Type body = known(check(*node.children[1]));
  if (node.macro == Macro::optional_map) return Type::optional(body);
  if (is_open(body)) return Type::optional(Type::dyn());
  if (body.is(TypeKind::optional)) return body;
  return misfit(*node.children[1], node.name, "needs an optional here", body, optional_hint);
}

}  // namespace martech_audit::cel
