#include "score/waterfall.h"

#include <algorithm>
#include <array>

#include "score/courses.h"
#include "score/spend_claims.h"

namespace martech_audit {
namespace {

using score::Courses;
using score::Holder;
using score::QueuedClaim;
using score::Reached;
using score::SpendClaims;
using score::Wide;

constexpr std::array claimed_parts{SpendPart::waste, SpendPart::off_strategy, SpendPart::unproven};

bool has_claim_on(const Rule& rule, SpendPart part) {
  const auto is_waste = [](const Rule::Amount& amount) {
    return amount.money_class == MoneyClass::recoverable;
  };
  if (part == SpendPart::waste) return std::ranges::any_of(rule.money, is_waste);
  return rule.spend && rule.spend->part == part;
}

// The tools of which every part was judged by some rule, whatever it came to.
std::vector<bool> judged_tools(const WaterfallInput& input) {
  std::vector<bool> all(input.tools.size(), true);
  for (const SpendPart part : claimed_parts) {
    std::vector<bool> judged(input.tools.size(), false);
    for (const RuleJudgements& rule : input.judgements) {
      const bool is_about_tools = input.rules[rule.rule].scope == EntityKind::tool && !rule.at_organisation;
      if (!is_about_tools || !has_claim_on(input.rules[rule.rule], part)) continue;
      for (const Judgement& judgement : rule.judged) judged[judgement.entity] = true;
    }
    for (std::size_t tool = 0; tool < all.size(); ++tool) all[tool] = all[tool] && judged[tool];
  }
  return all;
}

// One tool's claims served in one of the two ways.
struct Placing {
  std::vector<std::int64_t> taken;  // a claim each
  std::int64_t left = 0;

  Placing(std::int64_t year, std::span<const QueuedClaim> claims, bool against) : left(year) {
    for (const QueuedClaim& queued : claims) {
      const std::int64_t claimed = queued.claimed(against);
      const bool is_amount = queued.claim.part == SpendPart::waste;
      taken.push_back(is_amount ? std::min(claimed, left) : score::share_of(left, claimed));
      left -= taken.back();
    }
  }
};

// Of all that may be paid for the tool, what is stated or not.
std::int64_t possible_waste(std::span<const QueuedClaim> claims, std::int64_t most) {
  std::int64_t left = most;
  for (const QueuedClaim& queued : claims) {
    if (queued.claim.part == SpendPart::waste) left -= std::min(queued.claimed(true), left);
  }
  return most - left;
}

struct Mean {
  std::int64_t rounded = 0;  // half up
  bool is_known = false;
};

Mean mean_year(std::span<const ToolMoney> tools) {
  Wide sum = 0, count = 0;
  for (const ToolMoney& tool : tools) {
    if (tool.basis != SpendBasis::stated && tool.basis != SpendBasis::paid) continue;
    sum += static_cast<Wide>(tool.year);
    ++count;
  }
  if (count == 0) return {};
  return {static_cast<std::int64_t>((sum + count / 2) / count), true};
}

void add(std::int64_t& sum, std::int64_t summand) { sum = saturating_add(sum, summand); }

class Pouring {
 public:
  Pouring(const WaterfallInput& input, std::span<Finding> findings, std::span<Finding> waived,
          std::span<const EvidenceGap> evidence)
      : input_(input),
        lists_{findings, waived},
        claims_(input.rules, findings, waived, evidence, input.tools.size()),
        courses_(input.tools, claims_),
        judged_(judged_tools(input)),
        passed_(input.tools.size(), 0) {
    result_.findings.resize(findings.size());
    result_.waived.resize(waived.size());
    result_.evidence.resize(evidence.size());
    result_.waterfall.currency = input.currency;
    result_.waterfall.tools.resize(input.tools.size());
  }

  WaterfallResult run() && {
    grant_nothing();
    const Mean mean = mean_year(input_.tools);
    bool some_are_estimated = false;
    for (std::uint32_t tool = 0; tool < input_.tools.size(); ++tool) {
      const bool is_estimated = input_.tools[tool].basis == SpendBasis::estimated;
      some_are_estimated = some_are_estimated || is_estimated;
      is_estimated ? estimate(tool, mean) : pour(tool);
      add_excess(tool);
    }
    result_.waterfall.has_costs = mean.is_known || !some_are_estimated;
    share_out_passed();
    sum_up();
    return std::move(result_);
  }

 private:
  SpendShare& share_of(const Holder& holder) {
    auto& list = holder.list == Holder::List::findings ? result_.findings
                 : holder.list == Holder::List::waived ? result_.waived
                                                       : result_.evidence;
    return list[holder.index];
  }

  void add_unknown(const std::optional<Holder>& holder, std::int64_t units) {
    add((holder ? share_of(*holder) : result_.unattributed).unknown, units);
  }

  // The waterfall alone grants waste of tools; other claims stay whole.
  void grant_nothing() {
    for (const auto& findings : lists_) {
      for (Finding& finding : findings) {
        for (Claim& claim : finding.claims) {
          const bool is_waste = claim.money_class == MoneyClass::recoverable;
          claim.allocated = {is_waste ? 0 : claim.claimed.minor, input_.currency};
        }
      }
    }
  }

  void grant(const Holder& holder, std::int64_t units) {
    for (Claim& claim : lists_[static_cast<std::size_t>(holder.list)][holder.index].claims) {
      if (claim.money_class == MoneyClass::recoverable) claim.allocated = {units, input_.currency};
    }
  }

  // A cost that nobody gives is not known, whatever else is known of the tool.
  void estimate(std::uint32_t tool, const Mean& mean) {
    ToolSpend& spend = result_.waterfall.tools[tool];
    spend.is_estimated = true;
    spend.is_examined = input_.tools[tool].is_examined;
    spend.parts[SpendPart::not_known] = mean.rounded;
    std::optional<Holder> holder = claims_.of_unknown(tool);
    for (const QueuedClaim& queued : claims_.of(tool)) {
      if (!holder && !queued.is_gap()) holder = queued.holder;
    }
    add_unknown(holder, mean.is_known ? mean.rounded : 1);  // each as much as any other
  }

  void pour(std::uint32_t tool) {
    const ToolMoney& money = input_.tools[tool];
    ToolSpend& spend = result_.waterfall.tools[tool];
    spend.is_examined = money.is_examined;
    const auto claims = claims_.of(tool);
    const Placing favourable(money.year, claims, false), against(money.year, claims, true);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const SpendPart part = claims[i].claim.part;
      if (!claims[i].is_gap()) continue;
      spend.parts[part] += favourable.taken[i];
      share_of(claims[i].holder).proven += favourable.taken[i];
      if (part == SpendPart::waste) grant(claims[i].holder, favourable.taken[i]);
    }
    spend.possible_waste = possible_waste(claims, saturating_add(money.year, money.excess));
    const std::int64_t sure = follow(tool, favourable.left, against.left);
    place_unknown(favourable, against, claims, tool);
    place_rest(tool, sure);
  }

  // What no claim reaches even with every open question answered against the tool; what its targets decide of
  // the rest is placed on the way, and what is left over then is not known.
  std::int64_t follow(std::uint32_t tool, std::int64_t left, std::int64_t sure) {
    SpendParts& parts = result_.waterfall.tools[tool].parts;
    if (!input_.tools[tool].targets.empty()) {
      const score::Course& course = courses_.passed_on(tool);
      const std::int64_t off = score::share_of(left, course.off_strategy);
      const std::int64_t unproven = score::share_of(left, course.unproven);
      parts[SpendPart::off_strategy] += off;
      parts[SpendPart::unproven] += unproven;
      pools_[0] += off;
      pools_[1] += unproven;
      passed_[tool] = left;
      left -= off + unproven;
      sure = std::min(sure - score::share_of(sure, whole_share - course.rest()), left);
    }
    parts[SpendPart::not_known] = left - sure;
    return sure;
  }

  // What is a gap only in the second placing hangs on what was undecided, then on what may claim more, then
  // on what the tools that it supports depend on.
  void place_unknown(const Placing& favourable, const Placing& against, std::span<const QueuedClaim> claims,
                     std::uint32_t tool) {
    std::int64_t unknown = result_.waterfall.tools[tool].parts[SpendPart::not_known];
    for (const bool of_gaps : {false, true}) {
      for (std::size_t i = 0; i < claims.size() && unknown > 0; ++i) {
        if (claims[i].is_gap() != of_gaps) continue;
        const std::int64_t more = std::max<std::int64_t>(against.taken[i] - favourable.taken[i], 0);
        const std::int64_t units = std::min(more, unknown);
        share_of(claims[i].holder).unknown += units;
        unknown -= units;
      }
    }
    pools_[2] += unknown;
  }

  void place_rest(std::uint32_t tool, std::int64_t sure) {
    const ToolMoney& money = input_.tools[tool];
    SpendParts& parts = result_.waterfall.tools[tool].parts;
    if (money.is_petty || (judged_[tool] && !money.is_too_early)) {
      parts[SpendPart::working] += sure;
    } else if (money.is_too_early) {
      parts[SpendPart::too_early] += sure;
    } else {
      parts[SpendPart::not_known] += sure;
      add(result_.unattributed.unknown, sure);
    }
  }

  void add_excess(std::uint32_t tool) {
    const std::int64_t excess = input_.tools[tool].excess;
    result_.waterfall.tools[tool].parts[SpendPart::not_known] += excess;
    if (excess > 0) add_unknown(claims_.of_unknown(tool), excess);
  }

  // What enabling tools pass on hangs on the claims that it meets.
  void share_out_passed() {
    std::vector<Reached> reached = courses_.reach(passed_);
    const auto rank = [&](const Reached& one) {
      return input_.ranks.empty() ? one.tool : input_.ranks[one.tool];
    };
    std::ranges::stable_sort(reached, {}, rank);
    constexpr std::array parts{SpendPart::off_strategy, SpendPart::unproven, SpendPart::not_known};
    for (std::size_t i = 0; i < parts.size(); ++i) share_out(pools_[i], parts[i], reached);
  }

  // In proportion to the weights, by the differences of running sums, so that all of it goes somewhere.
  void share_out(std::int64_t pool, SpendPart part, std::span<const Reached> reached) {
    Wide all = 0;
    for (const Reached& one : reached) all += one.part == part ? one.weight : 0;
    constexpr unsigned most_bits = 62;  // times a pool of money fits
    const unsigned shift = score::excess(score::bit_width(all), most_bits);
    Wide whole = 0;
    for (const Reached& one : reached) whole += one.part == part ? one.weight >> shift : 0;
    const auto of = [part](SpendShare& share) -> std::int64_t& {
      return part == SpendPart::not_known ? share.unknown : share.proven;
    };
    if (whole == 0) return add(of(result_.unattributed), pool);
    Wide running = 0;
    std::int64_t given = 0;
    for (const Reached& one : reached) {
      if (one.part != part) continue;
      running += one.weight >> shift;
      const auto until = static_cast<std::int64_t>(static_cast<Wide>(pool) * running / whole);
      add(of(share_of(one.claim->holder)), until - given);
      given = until;
    }
  }

  void sum_up() {
    Waterfall& waterfall = result_.waterfall;
    for (const ToolSpend& tool : waterfall.tools) {
      for (std::size_t part = 0; part < spend_part_count; ++part)
        add(waterfall.all.minor[part], tool.parts.minor[part]);
    }
    waterfall.unlisted = input_.unlisted;
    const auto& holder = claims_.of_unlisted();
    add(waterfall.all[holder ? SpendPart::off_strategy : SpendPart::not_known], waterfall.unlisted);
    if (holder) add(share_of(*holder).proven, waterfall.unlisted);
    if (!holder) add(result_.unattributed.unknown, waterfall.unlisted);
    waterfall.unassigned = input_.unassigned;
    add(waterfall.all[SpendPart::not_known], waterfall.unassigned);
    add(result_.unattributed.unknown, waterfall.unassigned);
    waterfall.budgeted = input_.budgeted;
    waterfall.unaccounted = std::max<std::int64_t>(input_.budgeted.value_or(0) - waterfall.all.total(), 0);
    add(waterfall.all[SpendPart::not_known], waterfall.unaccounted);
    add(result_.unattributed.unknown, waterfall.unaccounted);
  }

  const WaterfallInput& input_;
  std::array<std::span<Finding>, 2> lists_;  // as Holder::List has them
  SpendClaims claims_;
  Courses courses_;
  std::vector<bool> judged_;
  std::vector<std::int64_t> passed_;     // a tool each: what it passes on
  std::array<std::int64_t, 3> pools_{};  // passed on, by where it ends: off strategy, unproven, not known
  WaterfallResult result_;
};

}  // namespace

bool claims_spend(std::span<const Rule> rules) {
  return std::ranges::any_of(rules, [](const Rule& rule) {
    return rule.scope == EntityKind::tool &&
           std::ranges::any_of(claimed_parts, [&](SpendPart part) { return has_claim_on(rule, part); });
  });
}

WaterfallResult make_waterfall(const WaterfallInput& input, std::span<Finding> findings,
                               std::span<Finding> waived, std::span<const EvidenceGap> evidence) {
  return Pouring(input, findings, waived, evidence).run();
}

}  // namespace martech_audit
