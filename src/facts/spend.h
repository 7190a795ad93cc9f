// What tools cost a year, in the organisation's currency.
//
// Recurring costs only: what is paid once counts 0 a year, a free tool costs 0. Amounts are exact to the
// smallest unit of the currency; foreign ones are converted at the inventory's own rates, after they have
// been brought to a year. Sums are over the tools in use (neither being evaluated nor retired) whose cost is
// known.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/value.h"

namespace martech_audit {
class Diagnostics;
}

namespace martech_audit::facts {

struct Context;

struct Spend {
  std::vector<Value> annual;  // a tool each: decimal, or unknown
  std::int64_t total = 0;     // minor units
  std::int64_t known = 0;     // tools in use with a cost
  std::int64_t unknown = 0;   // and without
  Value total_cost;           // decimal; unknown where no cost is known, or no list of tools given
};

// Errors: amounts that are too large to be counted.
Spend derive_spend(const Context& context, Diagnostics& notes);

// Yearly cost in minor units; nothing where it is not known.
std::optional<std::int64_t> annual_minor(const Spend& spend, const Record& tool);

// `part` of the total cost; 0 of no cost at all. Unknown where the total is.
Value share_of_total(const Spend& spend, std::int64_t part);

// The known cost of the tools in use by what `key` says of each; empty keys gather what has none.
Value spend_by(const Context& context, const Spend& spend,
               const std::function<std::string_view(const Record&)>& key);

Value tool_annual_cost(const Context& context, const Spend& spend, const Record& tool);
Value tool_cost_share(const Context& context, const Spend& spend, const Record& tool);
Value tool_free(const Context& context, const Record& tool);
Value tool_lower_plan_saving(const Context& context, const Spend& spend, const Record& tool);
Value tool_unit_cost(const Context& context, const Spend& spend, const Record& tool);
Value org_costs_known(const Context& context, const Spend& spend, const Record& organisation);
Value org_costs_known_share(const Context& context, const Spend& spend, const Record& organisation);
Value org_spend_by_category(const Context& context, const Spend& spend, const Record& organisation);
Value org_spend_by_department(const Context& context, const Spend& spend, const Record& organisation);
Value org_sunk_costs(const Context& context, const Record& organisation);
Value org_tools_without_cost(const Context& context, const Spend& spend, const Record& organisation);
Value org_total_cost(const Context& context, const Spend& spend, const Record& organisation);

}  // namespace martech_audit::facts
