// Sorting of things that are large, or that lie apart in memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace martech_audit {

// Moves the item that stands at `order[i]` to place i, round by round, so that no second list is needed.
template <class Item>
void arrange(std::vector<Item>& items, std::vector<std::uint32_t> order) {
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    Item first = std::move(items[start]);
    std::uint32_t at = start;
    for (std::uint32_t from = order[at]; from != start; from = order[at]) {
      items[at] = std::move(items[from]);
      order[at] = at;
      at = from;
    }
    items[at] = std::move(first);
    order[at] = at;
  }
}

// Works each key out once, sorts the keys, and moves each item once. Items of one key keep their order.
template <class Item, class MakeKey>
void sort_by_key(std::vector<Item>& items, MakeKey make_key) {
  using Key = decltype(make_key(items.front()));
  std::vector<std::pair<Key, std::uint32_t>> keys;
  keys.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) keys.emplace_back(make_key(items[i]), i);
  std::ranges::sort(keys);
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const auto& [key, i] : keys) order.push_back(i);
  arrange(items, std::move(order));
}

}  // namespace martech_audit
