// Exact sums of money, and maps made of them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Workings;

// False, and as large as can be, where the sum does not fit.
bool add(std::int64_t& sum, std::int64_t summand);

// part / whole; 0 where the whole is 0.
double ratio(std::int64_t part, std::int64_t whole);

using Sums = std::map<std::string_view, std::int64_t>;

// Sums of minor units as a map of decimals, sorted by key.
Value map_of(const Workings& workings, const Sums& sums);

// The known cost of the tools in use by what `key` says of each; empty keys gather what has none.
Value spend_by(const Workings& workings, const std::function<std::string_view(const Record&)>& key);

}  // namespace martech_audit::facts
