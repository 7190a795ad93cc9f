// An exchange rate, as it stands in an inventory.
#pragma once

#include <optional>

#include "martech_audit/date.h"
#include "martech_audit/money.h"

namespace martech_audit::import {

struct ExchangeRate {
  Currency from;
  Decimal rate;  // units of the organisation's currency for one unit of `from`
  std::optional<Date> as_of;
};

}  // namespace martech_audit::import
