// Names and fields.
#include <algorithm>

#include "base/edit_distance.h"
#include "cel/checker.h"

namespace martech_audit::cel {

namespace {

struct TypeName {
  std::string_view name;
  TypeKind kind;
};

constexpr TypeName type_names[] = {
    {"bool", TypeKind::boolean},
    {"bytes", TypeKind::bytes},
    {"double", TypeKind::real},
    {"google.protobuf.Duration", TypeKind::duration},
    {"google.protobuf.Timestamp", TypeKind::timestamp},
    {"int", TypeKind::integer},
    {"list", TypeKind::list},
    {"map", TypeKind::map},
    {"null_type", TypeKind::null},
    {"optional_type", TypeKind::optional},
    {"string", TypeKind::string},
    {"type", TypeKind::type},
    {"uint", TypeKind::unsigned_integer},
};

Type type_named(TypeKind kind) {
  switch (kind) {
    case TypeKind::list:
      return Type::type(Type::list(Type::dyn()));
    case TypeKind::map:
      return Type::type(Type::map(Type::dyn(), Type::dyn()));
    case TypeKind::optional:
      return Type::type(Type::optional(Type::dyn()));
    case TypeKind::type:
      return Type::type(Type::type(Type::dyn()));
    default:
      return Type::type(Type::of(kind));
  }
}

// How a variable is written in the container; empty where it is out of reach, since its name is no path.
std::string_view name_within(std::string_view container, std::string_view name) {
  if (!container.empty() && name.starts_with(container) && name.substr(container.size()).starts_with('.')) {
    return name.substr(container.size() + 1);
  }
  constexpr std::string_view in_paths = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  return name.find_first_not_of(in_paths) == std::string_view::npos ? name : std::string_view();
}

bool is_extra(std::string_view field) { return field.starts_with("x-"); }

}  // namespace

// The names a name may stand for in the container, the innermost first.
std::vector<std::string> Checker::qualified(std::string_view name, bool rooted) const {
  std::vector<std::string> names;
  std::string_view container = rooted ? std::string_view() : environment_.container();
  while (!container.empty()) {
    names.push_back(std::string(container) + "." + std::string(name));
    const std::size_t dot = container.rfind('.');
    container = dot == std::string_view::npos ? std::string_view() : container.substr(0, dot);
  }
  names.emplace_back(name);
  return names;
}

const Checker::Local* Checker::find_local(std::string_view name) const {
  const auto found =
      std::find_if(locals_.rbegin(), locals_.rend(), [&](const Local& l) { return l.name == name; });
  return found == locals_.rend() ? nullptr : &*found;
}

bool Checker::resolve_variable(Node& node, std::string_view full_name, bool rooted) {
  for (const std::string& candidate : qualified(full_name, rooted)) {
    const std::optional<std::uint32_t> variable = environment_.find_variable(candidate);
    if (!variable) continue;
    node.resolution.kind = Resolution::Kind::variable;
    node.resolution.index = *variable;
    return true;
  }
  return false;
}

bool Checker::resolve_type_name(Node& node, std::string_view full_name, bool rooted) {
  for (const std::string& candidate : qualified(full_name, rooted)) {
    const auto* found = std::find_if(std::begin(type_names), std::end(type_names),
                                     [&](const TypeName& type) { return type.name == candidate; });
    if (found == std::end(type_names)) continue;
    node.resolution.kind = Resolution::Kind::type_name;
    node.resolution.type_name = Value::type(found->name);
    node.resolution.index = static_cast<std::uint32_t>(found->kind);
    return true;
  }
  return false;
}

Type Checker::name(Node& node) {
  if (const Local* local = node.rooted ? nullptr : find_local(node.name); local != nullptr) {
    node.resolution.kind = Resolution::Kind::local;
    node.resolution.index = static_cast<std::uint32_t>(local - locals_.data());
    return local->type;
  }
  if (resolve_variable(node, node.name, node.rooted))
    return environment_.variables()[node.resolution.index].type;
  if (resolve_type_name(node, node.name, node.rooted)) {
    return type_named(static_cast<TypeKind>(node.resolution.index));
  }
  std::vector<std::string_view> candidates;
  for (const Local& local : locals_) candidates.push_back(local.name);
  for (const Environment::Variable& variable : environment_.variables()) {
    const std::string_view here = name_within(environment_.container(), variable.name);
    if (!here.empty()) candidates.push_back(here);
  }
  return unresolved(node, "undeclared name '" + std::string(node.name) + "'",
                    did_you_mean(node.name, candidates));
}

// "a.b.c" where the node is that and nothing else; empty for anything that is no chain of plain names.
std::string Checker::dotted_name(const Node& node) const {
  std::string name;
  for (const Node* at = &node;; at = at->children[0]) {
    if (at->kind == NodeKind::name) return std::string(at->name) + name;
    if (at->kind != NodeKind::select || at->optional) return {};
    name.insert(0, "." + std::string(at->name));
  }
}

bool Checker::starts_local(const Node& node) const {
  const Node* start = &node;
  while (start->kind == NodeKind::select) start = start->children[0];
  return start->kind == NodeKind::name && !start->rooted && find_local(start->name) != nullptr;
}

Type Checker::select(Node& node) {
  Type type;
  return select_dotted(node, type) ? type : select_field(node);
}

// A variable or type whose name has dots in it.
bool Checker::select_dotted(Node& node, Type& type) {
  const std::string dotted = dotted_name(node);
  if (dotted.empty() || starts_local(node)) return false;
  const Node* start = &node;
  while (start->kind == NodeKind::select) start = start->children[0];
  if (resolve_variable(node, dotted, start->rooted)) {
    type = environment_.variables()[node.resolution.index].type;
    return true;
  }
  if (!resolve_type_name(node, dotted, start->rooted)) return false;
  type = type_named(static_cast<TypeKind>(node.resolution.index));
  return true;
}

Type Checker::select_field(Node& node) {
  const Type target = known(check(*node.children[0]));
  const bool lifted = target.is(TypeKind::optional);
  const Type field = select_type(node, lifted ? known(target.argument(0)) : target);
  return lifted || node.optional ? Type::optional(field) : field;
}

Type Checker::select_type(Node& node, Type target) {
  switch (target.kind()) {
    case TypeKind::dyn:
    case TypeKind::variable:
      return Type::dyn();
    case TypeKind::structure:
      return field_type(node, *target.structure());
    case TypeKind::map:
      if (unifier_.agree(target.argument(0), Type::of(TypeKind::string))) return target.argument(1);
      return error(node.place, node.place_end(),
                   "the keys of this map are " + shown(target.argument(0)) + ", not string",
                   "write the key in brackets: [key]");
    default:
      return error(node.place, node.place_end(), "a value of type " + shown(target) + " has no fields",
                   "leave '." + std::string(node.name) + "' out");
  }
}

Type Checker::field_type(Node& node, const StructType& structure) {
  node.resolution.field = structure.find(node.name);
  const bool extra = node.resolution.field == nullptr && structure.extras_slot && is_extra(node.name);
  if (node.resolution.field != nullptr || extra) {
    node.resolution.kind = Resolution::Kind::field;
    return extra ? Type::dyn() : node.resolution.field->type;
  }
  std::vector<std::string_view> candidates;
  for (const StructField& field : structure.fields) candidates.push_back(field.name);
  return error(node.place, node.place_end(),
               structure.name + " has no field '" + std::string(node.name) + "'",
               guess(node.name, candidates, environment_.help().fields));
}

}  // namespace martech_audit::cel
