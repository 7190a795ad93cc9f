// Signatures of overloads, read from their text.
#pragma once

#include <span>
#include <string>

#include "base/arena.h"
#include "cel/function.h"
#include "cel/type.h"

namespace martech_audit::cel {

struct Signature {
  const Overload* overload = nullptr;
  bool member = false;    // the first parameter is the receiver
  bool variadic = false;  // the last parameter may be repeated
  std::span<const Type> parameters;
  Type result;

  bool takes(std::size_t arguments) const {
    return variadic ? arguments >= parameters.size() : arguments == parameters.size();
  }
  Type parameter(std::size_t i) const { return i < parameters.size() ? parameters[i] : parameters.back(); }
};

// Null where the text is none. A host function with such a signature is a fault of the program, not of its
// user.
const Signature* read_signature(const Overload& overload, std::string_view name, Arena& arena);

// Whether a value of that kind may be an argument for a parameter of that type; what lists hold is not looked
// at.
bool admits(Type parameter, ValueKind kind);

}  // namespace martech_audit::cel
