#include "findings/order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>

#include "base/sort_by_key.h"

namespace martech_audit {
namespace {

// By rule, the place of its id among the sorted ids.
std::vector<std::uint32_t> rule_ranks(std::span<const Rule> rules) {
  std::vector<std::uint32_t> sorted(rules.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, {}, [&](std::uint32_t rule) { return std::string_view(rules[rule].id); });
  std::vector<std::uint32_t> ranks(rules.size());
  for (std::uint32_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = rank;
  return ranks;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings, std::span<const Rule> rules) {
  const std::vector<std::uint32_t> ranks = rule_ranks(rules);
  sort_by_key(findings, [&](const Finding& finding) {
    return std::tuple(-static_cast<int>(finding.severity), -finding.waste(), -finding.largest_claim(),
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
