#include "score/money_half.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "score/apportion.h"
#include "score/cause_depths.h"

namespace martech_audit {
namespace {

using score::Wide;

// Spend to be judged; where no cost is known, whatever hangs on anything.
struct Judged {
  Wide whole = 0;
  Wide gap = 0;  // proven
  Wide unknown = 0;
};

Judged judged(const WaterfallResult& result) {
  Judged sums;
  for (const auto* list : {&result.findings, &result.waived, &result.evidence}) {
    for (const SpendShare& share : *list) {
      sums.gap += static_cast<Wide>(share.proven);
      sums.unknown += static_cast<Wide>(share.unknown);
    }
  }
  sums.gap += static_cast<Wide>(result.unattributed.proven);
  sums.unknown += static_cast<Wide>(result.unattributed.unknown);
  const SpendParts& all = result.waterfall.all;
  sums.whole = sums.gap + sums.unknown + static_cast<Wide>(all[SpendPart::working]);
  if (!result.waterfall.has_costs) sums = {sums.gap + sums.unknown, 0, sums.gap + sums.unknown};
  return sums;
}

// A finding or undecided rule with units on it.
struct Bearer {
  std::uint32_t rule;
  EntityKind kind;
  std::string_view entity;
  std::uint32_t rule_rank;
  const SpendShare* share;
  Points* points;
  Points* money_points;

  auto key() const { return std::tuple(rule_rank, kind, entity); }
};

class MoneyHalf {
 public:
  MoneyHalf(Score& score, Points points, std::span<const Rule> rules, const WaterfallResult& result)
      : score_(score), points_(points), rules_(rules), result_(result), ranks_(score::rule_ranks(rules)) {}

  template <class Items>
  void take(Items items, const std::vector<SpendShare>& shares) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (shares[i].proven == 0 && shares[i].unknown == 0) continue;
      auto& item = items[i];
      bearers_.push_back({item.rule, item.entity.kind, item.entity.id, ranks_[item.rule], &shares[i],
                          &item.points, &item.money_points});
    }
  }

  void share_out() {
    std::ranges::sort(bearers_, {}, &Bearer::key);
    const Judged sums = judged(result_);
    const Points proven = part(sums.gap, sums.whole);
    const Points all = part(sums.gap + sums.unknown, sums.whole);
    score_.money = HalfScore{points_, proven, all - proven};
    const bool has_costs = result_.waterfall.has_costs;
    share_out(proven, [&](const SpendShare& share) { return has_costs ? share.proven : 0; });
    share_out(all - proven, [&](const SpendShare& share) {
      return has_costs ? share.unknown : saturating_add(share.unknown, share.proven);
    });
    score_.proven += proven;
    score_.unproven += all - proven;
  }

 private:
  Points part(Wide of, Wide whole) const {
    constexpr unsigned most_bits = 89;  // times points fits
    const unsigned shift = score::excess(score::bit_width(whole), most_bits);
    return static_cast<Points>(static_cast<Wide>(points_) * (of >> shift) / (whole >> shift));
  }

  // The last item is what nobody accounts for.
  template <class Units>
  void share_out(Points points, Units units) {
    std::vector<Wide> weights;
    std::vector<std::uint32_t> ranks;
    const auto put = [&](std::int64_t weight) {
      ranks.push_back(static_cast<std::uint32_t>(weights.size()));
      weights.push_back(static_cast<Wide>(weight));
    };
    for (const Bearer& bearer : bearers_) put(units(*bearer.share));
    put(units(result_.unattributed));
    if (points == 0) return;
    std::vector<Points> shares(weights.size());
    score::apportion(points, weights, ranks, shares);
    for (std::size_t i = 0; i < bearers_.size(); ++i) add(bearers_[i], shares[i]);
    score_.unattributed += shares.back();
  }

  void add(const Bearer& bearer, Points points) {
    *bearer.points += points;
    *bearer.money_points += points;
    const auto rule = std::ranges::lower_bound(score_.rules, bearer.rule, {}, &RuleScore::rule);
    if (rule != score_.rules.end() && rule->rule == bearer.rule) rule->money += points;
    const std::string_view name = rules_[bearer.rule].dimension;
    const auto dimension = std::ranges::lower_bound(score_.dimensions, name, {}, &DimensionScore::dimension);
    if (dimension != score_.dimensions.end() && dimension->dimension == name) dimension->money += points;
  }

  Score& score_;
  Points points_;
  std::span<const Rule> rules_;
  const WaterfallResult& result_;
  std::vector<std::uint32_t> ranks_;
  std::vector<Bearer> bearers_;
};

}  // namespace

Points money_points(Points money_share, std::span<const Rule> rules, const WaterfallResult& waterfall) {
  return claims_spend(rules) && judged(waterfall).whole > 0 ? money_share : 0;
}

void add_money(Score& score, Points points, std::span<const Rule> rules, const WaterfallResult& waterfall,
               std::span<Finding> findings, std::span<Finding> waived, std::span<EvidenceGap> evidence) {
  if (points == 0) return;
  MoneyHalf half(score, points, rules, waterfall);
  half.take(findings, waterfall.findings);
  half.take(waived, waterfall.waived);
  half.take(evidence, waterfall.evidence);
  half.share_out();
}

}  // namespace martech_audit
