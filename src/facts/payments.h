// What finance paid, beside what the inventory says.
//
// A payment names its tool, or the vendor: one whose vendor sells a single tool is for that tool. A vendor
// that sells several, or tools that name no vendor, leave open which of them was paid for. One whose vendor
// sells none of the tools is for something that the inventory does not list.
//
// Payments count whose period has begun and did not end more than 13 months ago. Those for one tool are added
// up and brought to a year by the days that they pay for, each day once.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

inline constexpr std::int64_t payment_window_days = 395;

struct Payments {
  std::vector<Value> yearly;      // a tool each: decimal, 0 without any payment, or unknown
  std::vector<Value> still_paid;  // a tool each: boolean, or unknown
  Value unlisted_spend;           // decimal, or unknown
  Value unassigned_spend;         // decimal: that, and payments that may be for any tool
  Value unlisted_vendors;         // list of texts, or unknown
};

Payments derive_payments(const Context& context);

Value tool_paid_yearly(const Context& context, const Payments& payments, const Record& tool);
Value tool_still_paid(const Context& context, const Payments& payments, const Record& tool);
Value org_unassigned_spend(const Context& context, const Payments& payments, const Record& organisation);
Value org_unlisted_spend(const Context& context, const Payments& payments, const Record& organisation);
Value org_unlisted_vendors(const Context& context, const Payments& payments, const Record& organisation);

}  // namespace martech_audit::facts
