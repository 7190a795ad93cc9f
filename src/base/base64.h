// Octets written as 64 letters (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace martech_audit {

std::string base64(std::string_view octets);  // with padding

// With padding or without; nothing where the text is anything else.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace martech_audit
