#include "import/billing_periods.h"

namespace martech_audit::import {

std::optional<Money> take_period(Draft& draft, const BillingCycle& cycle, Currency organisation) {
  if (const std::string_view per = cycle.per(); !per.empty()) {
    draft.set("cost.per", std::string(per));
    return std::nullopt;
  }
  const auto currency = Currency::parse(draft.text("cost.currency")).value_or(organisation);
  const auto paid = Money::from(*Decimal::parse(draft.text("cost.amount")), currency);
  const auto yearly = paid ? scaled(*paid, cycle.payments, cycle.years) : std::nullopt;
  if (!yearly) return std::nullopt;
  draft.set("cost.amount", yearly->to_string(), true);
  draft.set("cost.per", "year");
  return Money{yearly->minor - paid->minor, currency};
}

}  // namespace martech_audit::import
