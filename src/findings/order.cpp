#include "findings/order.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace martech_audit {
namespace {

// Items are large, keys are small: sorts the keys and moves each item once.
template <class Item, class MakeKey>
void sort_by_key(std::vector<Item>& items, MakeKey make_key) {
  using Key = decltype(make_key(items.front()));
  std::vector<std::pair<Key, std::size_t>> order;
  order.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) order.emplace_back(make_key(items[i]), i);
  std::ranges::sort(order);
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const auto& [key, index] : order) sorted.push_back(std::move(items[index]));
  items = std::move(sorted);
}

std::int64_t largest_claim(const Finding& finding) {
  std::int64_t largest = 0;
  for (const Claim& claim : finding.claims) largest = std::max(largest, claim.claimed.minor);
  return largest;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings, std::span<const Rule> rules) {
  // Arrays move with their finding, so the key holds a copy of the fingerprint.
  sort_by_key(findings, [&](const Finding& finding) {
    return std::tuple(-static_cast<int>(finding.severity), -finding.waste(), -largest_claim(finding),
                      std::string_view(rules[finding.rule].id), finding.entity.id, finding.fingerprint);
  });
}

void sort_evidence(std::vector<EvidenceGap>& evidence, std::span<const Rule> rules) {
  sort_by_key(evidence, [&](const EvidenceGap& gap) {
    return std::tuple(-gap.points, std::string_view(rules[gap.rule].id), gap.entity.kind, gap.entity.id);
  });
}

}  // namespace martech_audit
