// When contracts renew, until when that can be stopped, and what the next term commits to: by where each
// stands on the day of the audit (contracts.h).
#pragma once

#include <vector>

#include "facts/contracts.h"
#include "martech_audit/value.h"

namespace martech_audit {
class Diagnostics;
}

namespace martech_audit::facts {

struct Context;
struct Spend;

struct Renewals {  // a tool each
  std::vector<Contract> contracts;
  std::vector<Value> ends;  // date, or unknown
};

// Notes each contract in use that is taken to have renewed by itself.
Renewals derive_renewals(const Context& context, Diagnostics& notes);

Value tool_action_by(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_contract_ends(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_days_to_notice(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_days_to_renewal(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_first_term_months(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_next_term_months(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_notice_by(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_notice_known(const Context& context, const Record& tool);
Value tool_notice_missed(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_possible_commitment(const Context& context, const Spend& spend, const Renewals& renewals,
                               const Record& tool);
Value tool_renewal_commitment(const Context& context, const Spend& spend, const Renewals& renewals,
                              const Record& tool);
Value tool_renews_on(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_term_derived(const Context& context, const Renewals& renewals, const Record& tool);

}  // namespace martech_audit::facts
