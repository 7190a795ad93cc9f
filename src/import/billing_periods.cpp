#include "import/billing_periods.h"

namespace martech_audit::import {

std::optional<Money> take_period(Draft& draft, const BillingCycle& cycle, Currency organisation) {
  const auto set = [&](const char* path, std::string text, bool plain) {
    draft.fields.insert_or_assign(path, FieldValue{path, {{std::move(text), plain}}});
  };
  if (const std::string_view per = cycle.per(); !per.empty()) {
    set("cost.per", std::string(per), false);
    return std::nullopt;
  }
  const auto currency = Currency::parse(draft.text("cost.currency")).value_or(organisation);
  const auto paid = Money::from(*Decimal::parse(draft.text("cost.amount")), currency);
  const auto yearly = paid ? scaled(*paid, cycle.payments, cycle.years) : std::nullopt;
  if (!yearly) return std::nullopt;
  set("cost.amount", yearly->to_string(), true);
  set("cost.per", "year", false);
  return Money{yearly->minor - paid->minor, currency};
}

}  // namespace martech_audit::import
