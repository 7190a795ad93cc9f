// What a contract says since that it did not say before, and whether it began anew in between.
#pragma once

#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"
#include "martech_audit/money.h"

namespace martech_audit {

// A contract that ends later, or is about less, says why: it began anew. Where no start is given, for a
// much longer term, or with somebody whose name is not part of the other's.
bool is_renewed(const Record& then, const Record& now);

struct PriceFall {
  std::string_view what;
  Money before, after;  // a year
  double a_year;        // by how much the tool costs less
  bool is_small;        // by no more than a tenth, which corrections come to, too
};

// What is paid for a tool in a year, and for one of its units, where that became less while it is given both
// times: fewer seats may cost less.
std::vector<PriceFall> price_falls(const Inventory& before, const Inventory& after, const Record& then,
                                   const Record& now);

}  // namespace martech_audit
