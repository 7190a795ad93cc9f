// Sums of decimals of any length, rounded once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"

namespace martech_audit::import {

// Of numbers as programs write them: "-0.0043551", "2.5e1". No grouping.
class ExactSum {
 public:
  // False where the text is no such number, or is larger than amounts can be.
  bool add(std::string_view number);

  // To the currency's smallest unit, halves away from zero; nothing where it does not fit.
  std::optional<Money> rounded(Currency currency) const;

 private:
  // Nine decimal digits each, the first before the point; of either sign until they are asked for.
  std::vector<std::int64_t> limbs_{0};
};

}  // namespace martech_audit::import
