// How much of what is paid for is used. Shares may exceed 1.
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Workings;

Value tool_assigned_share(const Workings& workings, const Record& tool);
Value tool_capability_use(const Workings& workings, const Record& tool);
Value tool_consumption_use(const Workings& workings, const Record& tool);
Value tool_feature_use(const Workings& workings, const Record& tool);
Value tool_idle_days(const Workings& workings, const Record& tool);
Value tool_over_used(const Workings& workings, const Record& tool);
Value tool_seat_floor(const Workings& workings, const Record& tool);
Value tool_seat_priced(const Workings& workings, const Record& tool);
Value tool_usage_age_days(const Workings& workings, const Record& tool);
Value tool_utilisation(const Workings& workings, const Record& tool);

}  // namespace martech_audit::facts
