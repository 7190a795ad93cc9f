// Exact sums of money, and maps made of them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct Spend;

// False, and as large as can be, where the sum does not fit.
bool add(std::int64_t& sum, std::int64_t summand);

// part / whole; 0 where the whole is 0.
double ratio(std::int64_t part, std::int64_t whole);

// Minor units of the organisation's currency as a decimal.
Value amount(const Context& context, std::int64_t minor);

using Sums = std::map<std::string_view, std::int64_t>;

// Sums of minor units as a map of decimals, sorted by key.
Value map_of(const Context& context, const Sums& sums);

}  // namespace martech_audit::facts
