// Budgets that run on the day of the audit.
//
// Amounts are brought to a year by the days of their periods, so that a quarter's reserve compares with a
// year's budget: one for a whole year from any day counts as it is written. A budget that does not say what
// it is for may be any of them, so that it leaves the sums unknown.
#pragma once

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

struct Budgets {
  Value marketing;    // the whole marketing budget a year: decimal, or unknown
  Value reserve;      // of it, what is kept free: decimal, or unknown
  Value review_days;  // integer, or unknown
  Value martech;      // what running martech budgets commit, else spend, a year: decimal, or unknown
};

Budgets derive_budgets(const Context& context);

Value budget_annual_amount(const Context& context, const Record& budget);
Value org_budget_review_days(const Context& context, const Budgets& budgets, const Record& organisation);
Value org_marketing_budget(const Context& context, const Budgets& budgets, const Record& organisation);
Value org_martech_budget_use(const Context& context, const Budgets& budgets, const Record& organisation);
Value org_reserve_share(const Context& context, const Budgets& budgets, const Record& organisation);

}  // namespace martech_audit::facts
