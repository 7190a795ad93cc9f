// The JSON Schema of a JSON report: the contract with programs that read one.
#pragma once

#include <string>

namespace martech_audit {

// JSON Schema 2020-12, strict: what a report does not have is not allowed. Indented, ends with a newline.
std::string report_schema();

}  // namespace martech_audit
