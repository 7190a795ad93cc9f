// How often something is paid, as people write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace martech_audit::import {

struct BillingCycle {
  std::int64_t payments = 0;  // in so many years; 0: paid once
  std::int64_t years = 1;
  std::int64_t months = 0;  // from one to the next, where it is in whole months

  std::string_view per()
      const;  // month | quarter | year | once; empty where amounts have to be taken to a year
  std::string_view word() const;  // of contract.billing; empty where it has none
  friend bool operator==(const BillingCycle&, const BillingCycle&) = default;
};

// "Every 3 months", "weekly", "semi-annual", "2 years", "alle 2 Jahre", "one-time". A year has 52 weeks.
std::optional<BillingCycle> read_cycle(std::string_view text);

}  // namespace martech_audit::import
