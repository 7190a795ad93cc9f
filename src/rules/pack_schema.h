// The JSON Schemas of a pack and of a set of benchmarks, for editors.
#pragma once

#include <string>

namespace martech_audit {

// JSON Schema 2020-12 made from the tables of pack_fields.h and benchmarks.h; two spaces a level, ends with a
// newline.
std::string rules_schema();
std::string benchmarks_schema();

}  // namespace martech_audit
