// Days that cannot be, or hardly: of what is over and lies ahead, and far from the day of the audit.
#pragma once

#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

// An error for each day of a measurement, a use, a review or the like that is more than one day later than
// `as_of`: that day is in UTC, and who writes from Auckland is half a day ahead. What is planned or cancelled
// may have days ahead. An error for a tool that is retired on a day to come, a warning for one in use, or
// retired, that is bought or live on such a day; a warning, too, for each other day beyond the reach of its
// field (Field::reach).
void check_past_days(const Inventory& inventory, Date as_of, Diagnostics& diagnostics);

}  // namespace martech_audit
