// Macros: types of their variables and results.
#include <algorithm>

#include "cel/checker.h"

namespace martech_audit::cel {

namespace {

bool is_open(Type type) { return type.is(TypeKind::dyn) || type.is(TypeKind::variable); }

}  // namespace

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
  error(node, "'" + std::string(who) + "' needs a bool here, this is " + shown(node.type),
        std::string(bool_hint));
}

Type Checker::presence(Node& node) {
  Node& select = *node.children[0];
  const Type field = select_field(select);  // never a variable with a dotted name
  select.type = options_.check ? field : Type::dyn();
  return Type::of(TypeKind::boolean);
}

// What the two variables of a loop over the first child are; false and an issue where it cannot be looped
// over.
bool Checker::range_types(Node& node, Type& key, Type& value) {
  const Type range = known(check(*node.children[0]));
  if (range.is(TypeKind::list)) {
    key = Type::of(TypeKind::integer);
    value = range.argument(0);
  } else if (range.is(TypeKind::map)) {
    key = range.argument(0);
    value = range.argument(1);
  } else if (!is_open(range)) {
    error(*node.children[0],
          "'" + std::string(node.name) + "' needs a list or a map, this is " + shown(range),
          "a list of one is written [x]");
    return false;
  }
  return true;
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
        error(*node.children.back(), "'transformMapEntry' needs a map of one entry, this is " + shown(body),
              "write {key: value}");
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
    error(*node.children[0], "'sortBy' needs a list, this is " + shown(range),
          "a list of one is written [x]");
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
  if (const std::optional<Type> result = unifier_.join(start, next)) return *result;
  return error(*node.children[2],
               "'reduce' starts with " + shown(start) + " and goes on with " + shown(next) +
                   "; both must be of one type",
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
  if (!optional && !is_open(target)) {
    error(*node.children[0], "'" + std::string(node.name) + "' needs an optional, this is " + shown(target),
          std::string(optional_hint));
  }
  declare(node, {optional ? target.argument(0) : Type::dyn()});
  const Type body = known(check(*node.children[1]));
  if (node.macro == Macro::optional_map) return Type::optional(body);
  if (is_open(body)) return Type::optional(Type::dyn());
  if (body.is(TypeKind::optional)) return body;
  return error(*node.children[1], "'optFlatMap' needs an optional here, this is " + shown(body),
               std::string(optional_hint));
}

}  // namespace martech_audit::cel
