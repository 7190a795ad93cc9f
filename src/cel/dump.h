// A syntax tree as one line of text, for tests and for looking.
#pragma once

#include <string>

#include "cel/ast.h"

namespace martech_audit::cel {

// An expression again, with parentheses around every operation and without macros' second spellings: it
// parses to the same tree. (1 + a.b), x.all(e, (e > 0)), [1, ?x], {"k": v}.
std::string dump(const Node& node);

}  // namespace martech_audit::cel
