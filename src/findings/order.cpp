#include "findings/order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>

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

// Items are large, numbers are small: sorts the numbers and moves each item once.
template <class Item, class MakeKey>
void sort_by_key(std::vector<Item>& items, MakeKey make_key) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return make_key(items[i]); });
  arrange(items, std::move(order));
}

std::int64_t largest_claim(const Finding& finding) {
  std::int64_t largest = 0;
  for (const Claim& claim : finding.claims) largest = std::max(largest, claim.claimed.minor);
  return largest;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings, std::span<const Rule> rules) {
  sort_by_key(findings, [&](const Finding& finding) {
    return std::tuple(-static_cast<int>(finding.severity), -finding.waste(), -largest_claim(finding),
                      std::string_view(rules[finding.rule].id), finding.entity.id,
                      finding.fingerprint_text());
  });
}

void sort_evidence(std::vector<EvidenceGap>& evidence, std::span<const Rule> rules) {
  sort_by_key(evidence, [&](const EvidenceGap& gap) {
    return std::tuple(-gap.points, std::string_view(rules[gap.rule].id), gap.entity.kind, gap.entity.id);
  });
}

}  // namespace martech_audit
