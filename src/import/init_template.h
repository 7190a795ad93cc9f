// The commented inventory that `init` writes.
#pragma once

#include <string_view>

namespace martech_audit {

// Reads without errors. Its first line names the schema file that `init` writes beside it.
std::string_view init_template();

}  // namespace martech_audit
