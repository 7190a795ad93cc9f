// Text for terminals and logs that know nothing beyond ASCII.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit {

// Dashes, quotes, arrows and the like by their usual substitutes ("…" is "..."), other characters as \u{e9}.
std::string to_ascii(std::string_view text);

}  // namespace martech_audit
