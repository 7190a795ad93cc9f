// Pictures by Graphviz, a program of its own that the user may have.
#pragma once

#include <string>

#include "martech_audit/result.h"

namespace martech_audit::cli {

// SVG of a graph in DOT, by `dot` from PATH; `engine` is "dot", "sfdp", …. An error that says what to install
// where there is none, and what it said where it failed.
Result<std::string> svg_by_graphviz(const std::string& dot, const std::string& engine);

}  // namespace martech_audit::cli
