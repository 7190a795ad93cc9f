// Finds what a rule came to on an entity.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <type_traits>
#include <vector>

#include "martech_audit/finding.h"

namespace martech_audit {

// Over gaps or undecided rules; a rule comes to one of them at most once on an entity. Both are in order but
// for what is said of the organisation in place of a kind without entities, so that there is little to sort.
class OutcomeIndex {
 public:
  template <class Outcome>
  explicit OutcomeIndex(const std::vector<Outcome>& outcomes) {
    keys_.reserve(outcomes.size());
    for (const Outcome& outcome : outcomes) keys_.push_back(key(outcome));
    if (std::ranges::is_sorted(keys_)) return;
    order_.resize(keys_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::sort(order_, {}, [&](std::uint32_t at) { return keys_[at]; });
    std::ranges::sort(keys_);
  }

  // Its position in the outcomes.
  std::optional<std::size_t> find(std::uint32_t rule, const Record& entity) const {
    const std::uint64_t wanted = key(entity.shape, entity.index, rule);
    const auto found = std::ranges::lower_bound(keys_, wanted);
    if (found == keys_.end() || *found != wanted) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - keys_.begin());
    return order_.empty() ? at : order_[at];
  }

 private:
  static std::uint64_t key(std::uint64_t shape, std::uint64_t index, std::uint64_t rule) {
    return shape << 48U | index << 16U | rule;
  }
  template <class Outcome>
  static std::uint64_t key(const Outcome& outcome) {
    if constexpr (std::is_same_v<Outcome, EvidenceGap>) {
      return key(static_cast<std::uint64_t>(outcome.entity.kind), outcome.entity_index, outcome.rule);
    } else {
      return key(outcome.entity->shape, outcome.entity->index, outcome.rule);
    }
  }

  std::vector<std::uint64_t> keys_;   // kind, entity and rule in one number; sorted
  std::vector<std::uint32_t> order_;  // where each was; empty: where it is
};

}  // namespace martech_audit
