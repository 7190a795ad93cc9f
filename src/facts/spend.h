// What tools cost a year, in the organisation's currency.
//
// Recurring costs only: what is paid once counts 0 a year, a free tool costs 0. Amounts are exact to the
// smallest unit of the currency; foreign ones are converted at the inventory's own rates, after they have
// been brought to a year. Sums are over the tools in use (neither being evaluated nor retired) whose cost is
// known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/value.h"

namespace martech_audit {
class Diagnostics;
}

namespace martech_audit::facts {

struct Workings;

struct Spend {
  std::vector<Value> annual;  // a tool each: decimal, or unknown
  std::int64_t total = 0;     // minor units
  std::int64_t known = 0;     // tools in use with a cost
  std::int64_t unknown = 0;   // and without
  Value total_cost;           // decimal; unknown where no cost is known, or no list of tools given
};

// Errors: amounts that are too large to be counted.
Spend derive_spend(const Workings& workings, Diagnostics& notes);

// An amount of a currency in the organisation's own; nothing where there is no rate for it, or where it is
// too large.
std::optional<Money> in_own_currency(const Workings& workings, Decimal decimal, std::string_view code);

// Yearly cost in minor units; nothing where it is not known.
std::optional<std::int64_t> annual_minor(const Workings& workings, const Record& tool);

// Minor units of the organisation's currency as a decimal.
Value amount(const Workings& workings, std::int64_t minor);

// `part` of the total cost; 0 of no cost at all. Unknown where the total is.
Value share_of_total(const Workings& workings, std::int64_t part);

Value tool_annual_cost(const Workings& workings, const Record& tool);
Value tool_cost_share(const Workings& workings, const Record& tool);
Value tool_free(const Workings& workings, const Record& tool);
Value tool_lower_plan_saving(const Workings& workings, const Record& tool);
Value tool_unit_cost(const Workings& workings, const Record& tool);
Value org_costs_known_share(const Workings& workings, const Record& organisation);
Value org_spend_by_category(const Workings& workings, const Record& organisation);
Value org_spend_by_department(const Workings& workings, const Record& organisation);
Value org_tools_without_cost(const Workings& workings, const Record& organisation);
Value org_total_cost(const Workings& workings, const Record& organisation);

}  // namespace martech_audit::facts
