// Whether bytes are text at all: what both formats ask of a file before it is parsed.
#pragma once

#include "martech_audit/diagnostic.h"
#include "martech_audit/source.h"

namespace martech_audit {

// Reports the first of: UTF-16 or UTF-32, an octet that is not UTF-8, a control character (NUL among them), a
// carriage return without a line feed. False where there was one.
bool check_text(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace martech_audit
