// Comparisons that can never hold: fields with a list of words, compared with a text that is none of them.
#pragma once

#include <vector>

#include "cel/ast.h"
#include "cel/cel.h"

namespace martech_audit::rules {

// `tool.status == "activ"`, `tool.kind in ["busines"]`, `"seats" in tool.pricing.metrics`, also of the
// variables that macros range over lists of the model with.
std::vector<cel::Issue> check_words(const cel::Environment& environment, const cel::Ast& ast);

}  // namespace martech_audit::rules
