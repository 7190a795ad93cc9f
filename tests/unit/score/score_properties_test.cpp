// The properties that the score promises (score.h), on generated judgements and costs.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "score/score.h"
#include "support/catch.h"
#include "unit/score/cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

// Everything the score says, by ids instead of indices.
std::string print(const ScoreResult& result, const Case& of) {
  const auto text = [](auto number) { return std::to_string(number) + " "; };
  const Score& score = result.score;
  std::string out = text(score.proven) + text(score.unproven) + text(score.exposure) + text(score.judged) +
                    text(score.decided) + text(score.gap_points) + "\n";
  std::map<std::string, std::string> lines;
  for (const RuleScore& rule : score.rules) {
    std::string& line = lines[of.rules[rule.rule].id];
    line =
        text(rule.exposure) + text(rule.proven) + text(rule.unproven) + text(rule.gaps) + text(rule.unknowns);
    std::map<std::uint32_t, Points> pairs;
    const auto& ranks = of.ranks[static_cast<std::size_t>(of.rules[rule.rule].scope)];
    for (const PairPoints& pair : result.points[rule.rule]) pairs[ranks[pair.entity]] = pair.points;
    for (const auto& [rank, points] : pairs) line += text(rank) + text(points);
  }
  for (const auto& [id, line] : lines) out += id + " " + line + "\n";
  for (const DimensionScore& dimension : score.dimensions) {
    out += std::string(dimension.dimension) + " " + text(dimension.exposure) + text(dimension.proven) +
           text(dimension.unproven) + text(dimension.rules) + "\n";
  }
  return out;
}

// The same inventory with the entities of one kind, and the rules, in another order.
Case shuffled(const Case& from, Random& random) {
  Case to = from;
  const std::vector<std::uint32_t> rule_at = permutation(random, from.rules.size());
  for (std::size_t i = 0; i < from.rules.size(); ++i) to.rules[rule_at[i]] = from.rules[i];
  for (std::size_t kind = 0; kind < entity_kind_count; ++kind) {
    const std::vector<std::uint32_t> moved = permutation(random, from.ranks[kind].size());
    for (std::size_t i = 0; i < moved.size(); ++i) {
      to.ranks[kind][moved[i]] = from.ranks[kind][i];
      if (static_cast<EntityKind>(kind) == EntityKind::tool) to.costs[moved[i]] = from.costs[i];
    }
    for (std::size_t i = 0; i < from.judgements.size(); ++i) {
      const RuleJudgements& judgements = from.judgements[i];
      if (static_cast<std::size_t>(from.rules[judgements.rule].scope) != kind) continue;
      to.judgements[i].rule = rule_at[judgements.rule];
      for (Judgement& judgement : to.judgements[i].judged) judgement.entity = moved[judgement.entity];
      std::ranges::sort(to.judgements[i].judged, {}, &Judgement::entity);
    }
  }
  random.shuffle(to.judgements);
  return to;
}

// The inventory together with a copy of itself under other names.
Case doubled(const Case& from) {
  Case to = from;
  to.costs.insert(to.costs.end(), from.costs.begin(), from.costs.end());
  for (auto& ranks : to.ranks) {
    const auto size = static_cast<std::uint32_t>(ranks.size());
    for (std::uint32_t i = 0; i < size; ++i) ranks.push_back(ranks[i] + size);
  }
  for (RuleJudgements& judgements : to.judgements) {
    if (to.rules[judgements.rule].scope == EntityKind::organisation) continue;
    const auto offset = static_cast<std::uint32_t>(
        from.ranks[static_cast<std::size_t>(to.rules[judgements.rule].scope)].size());
    const std::vector<Judgement> once = judgements.judged;
    for (Judgement judgement : once) {
      judgement.entity += offset;
      judgements.judged.push_back(judgement);
    }
  }
  return to;
}

Points sum_of(const std::vector<PairPoints>& pairs) {
  Points sum = 0;
  for (const PairPoints& pair : pairs) sum += pair.points;
  return sum;
}

// Calls change(judgement) on one pair at a time, and check(before, after, rule, entity) with the two scores.
template <class Change, class Check>
void one_at_a_time(const Case& from, Random& random, Change change, Check check) {
  const ScoreResult before = from.score();
  for (std::size_t i = 0; i < from.judgements.size(); ++i) {
    if (from.judgements[i].judged.empty()) continue;
    const std::size_t at = random.below(from.judgements[i].judged.size());
    Case changed = from;
    Judgement& judgement = changed.judgements[i].judged[at];
    if (!change(judgement)) continue;
    check(before, changed.score(), from.judgements[i].rule, judgement.entity);
  }
}

Points points_at(const ScoreResult& result, std::uint32_t rule, std::uint32_t entity) {
  for (const PairPoints& pair : result.points[rule]) {
    if (pair.entity == entity) return pair.points;
  }
  return 0;
}

}  // namespace

TEST_CASE("property: every figure is the sum of the points listed") {
  for_each_case(1, [](const Case& of, Random&) {
    const ScoreResult result = of.score();
    Points proven = 0;
    Points unproven = 0;
    Points exposure = 0;
    for (const RuleScore& rule : result.score.rules) {
      REQUIRE(rule.proven + rule.unproven == sum_of(result.points[rule.rule]));
      REQUIRE(rule.proven + rule.unproven <= rule.exposure);
      REQUIRE(rule.gaps + rule.unknowns == result.points[rule.rule].size());
      proven += rule.proven;
      unproven += rule.unproven;
      exposure += rule.exposure;
    }
    REQUIRE(result.score.proven == proven);
    REQUIRE(result.score.unproven == unproven);
    REQUIRE(exposure == result.score.exposure);
    REQUIRE((exposure == 0 || exposure == 100 * point));
    Points dimensions = 0;
    Points share = 0;
    for (const DimensionScore& dimension : result.score.dimensions) {
      dimensions += dimension.proven + dimension.unproven;
      share += dimension.exposure;
    }
    REQUIRE(dimensions == result.score.gap());
    REQUIRE(share == exposure);
  });
}

TEST_CASE("property: all gaps together are exactly 100 points, none exactly 0") {
  for_each_case(2, [](Case of, Random& random) {
    for (const bool failing : {true, false}) {
      for (RuleJudgements& judgements : of.judgements) {
        for (Judgement& judgement : judgements.judged) {
          judgement = !failing            ? pass(judgement.entity)
                      : random.chance(50) ? gap(judgement.entity)
                                          : unknown(judgement.entity);
        }
      }
      const Score score = of.score().score;
      REQUIRE(score.gap() == (failing ? score.exposure : 0));
    }
  });
}

// A cost that is not known is the mean of all that are, to the nearest unit.
double cost_of(const Costs& costs, std::uint32_t tool) {
  if (costs[tool]) return static_cast<double>(*costs[tool]);
  double known = 0;
  double count = 0;
  for (const auto& cost : costs) {
    if (!cost) continue;
    known += static_cast<double>(*cost);
    ++count;
  }
  return count == 0 ? 0 : known / count;
}

TEST_CASE("property: the formula holds to within the rounding") {
  for_each_case(3, [](const Case& of, Random&) {
    double weights = 0;
    double sum = 0;
    double pairs = 0;
    for (const RuleJudgements& judgements : of.judgements) {
      const Rule& rule = of.rules[judgements.rule];
      const auto n = static_cast<double>(judgements.judged.size());
      if (rule.weight == 0 || judgements.judged.empty()) continue;
      pairs += n + 1;
      const auto cost = [&](const Judgement& judgement) {
        return rule.scope == EntityKind::tool ? cost_of(of.costs, judgement.entity) : 0;
      };
      double costs = 0;
      for (const Judgement& judgement : judgements.judged) costs += cost(judgement);
      for (const Judgement& judgement : judgements.judged) {
        const double exposure = costs > 0 ? 0.5 / n + 0.5 * cost(judgement) / costs : 1 / n;
        sum += rule.weight * exposure * judgement.degree() / full;
      }
      weights += rule.weight;
    }
    const double gap = weights == 0 ? 0 : 100 * sum / weights * static_cast<double>(point);
    REQUIRE(std::abs(static_cast<double>(of.score().score.gap()) - gap) <= 2 * pairs + 1);
  });
}

TEST_CASE("property: points of a pair are what the gap loses when it alone turns to pass") {
  for_each_case(4, [](const Case& of, Random& random) {
    const auto fix = [](Judgement& judgement) {
      const bool failing = judgement.verdict() != Verdict::pass;
      judgement = pass(judgement.entity);
      return failing;
    };
    one_at_a_time(of, random, fix, [](const auto& before, const auto& after, auto rule, auto entity) {
      REQUIRE(before.score.gap() - after.score.gap() == points_at(before, rule, entity));
    });
  });
}

TEST_CASE("property: one more gap, or a deeper one, never lowers the gap") {
  for_each_case(5, [](const Case& of, Random& random) {
    const auto worsen = [&](Judgement& judgement) {
      if (judgement.verdict() == Verdict::unknown) return false;
      const Degree more = static_cast<Degree>(1 + random.below(full));
      judgement = gap(judgement.entity, std::max(judgement.degree(), more));
      return true;
    };
    one_at_a_time(of, random, worsen, [](const auto& before, const auto& after, auto, auto) {
      REQUIRE(after.score.gap() >= before.score.gap());
      REQUIRE(after.score.proven >= before.score.proven);
      REQUIRE(after.score.gap_points >= before.score.gap_points);
    });
  });
}

TEST_CASE("property: evidence that disappears never lowers the gap") {
  for_each_case(6, [](const Case& of, Random& random) {
    const auto forget = [](Judgement& judgement) {
      judgement = unknown(judgement.entity);
      return true;
    };
    one_at_a_time(of, random, forget, [](const auto& before, const auto& after, auto, auto) {
      REQUIRE(after.score.gap() >= before.score.gap());
    });
  });
}

TEST_CASE("property: exposures do not depend on outcomes") {
  for_each_case(7, [](const Case& of, Random& random) {
    Case other = of;
    for (RuleJudgements& judgements : other.judgements) {
      for (Judgement& judged : judgements.judged) judged = judgement(random, judged.entity);
    }
    const ScoreResult a = of.score();
    const ScoreResult b = other.score();
    REQUIRE(a.score.rules.size() == b.score.rules.size());
    for (std::size_t i = 0; i < a.score.rules.size(); ++i) {
      REQUIRE(a.score.rules[i].exposure == b.score.rules[i].exposure);
      REQUIRE(a.score.rules[i].entities == b.score.rules[i].entities);
    }
  });
}

TEST_CASE("property: the order of entities and rules does not matter") {
  for_each_case(8, [](const Case& of, Random& random) {
    const Case other = shuffled(of, random);
    REQUIRE(print(of.score(), of) == print(other.score(), other));
  });
}

// In parts of the rule's exposure: the weights are the same, so the rule's gap is, but for the rounding of
// the cells.
TEST_CASE("property: an inventory and that inventory twice have the same gap in every rule") {
  for_each_case(9, [](const Case& of, Random&) {
    const ScoreResult once = of.score();
    const ScoreResult twice = doubled(of).score();
    for (std::size_t i = 0; i < once.score.rules.size(); ++i) {
      const RuleScore& a = once.score.rules[i];
      const RuleScore& b = twice.score.rules[i];
      REQUIRE(a.exposure == b.exposure);
      REQUIRE(std::abs(a.proven - b.proven) <= 3 * a.entities);
      REQUIRE(std::abs(a.unproven - b.unproven) <= 3 * a.entities);
    }
  });
}
