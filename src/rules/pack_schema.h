// The JSON Schema of a pack, for editors.
#pragma once

#include <string>

namespace martech_audit {

// JSON Schema 2020-12 made from the tables of pack_fields.h; two spaces a level, ends with a newline.
std::string rules_schema();

}  // namespace martech_audit
