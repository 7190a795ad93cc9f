// What drafts lack that would make them count for more.
#pragma once

#include "import/drafts.h"

namespace martech_audit::import {

// Counts which of them have a cost without a period, active users without a day, seats without a metric.
void count_gaps(Drafts& drafts);

}  // namespace martech_audit::import
