// Inputs of the score, written down or generated.
#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "score/score.h"

namespace martech_audit::score_test {

inline constexpr Degree full = full_degree;
inline constexpr Points point = points_per_point;

inline Rule rule(std::string id, int weight, EntityKind scope = EntityKind::tool,
                 std::string dimension = "spend") {
  Rule made;
  made.id = std::move(id);
  made.weight = weight;
  made.scope = scope;
  made.dimension = std::move(dimension);
  return made;
}

inline Judgement pass(std::uint32_t entity) { return {entity, Verdict::pass, 0}; }
inline Judgement unknown(std::uint32_t entity) { return {entity, Verdict::unknown, full}; }
inline Judgement gap(std::uint32_t entity, Degree degree = full) { return {entity, Verdict::gap, degree}; }

using Costs = std::vector<std::optional<std::int64_t>>;

// All that the score is made of. Kinds in use have `ranks`.
struct Case {
  std::vector<Rule> rules;
  std::vector<RuleJudgements> judgements;
  Costs costs;
  std::array<std::vector<std::uint32_t>, entity_kind_count> ranks;

  std::vector<ToolMoney> money() const {
    std::vector<ToolMoney> tools;
    for (const auto& cost : costs) tools.push_back({.annual = cost, .basis = SpendBasis::stated});
    return tools;
  }

  ScoreResult score() const {
    const std::vector<ToolMoney> tools = money();
    ScoreInput input{.rules = rules, .judgements = judgements, .tools = tools};
    std::copy(ranks.begin(), ranks.end(), input.ranks.begin());
    return make_score(input);
  }
};

// The same numbers on every machine: the standard's distributions are not portable.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }
  bool chance(unsigned percent) { return below(100) < percent; }

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

inline Judgement judgement(Random& random, std::uint32_t entity) {
  switch (random.below(4)) {
    case 0:
      return unknown(entity);
    case 1:
      return gap(entity, random.chance(50) ? full : static_cast<Degree>(1 + random.below(full)));
    default:
      return pass(entity);
  }
}

inline std::vector<std::uint32_t> permutation(Random& random, std::size_t size) {
  std::vector<std::uint32_t> items(size);
  std::iota(items.begin(), items.end(), 0U);
  random.shuffle(items);
  return items;
}

inline std::optional<std::int64_t> cost(Random& random) {
  if (random.chance(15)) return std::nullopt;
  constexpr std::int64_t most = 1'000'000'000'000;
  const auto magnitude = static_cast<std::uint64_t>(std::max<std::int64_t>(1, most >> random.below(40)));
  return static_cast<std::int64_t>(random.chance(10) ? 0 : random.below(magnitude + 1));
}

// Up to 8 rules over up to 40 entities a kind, each rule applicable to some of them.
inline Case make_case(Random& random) {
  constexpr std::array scopes{EntityKind::tool, EntityKind::tool, EntityKind::objective,
                              EntityKind::organisation};
  constexpr std::array weights{0, 1, 7, 10, 20, 30, 40, 1'000'000};
  Case made;
  std::array<std::uint32_t, entity_kind_count> sizes{};
  for (const EntityKind kind : scopes)
    sizes[static_cast<std::size_t>(kind)] = static_cast<std::uint32_t>(1 + random.below(40));
  sizes[static_cast<std::size_t>(EntityKind::organisation)] = 1;
  for (std::size_t kind = 0; kind < sizes.size(); ++kind) made.ranks[kind] = permutation(random, sizes[kind]);
  const bool costs_known = random.chance(85);
  for (std::uint32_t i = 0; i < sizes[static_cast<std::size_t>(EntityKind::tool)]; ++i) {
    made.costs.push_back(costs_known ? cost(random) : std::nullopt);
  }
  const auto rules = static_cast<std::uint32_t>(1 + random.below(8));
  for (std::uint32_t r = 0; r < rules; ++r) {
    const EntityKind scope = scopes[random.below(scopes.size())];
    made.rules.push_back(rule("rule-" + std::to_string(r), weights[random.below(weights.size())], scope,
                              "dimension-" + std::to_string(random.below(3))));
    RuleJudgements judgements;
    judgements.rule = r;
    for (std::uint32_t e = 0; e < sizes[static_cast<std::size_t>(scope)]; ++e) {
      if (random.chance(70)) judgements.judged.push_back(judgement(random, e));
    }
    judgements.not_applicable =
        sizes[static_cast<std::size_t>(scope)] - static_cast<std::uint32_t>(judgements.judged.size());
    made.judgements.push_back(std::move(judgements));
  }
  return made;
}

// The generated cases of a property, with a seed of its own.
template <class Property>
void for_each_case(std::uint64_t seed, Property property, int count = 500) {
  Random random(seed);
  for (int i = 0; i < count; ++i) property(make_case(random), random);
}

}  // namespace martech_audit::score_test
