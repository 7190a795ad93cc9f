// The commented inventory that `init` writes.
#pragma once

#include <string>

namespace martech_audit {

// Reads without errors. Its first line names the schema file that `init` writes beside it.
std::string init_template();

// The configuration beside it: a verdict on little evidence is none.
std::string init_configuration();

}  // namespace martech_audit
