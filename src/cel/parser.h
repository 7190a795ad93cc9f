// Parser: text → syntax tree, macros expanded to nodes of their own.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "cel/ast.h"
#include "cel/cel.h"
#include "cel/limits.h"

namespace martech_audit::cel {

// Nothing, and the first fault in `issues`, where the text is not an expression or exceeds a limit.
std::optional<Ast> parse(std::string_view text, const Limits& limits, std::vector<Issue>& issues);

}  // namespace martech_audit::cel
