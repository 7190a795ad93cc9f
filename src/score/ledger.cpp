#include "score/ledger.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "martech_audit/money.h"
#include "score/score.h"

namespace martech_audit {
namespace {

// For each rule how many rules stand above it in the longest chain of `explained_by`.
class CauseDepths {
 public:
  explicit CauseDepths(std::span<const Rule> rules) : rules_(rules), depths_(rules.size(), not_known) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) index_.emplace(rules[i].id, i);
    for (std::uint32_t i = 0; i < rules.size(); ++i) find(i);
  }

  std::uint32_t operator[](std::uint32_t rule) const { return depths_[rule]; }

 private:
  static constexpr std::uint32_t not_known = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t find(std::uint32_t rule) {
    if (depths_[rule] != not_known) return depths_[rule];
    depths_[rule] = 0;  // ends the walk where rules explain each other
    std::uint32_t depth = 0;
    for (const std::string& cause : rules_[rule].explained_by) {
      const auto found = index_.find(cause);
      if (found != index_.end()) depth = std::max(depth, find(found->second) + 1);
    }
    return depths_[rule] = depth;
  }

  std::span<const Rule> rules_;
  std::vector<std::uint32_t> depths_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

// A recoverable claim in the queue of its account: a tool, or what is left for everything else.
struct Entry {
  std::uint32_t account;
  std::uint32_t depth;
  std::int64_t claimed;
  std::uint32_t rule_rank;
  EntityKind kind;
  std::string_view entity;
  std::size_t position;  // among the claims of the finding
  Claim* claim;

  auto key() const { return std::tuple(account, depth, -claimed, rule_rank, kind, entity, position); }
};

constexpr std::uint32_t no_tool = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> ranks_of(std::span<const Rule> rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.emplace_back(rule.id);
  return id_ranks(ids);
}

using FindingLists = std::array<std::span<Finding>, 2>;

// All recoverable claims in the order in which they are served. Other claims are granted on the way.
std::vector<Entry> queue(const LedgerInput& input, const FindingLists& lists) {
  const CauseDepths depths(input.rules);
  const std::vector<std::uint32_t> rule_ranks = ranks_of(input.rules);
  std::vector<Entry> entries;
  const auto add = [&](const Finding& finding, std::size_t position, Claim& claim) {
    const bool of_tool = finding.entity.kind == EntityKind::tool;
    entries.push_back({of_tool ? finding.entity_index : no_tool, depths[finding.rule],
                       std::max<std::int64_t>(claim.claimed.minor, 0), rule_ranks[finding.rule],
                       finding.entity.kind, finding.entity.id, position, &claim});
  };
  for (const auto& findings : lists) {
    for (Finding& finding : findings) {
      for (std::size_t i = 0; i < finding.claims.size(); ++i) {
        Claim& claim = finding.claims[i];
        claim.allocated = claim.claimed;
        if (claim.money_class == MoneyClass::recoverable) add(finding, i, claim);
      }
    }
  }
  std::ranges::sort(entries, {}, &Entry::key);
  return entries;
}

// Serves the queue; the account of everything but tools comes last.
std::int64_t serve(std::span<Entry> entries, const LedgerInput& input, std::int64_t total_cost) {
  std::int64_t granted = 0;
  std::int64_t left = 0;
  const Entry* before = nullptr;
  for (const Entry& entry : entries) {
    if (before == nullptr || before->account != entry.account) {
      const bool of_tool = entry.account != no_tool;
      left = total_cost - granted;
      if (of_tool) left = std::clamp<std::int64_t>(input.tool_costs[entry.account].value_or(0), 0, left);
    }
    const std::int64_t grant = std::min(entry.claimed, left);
    entry.claim->allocated = {grant, input.currency};
    left -= grant;
    granted = saturating_add(granted, grant);
    before = &entry;
  }
  return granted;
}

struct Amount {
  EntityKind kind;
  std::uint32_t entity;
  std::int64_t minor;
  auto key() const { return std::tuple(kind, entity, -minor); }
};

std::vector<Amount> amounts_of(MoneyClass money_class, const FindingLists& lists) {
  std::vector<Amount> amounts;
  for (const auto& findings : lists) {
    for (const Finding& finding : findings) {
      for (const Claim& claim : finding.claims) {
        if (claim.money_class != money_class) continue;
        amounts.push_back(
            {finding.entity.kind, finding.entity_index, std::max<std::int64_t>(claim.claimed.minor, 0)});
      }
    }
  }
  std::ranges::sort(amounts, {}, &Amount::key);
  return amounts;
}

// The sum of the largest claim of each entity, for the kind of entity where it is largest.
std::int64_t largest_sum(const std::vector<Amount>& amounts) {
  std::array<std::int64_t, entity_kind_count> sums{};
  const Amount* before = nullptr;
  for (const Amount& amount : amounts) {
    const bool same = before != nullptr && before->kind == amount.kind && before->entity == amount.entity;
    std::int64_t& sum = sums[static_cast<std::size_t>(amount.kind)];
    if (!same) sum = saturating_add(sum, amount.minor);
    before = &amount;
  }
  return std::ranges::max(sums);
}

}  // namespace

MoneySummary allocate(const LedgerInput& input, std::span<Finding> findings, std::span<Finding> waived) {
  const FindingLists lists{findings, waived};
  const auto money = [&](std::int64_t minor) { return Money{minor, input.currency}; };
  const auto largest = [&](MoneyClass of) { return money(largest_sum(amounts_of(of, lists))); };
  MoneySummary summary;
  if (input.total_cost) summary.total_cost = money(*input.total_cost);
  summary.tools_without_cost = input.tools_without_cost;
  std::vector<Entry> entries = queue(input, lists);
  summary.recoverable = money(serve(entries, input, input.total_cost.value_or(0)));
  summary.at_risk = largest(MoneyClass::at_risk);
  summary.exposed = largest(MoneyClass::exposed);
  summary.opportunity = largest(MoneyClass::opportunity);
  std::int64_t hidden = 0;
  for (const Finding& finding : waived) hidden = saturating_add(hidden, finding.waste());
  summary.waived = money(hidden);
  return summary;
}

}  // namespace martech_audit
