// Macros: calls whose arguments are not evaluated as they stand.
#pragma once

#include <string>
#include <string_view>

#include "base/arena.h"
#include "cel/ast.h"

namespace martech_audit::cel {

struct MacroFault {
  const Node* at = nullptr;  // null: the call was expanded, or is no macro
  std::string message;
};

// Turns `call` into a macro node where its name, target and number of arguments are those of a macro.
MacroFault expand_macro(Node& call, Arena& arena);

// How the macro of that name and target is written: "x.all(item, condition) or x.all(key, item, condition)";
// empty where there is none.
std::string macro_forms(const Node& call);

}  // namespace martech_audit::cel
