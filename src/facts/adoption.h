// How the use of tools develops.
//
// The counts are those of usage.history and the latest, of usage itself, which replaces one of the
// same day; of others of one day the lowest counts.
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

Value tool_usage_falls(const Context& context, const Record& tool);
Value tool_usage_lost(const Context& context, const Record& tool);

}  // namespace martech_audit::facts
