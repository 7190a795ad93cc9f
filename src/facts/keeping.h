// Which of several tools that do the same is the one to keep, and why (overlap.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct DataFlows;
struct Spend;

// What speaks for a tool, the first first; larger is better. What is not known speaks for nothing.
struct Merits {
  std::int64_t criticality = 0;
  double users_per_cost = 0;
  std::int64_t integrations = 0;
  std::int64_t has_kpi = 0;
  std::int64_t contract_ends = 0;
  std::int64_t cost = 0;  // as large as can be where it is not known
};

Merits merits_of(const Context& context, const Spend& spend, const DataFlows& flows, const Record& tool);

bool is_better(const Merits& a, const Merits& b);

// What `kept` has more of, in a few words: "more critical". Of equals, that nothing but the id tells them
// apart.
std::string_view why_kept(const Merits& kept, const Merits& other);

}  // namespace martech_audit::facts
