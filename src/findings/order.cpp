#include "findings/order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace martech_audit {
namespace {

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

// Items are large and lie apart: works each key out once, sorts the keys and moves each item once.
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

// By rule, the place of its id among the sorted ids.
std::vector<std::uint32_t> rule_ranks(std::span<const Rule> rules) {
  std::vector<std::uint32_t> sorted(rules.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, {}, [&](std::uint32_t rule) { return std::string_view(rules[rule].id); });
  std::vector<std::uint32_t> ranks(rules.size());
  for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = rank;
  return ranks;
}

std::int64_t largest_claim(const Finding& finding) {
  std::int64_t largest = 0;
  for (const Claim& claim : finding.claims) largest = std::max(largest, claim.claimed.minor);
  return largest;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings, std::span<const Rule> rules) {
  const std::vector<std::uint32_t> ranks = rule_ranks(rules);
  sort_by_key(findings, [&](const Finding& finding) {
    return std::tuple(-static_cast<int>(finding.severity), -finding.waste(), -largest_claim(finding),
                      ranks[finding.rule], finding.entity.id, finding.fingerprint_text());
  });
}

void sort_evidence(std::vector<EvidenceGap>& evidence, std::span<const Rule> rules) {
  const std::vector<std::uint32_t> ranks = rule_ranks(rules);
  sort_by_key(evidence, [&](const EvidenceGap& gap) {
    return std::tuple(-gap.points, ranks[gap.rule], gap.entity.kind, gap.entity.id);
  });
}

}  // namespace martech_audit
