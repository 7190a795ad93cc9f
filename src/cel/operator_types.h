// Which operands an operator takes, and what it gives for them.
#pragma once

#include <optional>
#include <string_view>

#include "cel/ast.h"
#include "cel/type.h"

namespace martech_audit::cel {

// Whether anything may turn out to be of it.
inline bool is_open(Type type) { return type.is(TypeKind::dyn) || type.is(TypeKind::variable); }

// Of + - * / %; lists are not looked into. Nothing where there is no such overload; dyn where it depends on
// what a dyn operand turns out to be.
std::optional<Type> arithmetic_type(Operator op, Type left, Type right);

// Of < <= > >=.
bool comparable(Type left, Type right);

// The operands an operator has overloads for, in words.
std::string_view operands_in_words(Operator op);

}  // namespace martech_audit::cel
