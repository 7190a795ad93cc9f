// Types that are partly unknown, made equal: what the checker infers with.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "cel/type.h"

namespace martech_audit::cel {

class Unifier {
 public:
  // A type that nothing is known about yet.
  Type fresh();

  // Whether a `from` may stand where a `to` is wanted; learns variables of both. Dyn fits everywhere, null
  // where a struct, timestamp, duration or optional is wanted. After false, variables may be half learnt:
  // undo().
  bool assign(Type to, Type from);

  // As assign() in either direction, undone where it is false.
  bool agree(Type a, Type b);

  // What holds values of both: the more general of two that agree, else nothing.
  std::optional<Type> join(Type a, Type b);

  // The type with every learnt variable replaced. `open` ones stay variables, or become dyn.
  Type resolve(Type type) const { return substitute(type, false); }
  Type finish(Type type) const { return substitute(type, true); }

  // A signature's type with fresh variables for its letters, the same one for the same letter.
  using Letters = std::array<std::optional<Type>, 26>;
  Type instantiate(Type type, Letters& letters);

  std::size_t mark() const { return learnt_.size(); }
  void undo(std::size_t mark);

 private:
  Type substitute(Type type, bool close) const;
  Type find(Type type) const;
  Type general(Type a, Type b) const;
  bool occurs(Type variable, Type in) const;
  bool learn(Type variable, Type type);

  std::vector<std::optional<Type>> bindings_;
  std::vector<std::uint32_t> learnt_;  // variables in the order they were bound
};

}  // namespace martech_audit::cel
