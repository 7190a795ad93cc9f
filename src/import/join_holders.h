// The rows of a licence's holders become one tool; the holders are counted and not named.
#pragma once

#include "import/drafts.h"
#include "import/holder_list.h"

namespace martech_audit::import {

// One draft for each licence of `rows`, the drafts of all rows. A row that says for how many seats the
// licence is says again what it costs; else its price is that of one seat, and the prices are added.
Drafts join_holders(Drafts rows, const HolderList& list, const RecordTable& table, const Mapping& mapping,
                    const MoneyPlan& money, Diagnostics& diagnostics);

}  // namespace martech_audit::import
