#include "diff/vendor_payments.h"

#include <fmt/format.h>

#include "base/dates.h"
#include "base/decimals.h"
#include "base/slots.h"
#include "base/text.h"
#include "diff/canonical.h"
#include "facts/payments.h"
#include "facts/yearly_amount.h"
#include "martech_audit/money.h"

namespace martech_audit {

VendorPayments::VendorPayments(const Inventory& inventory) {
  for (const Record& entry : inventory.entities(EntityKind::ledger)) {
    const std::string_view vendor = text_at(entry, "vendor");
    if (!vendor.empty() && !is_given(read(entry, "tool"))) ++count_[lower_ascii(vendor)];
  }
}

std::string VendorPayments::in_words(std::string_view vendor) const {
  const auto found = count_.find(lower_ascii(vendor));
  if (found == count_.end()) return {};
  const std::size_t count = found->second;
  return fmt::format("{} to {} {}", counted(count, "payment"), vendor, count == 1 ? "belongs" : "belong");
}

YearOfPayments::YearOfPayments(const Inventory& inventory, Date today) {
  const std::int64_t oldest = days_since_epoch(today) - facts::payment_window_days;
  for (const Record& entry : inventory.entities(EntityKind::ledger)) {
    const Value amount = read(entry, "amount"), ends = read(entry, "period.ends"), tool = read(entry, "tool");
    const bool is_over = ends.is(ValueKind::date) && ends.as_integer() < oldest;
    if (is_over || !amount.is(ValueKind::decimal)) continue;
    const auto paid = facts::in_own_currency(inventory, decimal_of(amount), text_at(entry, "currency"));
    if (!paid) continue;
    if (tool.is(ValueKind::record)) {
      tools_[tool.as_record()] += paid->to_double();
    } else {
      vendors_[lower_ascii(text_at(entry, "vendor"))] += paid->to_double();
    }
  }
}

bool YearOfPayments::come_near(const Record& tool, double amount) const {
  double sum = 0;
  if (const auto found = tools_.find(&tool); found != tools_.end()) sum += found->second;
  const std::string_view vendor = text_at(tool, "vendor");
  const auto found = vendor.empty() ? vendors_.end() : vendors_.find(lower_ascii(vendor));
  if (found != vendors_.end()) sum += found->second;
  return sum >= amount;
}

bool is_same_vendor(std::string_view one, std::string_view other) {
  return lower_ascii(one) == lower_ascii(other);
}

}  // namespace martech_audit
