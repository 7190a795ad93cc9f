// Finds what a rule came to on an entity.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "martech_audit/finding.h"

namespace martech_audit {

// Over gaps or undecided rules; a rule comes to one of them at most once on an entity.
class OutcomeIndex {
 public:
  template <class Outcome>
  explicit OutcomeIndex(const std::vector<Outcome>& outcomes) {
    keys_.reserve(outcomes.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      keys_.push_back({outcomes[i].entity->shape, outcomes[i].entity->index, outcomes[i].rule, i});
    }
    if (!std::ranges::is_sorted(keys_)) std::ranges::sort(keys_);
  }

  // Its position in the outcomes.
  std::optional<std::size_t> find(std::uint32_t rule, const Record& entity) const {
    const auto found = std::ranges::lower_bound(keys_, Key{entity.shape, entity.index, rule, 0});
    if (found == keys_.end() || found->rule != rule || found->shape != entity.shape ||
        found->index != entity.index) {
      return std::nullopt;
    }
    return found->position;
  }

 private:
  struct Key {
    std::uint16_t shape;
    std::uint32_t index;
    std::uint32_t rule;
    std::size_t position;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  std::vector<Key> keys_;
};

}  // namespace martech_audit
