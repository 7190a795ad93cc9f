// The JSON Schema of a JSON report: the contract with programs that read one.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit::report {

// The major number changes when a key changes its meaning or goes; the minor one when a key comes.
inline constexpr std::string_view report_schema_version = "1.0";
inline constexpr std::string_view report_schema_id = "urn:martech-audit:report:1";

}  // namespace martech_audit::report

namespace martech_audit {

// JSON Schema 2020-12, strict: what a report does not have is not allowed. Indented, ends with a newline.
std::string report_schema();

}  // namespace martech_audit
