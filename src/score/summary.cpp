#include "score/summary.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "score/cause_depths.h"

namespace martech_audit {
namespace {

using FindingLists = std::array<std::span<Finding>, 2>;

// A recoverable claim on something else than a tool.
struct OtherClaim {
  std::uint32_t depth;
  std::uint32_t rule_rank;
  EntityKind kind;
  std::string_view entity;
  Claim* claim;

  auto key() const { return std::tuple(depth, -claim->claimed.minor, rule_rank, kind, entity); }
};

std::vector<OtherClaim> other_claims(std::span<const Rule> rules, const FindingLists& lists) {
  const score::CauseDepths depths(rules);
  const std::vector<std::uint32_t> ranks = score::rule_ranks(rules);
  std::vector<OtherClaim> claims;
  for (const auto& findings : lists) {
    for (Finding& finding : findings) {
      if (finding.entity.kind == EntityKind::tool) continue;
      for (Claim& claim : finding.claims) {
        if (claim.money_class != MoneyClass::recoverable) continue;
        claims.push_back(
            {depths[finding.rule], ranks[finding.rule], finding.entity.kind, finding.entity.id, &claim});
      }
    }
  }
  std::ranges::sort(claims, {}, &OtherClaim::key);
  return claims;
}

struct Span {
  std::int64_t proven = 0;
  std::int64_t possible = 0;
};

// Waste of tools, from the waterfall. What says nothing of its use could all be waste, and is counted apart.
Span waste_of_tools(const Waterfall& waterfall) {
  Span waste;
  for (const ToolSpend& tool : waterfall.tools) {
    waste.proven = saturating_add(waste.proven, tool.parts[SpendPart::waste]);
    const std::int64_t possible = tool.is_examined ? tool.possible_waste : tool.parts[SpendPart::waste];
    waste.possible = saturating_add(waste.possible, possible);
  }
  return waste;
}

// And of what else there is, which gets what is left of the total.
void grant_others(const std::vector<OtherClaim>& claims, std::int64_t total, Currency currency, Span& waste) {
  for (const OtherClaim& other : claims) {
    const std::int64_t left = std::max<std::int64_t>(total - waste.proven, 0);
    const std::int64_t granted = std::clamp<std::int64_t>(other.claim->claimed.minor, 0, left);
    other.claim->allocated = {granted, currency};
    waste.proven = saturating_add(waste.proven, granted);
    const std::int64_t possible = std::clamp<std::int64_t>(other.claim->possible.minor, granted, left);
    waste.possible = saturating_add(waste.possible, possible);
  }
}

// A tool whose cost is an estimate may say as much as it likes of its use: nothing is known of its money.
bool is_examined(const ToolSpend& tool) { return tool.is_examined && !tool.is_estimated; }

std::int64_t unexamined(const Waterfall& waterfall) {
  std::int64_t sum = 0;
  for (const ToolSpend& tool : waterfall.tools) {
    if (tool.is_examined || tool.is_estimated) continue;
    sum =
        saturating_add(sum, tool.parts.total() - tool.parts[SpendPart::waste]);  // which something else shows
  }
  return sum;
}

struct Amount {
  EntityKind kind;
  std::uint32_t entity;
  Span span;
  auto key() const { return std::tuple(kind, entity, -span.possible, -span.proven); }
};

// The sum of the largest claim of each entity, for the kind of entity where it is largest: claims on tools
// and claims on teams may be the same money seen from two sides.
Span largest_sum(MoneyClass money_class, const FindingLists& lists) {
  std::vector<Amount> amounts;
  for (const auto& findings : lists) {
    for (const Finding& finding : findings) {
      for (const Claim& claim : finding.claims) {
        if (claim.money_class != money_class) continue;
        amounts.push_back({finding.entity.kind,
                           finding.entity_index,
                           {std::max<std::int64_t>(claim.claimed.minor, 0),
                            std::max<std::int64_t>(claim.possible.minor, 0)}});
      }
    }
  }
  std::ranges::sort(amounts, {}, &Amount::key);
  std::array<Span, entity_kind_count> sums{};
  const Amount* before = nullptr;
  for (const Amount& amount : amounts) {
    const bool same = before != nullptr && before->kind == amount.kind && before->entity == amount.entity;
    before = &amount;
    if (same) continue;
    Span& sum = sums[static_cast<std::size_t>(amount.kind)];
    sum.proven = saturating_add(sum.proven, amount.span.proven);
    sum.possible = saturating_add(sum.possible, amount.span.possible);
  }
  return *std::ranges::max_element(sums, {}, &Span::proven);
}

MoneyRange range_of(const Span& span, Currency currency) {
  return {Money{span.proven, currency}, Money{span.possible, currency}};
}

AtRisk at_risk(std::span<const Commitment> commitments, Currency currency) {
  constexpr std::array<std::uint32_t, 3> rungs{30, 90, 365};
  AtRisk result;
  std::int64_t overdue = 0;
  for (const Commitment& commitment : commitments) {
    if (commitment.is_overdue) overdue = saturating_add(overdue, commitment.proven);
  }
  result.overdue = {overdue, currency};
  for (const std::uint32_t within : rungs) {
    Span sum;
    for (const Commitment& commitment : commitments) {
      if (commitment.is_overdue || commitment.days < 0 || commitment.days > within) continue;
      sum.proven = saturating_add(sum.proven, commitment.proven);
      sum.possible = saturating_add(sum.possible, commitment.possible);
    }
    result.ladder.push_back({within, {sum.proven, currency}, {sum.possible, currency}});
  }
  result.year = {result.ladder.back().proven, result.ladder.back().possible};
  return result;
}

Span exposed(const Waterfall& waterfall) {
  const SpendParts& all = waterfall.all;
  const std::int64_t proven = saturating_add(all[SpendPart::off_strategy], all[SpendPart::unproven]);
  return {proven, saturating_add(proven, all[SpendPart::not_known])};
}

std::int64_t waived_waste(std::span<const Finding> waived) {
  std::int64_t sum = 0;
  for (const Finding& finding : waived) sum = saturating_add(sum, finding.waste());
  return sum;
}

}  // namespace

MoneySummary summarise(const SummaryInput& input, std::span<Finding> findings, std::span<Finding> waived) {
  const FindingLists lists{findings, waived};
  const auto money = [&](std::int64_t minor) { return Money{minor, input.currency}; };
  MoneySummary summary;
  if (input.total_cost) summary.total_cost = money(*input.total_cost);
  summary.tools_without_cost = input.tools_without_cost;
  summary.sunk = money(input.sunk);
  summary.unexamined = money(input.waterfall == nullptr ? 0 : unexamined(*input.waterfall));
  Span waste;
  if (input.waterfall != nullptr) waste = waste_of_tools(*input.waterfall);
  const std::vector<OtherClaim> others = other_claims(input.rules, lists);
  const bool is_known =
      !others.empty() || waste.proven > 0 ||
      (input.waterfall != nullptr && std::ranges::any_of(input.waterfall->tools, is_examined));
  grant_others(others, input.total_cost.value_or(0), input.currency, waste);
  if (is_known) summary.recoverable = range_of(waste, input.currency);
  summary.at_risk = at_risk(input.commitments, input.currency);
  if (input.total_cost && input.waterfall != nullptr) {
    summary.exposed = range_of(exposed(*input.waterfall), input.currency);
  } else if (input.total_cost) {
    summary.exposed = range_of(largest_sum(MoneyClass::exposed, lists), input.currency);
  }
  summary.opportunity = range_of(largest_sum(MoneyClass::opportunity, lists), input.currency);
  summary.waived = money(waived_waste(waived));
  return summary;
}

}  // namespace martech_audit
