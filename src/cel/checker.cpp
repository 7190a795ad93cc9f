#include "cel/checker.h"

#include "base/edit_distance.h"

namespace martech_audit::cel {

namespace {

Type literal_type(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return Type::of(TypeKind::null);
    case ValueKind::boolean:
      return Type::of(TypeKind::boolean);
    case ValueKind::integer:
      return Type::of(TypeKind::integer);
    case ValueKind::unsigned_integer:
      return Type::of(TypeKind::unsigned_integer);
    case ValueKind::real:
      return Type::of(TypeKind::real);
    case ValueKind::string:
      return Type::of(TypeKind::string);
    case ValueKind::bytes:
      return Type::of(TypeKind::bytes);
    default:
      return Type::dyn();
  }
}

}  // namespace

bool Checker::run() {
  const Type result = check(*ast_.root);
  if (options_.check && options_.expected && issues_.empty() &&
      !unifier_.assign(*options_.expected, result)) {
    error(*ast_.root, "expected " + to_string(*options_.expected) + ", this is " + shown(result),
          std::string(options_.expected_hint));
  }
  if (!issues_.empty()) return false;
  finish_types(*ast_.root);
  return true;
}

// Only now is everything known of the variables.
void Checker::finish_types(Node& node) {
  node.type = unifier_.finish(node.type);
  for (Node* child : node.children) finish_types(*child);
}

Type Checker::check(Node& node) {
  if (issues_.size() >= environment_.limits().issues) return Type::dyn();
  const Type found = check_kind(node);
  node.type = options_.check ? found : Type::dyn();
  return node.type;
}

Type Checker::check_kind(Node& node) {
  switch (node.kind) {
    case NodeKind::literal:
      return literal_type(node.value);
    case NodeKind::name:
      return name(node);
    case NodeKind::select:
      return select(node);
    case NodeKind::operation:
      return operation(node);
    case NodeKind::call:
      return call(node);
    case NodeKind::list:
      return list(node);
    case NodeKind::map:
      return map(node);
    case NodeKind::macro:
      return macro(node);
  }
  return Type::dyn();
}

Type Checker::misfit(const Node& node, std::string_view who, std::string_view needs, Type type,
                     std::string_view hint) {
  const std::string subject = who.empty() ? "" : "'" + std::string(who) + "' ";
  return error(node, subject + std::string(needs) + ", this is " + shown(type), std::string(hint));
}

Type Checker::error(std::uint32_t begin, std::uint32_t end, std::string message, std::string hint) {
  issues_.push_back({begin, end, std::move(message), std::move(hint)});
  return Type::dyn();
}

Type Checker::error(const Node& node, std::string message, std::string hint) {
  return error(node.begin, node.end, std::move(message), std::move(hint));
}

std::string Checker::guess(std::string_view word, std::span<const std::string_view> names,
                           const std::string& help) {
  std::string hint = did_you_mean(word, names);
  return hint.empty() ? help : hint;
}

Type Checker::unresolved(Node& node, std::string message, std::string hint) {
  if (!options_.check) {
    node.resolution.kind = Resolution::Kind::failed;
    node.resolution.failure = ast_.arena.copy(std::string_view(message));
    return Type::dyn();
  }
  const bool named = node.kind == NodeKind::select || node.kind == NodeKind::call;
  return error(named ? node.place : node.begin, named ? node.place_end() : node.end, std::move(message),
               std::move(hint));
}

}  // namespace martech_audit::cel
