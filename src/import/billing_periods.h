// Costs whose period stands in a column of its own.
#pragma once

#include <optional>

#include "import/cells/cycles.h"
#include "import/draft.h"

namespace martech_audit::import {

// Gives the draft's cost the period of the cycle, or takes it to a year where it is none of a month, quarter
// or year: the amount of a week is paid 52 times. By how much its amount grew, where it was taken to a year.
std::optional<Money> take_period(Draft& draft, const BillingCycle& cycle, Currency organisation);

}  // namespace martech_audit::import
