// Whether a sentence says something: enough words beside the names of the tool, of its vendor and category.
#pragma once

#include <string>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::model {

// Words count once each; a letter is no word, and neither is a placeholder.
bool says_something(const Record& tool, std::string_view text);

// "write a sentence of at least 3 words beside the names"
std::string statement_hint();

}  // namespace martech_audit::model
