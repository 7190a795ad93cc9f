#include "import/gaps.h"

namespace martech_audit::import {

void count_gaps(Drafts& drafts) {
  drafts.without_period = drafts.without_day = drafts.without_metric = 0;
  for (const Draft& draft : drafts.list) {
    const bool costs = draft.has("cost.amount") && draft.text("cost.amount") != "0";
    if (costs && !draft.has("cost.per")) ++drafts.without_period;
    if (draft.has("usage.active") && !draft.has("usage.measured_on")) ++drafts.without_day;
    if (draft.has("seats.purchased") && !draft.has("pricing.metrics")) ++drafts.without_metric;
  }
}

}  // namespace martech_audit::import
