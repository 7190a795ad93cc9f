// When a text needs quotes in YAML, and which.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit {

// The text as a YAML scalar of one line, quoted exactly where readers of YAML 1.2 or 1.1 would misread it.
std::string yaml_scalar(std::string_view text);

// Whether the text has characters (controls, line breaks, invisible ones) that only an escape brings through
// every reader and editor unharmed.
bool needs_escapes(std::string_view text);

}  // namespace martech_audit
