// What the score knows of each tool's money.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/vocabulary.h"

namespace martech_audit {

// Minor units of the organisation's currency, >= 0.
struct ToolMoney {
  std::optional<std::int64_t> annual;  // as stated; exposures are weighed by it
  SpendBasis basis = SpendBasis::none;
  std::int64_t year = 0;    // what it costs in the waterfall; 0 where the basis is none, free or estimated
  std::int64_t excess = 0;  // by which a stated cost and payments differ
  bool is_too_early = false;
  bool is_petty = false;  // rules on value are not put to it
  bool is_examined = false;
  std::vector<std::uint32_t> targets = {};  // tools to which its cost is passed on; by tool index
};

// Whether the cost is one of those that stand for unknown ones: what a tool without a cost is free by says
// nothing of others.
inline bool is_known_cost(const ToolMoney& tool) { return tool.annual && tool.basis != SpendBasis::free; }

}  // namespace martech_audit
