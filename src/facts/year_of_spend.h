// A year of spend: what each tool takes part in the waterfall with, and how its money travels.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit::facts {

struct Context;
struct Payments;
struct Renewals;
struct Spend;

// A tool each; money in minor units of the organisation's currency.
struct YearOfSpend {
  std::vector<SpendBasis> basis;
  // Stated or paid, the lower where the two differ; 0 where it is estimated, or there is nothing to pay.
  std::vector<std::int64_t> minor;
  std::vector<std::int64_t> excess;  // by which what is stated and what finance paid differ
  std::vector<bool> petty;
};

// All tools of a vendor below petty_share are petty, unless such vendors together have more than this share.
// House default.
inline constexpr double most_petty_share = 0.02;
// By which payments may differ from the stated cost; as the rule ledger-mismatch has it.
inline constexpr double paid_tolerance = 0.1;
// After going live, before a return is asked for; as the rule roi-unmeasured has it.
inline constexpr std::int64_t return_grace_days = 365;

YearOfSpend derive_year_of_spend(const Context& context, const Spend& spend, const Payments& payments,
                                 const Renewals& renewals);

Value tool_spend_basis(const Context& context, const YearOfSpend& year, const Record& tool);
Value tool_yearly_spend(const Context& context, const YearOfSpend& year, const Record& tool);
Value tool_most_spend(const Context& context, const YearOfSpend& year, const Record& tool);
Value tool_unexplained_spend(const Context& context, const YearOfSpend& year, const Record& tool);
Value tool_seat_cost(const Context& context, const Spend& spend, const YearOfSpend& year, const Record& tool);
Value tool_petty(const Context& context, const YearOfSpend& year, const Record& tool);
Value tool_examined(const Context& context, const Record& tool);
Value tool_too_early(const Context& context, const Record& tool);

}  // namespace martech_audit::facts
