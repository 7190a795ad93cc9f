// Netstrings: how texts are put one behind the other before they are hashed, so that no two lists of texts
// look alike.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit {

// Appends "<length in bytes>:<text>,": "3:seo,".
inline void append_netstring(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
  out += ',';
}

}  // namespace martech_audit
