// When a text needs quotes in YAML.
#pragma once

#include <string_view>

namespace martech_audit {

// Whether readers of YAML 1.2 and 1.1 take the text for itself without quotes. One line, without characters
// that need escapes.
bool is_plain(std::string_view text);

// Whether the text has characters (controls, line breaks, invisible ones, those that make a command of a CI
// service) that only an escape brings through every reader and editor unharmed.
bool needs_escapes(std::string_view text);

}  // namespace martech_audit
