// How deep a rule stands under the rules that explain it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "martech_audit/rule.h"

namespace martech_audit::score {

// For each rule how many rules stand above it in the longest chain of `explained_by`; rules that explain each
// other in a circle have some depth.
class CauseDepths {
 public:
  explicit CauseDepths(std::span<const Rule> rules);

  std::uint32_t operator[](std::uint32_t rule) const { return depths_[rule]; }

 private:
  std::uint32_t find(std::uint32_t rule);

  std::span<const Rule> rules_;
  std::vector<std::uint32_t> depths_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

// For each rule its place by id.
std::vector<std::uint32_t> rule_ranks(std::span<const Rule> rules);

}  // namespace martech_audit::score
