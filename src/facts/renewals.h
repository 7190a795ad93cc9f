// When contracts renew, and until when that can be stopped.
//
// Terms end on contract.ends, inclusive; notice must be given notice_days before that, inclusive. A contract
// that renews by itself and whose end has passed is taken to have renewed, term after term: the terms of
// `term_months` follow each other without a gap, so that one from 1 March to 29 February is followed by one
// that ends on 28 February.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit {
class Diagnostics;
}

namespace martech_audit::facts {

struct Context;
struct Spend;

struct Renewals {  // a tool each: date, or unknown
  std::vector<Value> renews_on;
  std::vector<Value> notice_by;
};

// Notes each contract in use that is taken to have renewed.
// Notes: contracts taken to have renewed by themselves.
Renewals derive_renewals(const Context& context, Diagnostics& notes);

Value tool_action_by(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_days_to_notice(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_days_to_renewal(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_notice_by(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_notice_missed(const Context& context, const Renewals& renewals, const Record& tool);
Value tool_renewal_commitment(const Context& context, const Spend& spend, const Record& tool);
Value tool_renews_on(const Context& context, const Renewals& renewals, const Record& tool);

}  // namespace martech_audit::facts
