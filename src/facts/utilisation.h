// How much of what is paid for is used. Shares may exceed 1.
//
// A count of use grows old. Rules that rest on one ask for tool_fresh_usage as well, so that an old count
// leaves them undecided as a missing one does: neither proves anything, and keeping an old one must not pay.
#pragma once

#include <cstdint>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

Value tool_assigned_share(const Context& context, const Record& tool);
Value tool_capability_use(const Context& context, const Record& tool);
Value tool_consumption_use(const Context& context, const Record& tool);
Value tool_feature_use(const Context& context, const Record& tool);
Value tool_fresh_usage(const Context& context, const Record& tool);
Value tool_idle_before_count_days(const Context& context, const Record& tool);
Value tool_idle_days(const Context& context, const Record& tool);
Value tool_over_used(const Context& context, const Record& tool);
Value tool_seat_priced(const Context& context, const Record& tool);
Value tool_usage_age_days(const Context& context, const Record& tool);
Value tool_utilisation(const Context& context, const Record& tool);

}  // namespace martech_audit::facts
