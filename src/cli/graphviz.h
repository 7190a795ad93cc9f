// Pictures by Graphviz, where its library is installed. It is looked for when a picture is wanted, so that
// the program runs without it.
#pragma once

#include <string>

#include "martech_audit/result.h"

namespace martech_audit::cli {

// SVG of a graph in DOT; `engine` is "dot", "sfdp", …. An error that says what to install where there is no
// library.
Result<std::string> svg_by_graphviz(const std::string& dot, const char* engine);

}  // namespace martech_audit::cli
