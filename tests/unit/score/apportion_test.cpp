#include "score/apportion.h"

#include <algorithm>
#include <numeric>

#include "support/catch.h"
#include "unit/score/cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;
using score::Wide;

namespace {

std::vector<Points> shares(Points total, const std::vector<Wide>& weights,
                           std::vector<std::uint32_t> ranks = {}) {
  if (ranks.empty()) {
    ranks.resize(weights.size());
    std::iota(ranks.begin(), ranks.end(), 0U);
  }
  std::vector<Points> result(weights.size());
  score::apportion(total, weights, ranks, result);
  return result;
}

// The definition, by sorting: what apportion() must equal.
std::vector<Points> by_definition(Points total, const std::vector<Wide>& weights,
                                  const std::vector<std::uint32_t>& ranks) {
  const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
  std::vector<Points> result(weights.size());
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto product = [&](std::size_t i) { return weights[i] * static_cast<Wide>(total); };
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    const Wide left = product(a) % sum;
    const Wide right = product(b) % sum;
    return left != right ? left > right : ranks[a] < ranks[b];
  });
  Points left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) left -= result[i] = static_cast<Points>(product(i) / sum);
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++result[order[i]];
  return result;
}

}  // namespace

TEST_CASE("shares add up, largest remainders first") {
  struct Row {
    Points total;
    std::vector<Wide> weights;
    std::vector<Points> expected;
  };
  const std::vector<Row> rows{
      {10, {1}, {10}},
      {10, {1, 1, 1}, {4, 3, 3}},
      {10, {0, 1, 1}, {0, 5, 5}},
      {10, {5, 3, 1}, {6, 3, 1}},                 // 5.56 3.33 1.11
      {100, {47, 16, 15, 11}, {53, 18, 17, 12}},  // 52.81 17.98 16.85 12.36
      {0, {3, 4}, {0, 0}},
      {7, {Wide{1} << 90U, Wide{1} << 90U}, {4, 3}},
  };
  for (const Row& row : rows) CHECK(shares(row.total, row.weights) == row.expected);
}

TEST_CASE("equal remainders are settled by rank") {
  CHECK(shares(4, {1, 1, 1}, {9, 4, 7}) == std::vector<Points>{1, 2, 1});
  CHECK(shares(5, {1, 1, 1}, {9, 4, 7}) == std::vector<Points>{1, 2, 2});
}

TEST_CASE("shares are those of the definition") {
  Random random(11);
  for (int i = 0; i < 500; ++i) {
    const auto size = static_cast<std::size_t>(1 + random.below(300));
    const unsigned bits = static_cast<unsigned>(1 + random.below(80));
    std::vector<Wide> weights;
    for (std::size_t k = 0; k < size; ++k) {
      const Wide wide = (static_cast<Wide>(random.below(~0ULL)) << 64U) | random.below(~0ULL);
      weights.push_back(wide >> (128U - bits));
    }
    weights[random.below(size)] += 1;
    const auto total = static_cast<Points>(random.below(100'000'000'001));
    const std::vector<std::uint32_t> ranks = permutation(random, size);
    REQUIRE(shares(total, weights, ranks) == by_definition(total, weights, ranks));
  }
}

TEST_CASE("even shares are those of equal weights") {
  Random random(12);
  for (int i = 0; i < 300; ++i) {
    const auto size = static_cast<std::size_t>(1 + random.below(300));
    const auto total = static_cast<Points>(random.below(random.chance(50) ? 500 : 100'000'000'001));
    const std::vector<std::uint32_t> ranks = permutation(random, size);
    std::vector<Points> even(size);
    score::apportion_evenly(total, ranks, even);
    REQUIRE(even == by_definition(total, std::vector<Wide>(size, 1), ranks));
  }
}
