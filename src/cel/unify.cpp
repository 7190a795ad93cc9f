#include "cel/unify.h"

namespace martech_audit::cel {

namespace {

std::size_t arity(Type type) {
  switch (type.kind()) {
    case TypeKind::list:
    case TypeKind::optional:
    case TypeKind::type:
      return 1;
    case TypeKind::map:
      return 2;
    default:
      return 0;
  }
}

Type rebuild(Type shape, Type first, Type second) {
  switch (shape.kind()) {
    case TypeKind::list:
      return Type::list(first);
    case TypeKind::optional:
      return Type::optional(first);
    case TypeKind::type:
      return Type::type(first);
    default:
      return Type::map(first, second);
  }
}

bool accepts_null(TypeKind kind) {
  return kind == TypeKind::structure || kind == TypeKind::timestamp || kind == TypeKind::duration ||
         kind == TypeKind::optional;
}

}  // namespace

Type Unifier::fresh() {
  bindings_.emplace_back();
  return Type::variable(static_cast<std::uint32_t>(bindings_.size() - 1));
}

Type Unifier::find(Type type) const {
  while (type.is(TypeKind::variable) && bindings_[type.number()]) type = *bindings_[type.number()];
  return type;
}

bool Unifier::occurs(Type variable, Type in) const {
  in = find(in);
  if (in == variable) return true;
  for (std::size_t i = 0; i < arity(in); ++i) {
    if (occurs(variable, in.argument(i))) return true;
  }
  return false;
}

bool Unifier::learn(Type variable, Type type) {
  if (occurs(variable, type)) return false;
  bindings_[variable.number()] = type;
  learnt_.push_back(variable.number());
  return true;
}

bool Unifier::assign(Type to, Type from) {
  to = find(to);
  from = find(from);
  if (to == from) return true;
  if (to.is(TypeKind::variable)) return learn(to, from);
  if (from.is(TypeKind::variable)) return learn(from, to);
  if (to.is(TypeKind::dyn) || from.is(TypeKind::dyn)) return true;
  if (from.is(TypeKind::null) && accepts_null(to.kind())) return true;
  if (to.kind() != from.kind() || arity(to) == 0) return false;
  if (to.is(TypeKind::type)) return true;  // any two type names compare
  for (std::size_t i = 0; i < arity(to); ++i) {
    if (!assign(to.argument(i), from.argument(i))) return false;
  }
  return true;
}

bool Unifier::agree(Type a, Type b) {
  const std::size_t before = mark();
  if (assign(a, b)) return true;
  undo(before);
  if (assign(b, a)) return true;
  undo(before);
  return false;
}

std::optional<Type> Unifier::join(Type a, Type b) {
  if (!agree(a, b)) return std::nullopt;
  return general(a, b);
}

// Of two that agree.
Type Unifier::general(Type a, Type b) const {
  a = find(a);
  b = find(b);
  if (a == b || a.is(TypeKind::dyn)) return a;
  if (b.is(TypeKind::dyn) || a.is(TypeKind::null)) return b;
  if (arity(a) == 0 || a.kind() != b.kind()) return a;
  const Type first = general(a.argument(0), b.argument(0));
  return rebuild(a, first, arity(a) == 2 ? general(a.argument(1), b.argument(1)) : first);
}

Type Unifier::substitute(Type type, bool close) const {
  type = find(type);
  if (type.is(TypeKind::variable)) return close ? Type::dyn() : type;
  const std::size_t count = arity(type);
  if (count == 0) return type;
  const Type first = substitute(type.argument(0), close);
  const Type second = count == 2 ? substitute(type.argument(1), close) : first;
  const bool same = first == type.argument(0) && (count == 1 || second == type.argument(1));
  return same ? type : rebuild(type, first, second);
}

Type Unifier::instantiate(Type type, Letters& letters) {
  if (type.is(TypeKind::parameter)) {
    std::optional<Type>& letter = letters[static_cast<std::size_t>(type.parameter() - 'A')];
    if (!letter) letter = fresh();
    return *letter;
  }
  const std::size_t count = arity(type);
  if (count == 0) return type;
  const Type first = instantiate(type.argument(0), letters);
  return rebuild(type, first, count == 2 ? instantiate(type.argument(1), letters) : first);
}

void Unifier::undo(std::size_t mark) {
  while (learnt_.size() > mark) {
    bindings_[learnt_.back()].reset();
    learnt_.pop_back();
  }
}

}  // namespace martech_audit::cel
