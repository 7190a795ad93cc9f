#include "facts/graph.h"

#include <random>
#include <set>

#include "support/catch.h"

using namespace martech_audit::facts;

namespace {

// reaches[a][b]: a path leads from a to b.
std::vector<std::vector<bool>> closure(std::size_t nodes, const Adjacency& edges) {
  std::vector<std::vector<bool>> reaches(nodes, std::vector<bool>(nodes));
  for (std::size_t from = 0; from < nodes; ++from) {
    std::vector<std::uint32_t> open{static_cast<std::uint32_t>(from)};
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      for (const std::uint32_t to : edges.of(node)) {
        if (!reaches[from][to]) open.push_back(to);
        reaches[from][to] = true;
      }
    }
  }
  return reaches;
}

}  // namespace

TEST_CASE("targets are listed once, in order") {
  const Adjacency edges(3, {{0, 2}, {0, 1}, {0, 2}, {2, 0}});
  CHECK(std::vector<std::uint32_t>(edges.of(0).begin(), edges.of(0).end()) ==
        std::vector<std::uint32_t>{1, 2});
  CHECK(edges.of(1).empty());
  CHECK(edges.of(2).size() == 1);
}

TEST_CASE("strong components are those that reach each other, and edges lead to lower numbers") {
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t nodes = 1 + random() % 12;
    std::vector<NodePair> pairs;
    for (std::uint32_t i = random() % (2 * nodes + 1); i > 0; --i) {
      pairs.emplace_back(random() % nodes, random() % nodes);
    }
    const Adjacency edges(nodes, pairs);
    const auto components = strong_components(nodes, edges);
    const auto reaches = closure(nodes, edges);
    for (std::uint32_t a = 0; a < nodes; ++a) {
      for (std::uint32_t b = 0; b < nodes; ++b) {
        const bool together = a == b || (reaches[a][b] && reaches[b][a]);
        CHECK((components[a] == components[b]) == together);
        if (reaches[a][b] && !together) CHECK(components[a] > components[b]);
      }
    }
  }
}

TEST_CASE("a long chain needs no deep stack") {
  constexpr std::uint32_t nodes = 200'000;
  std::vector<NodePair> pairs;
  for (std::uint32_t i = 0; i + 1 < nodes; ++i) pairs.emplace_back(i, i + 1);
  const auto components = strong_components(nodes, Adjacency(nodes, pairs));
  CHECK(components.front() == nodes - 1);
  CHECK(components.back() == 0);
}

TEST_CASE("joined sets") {
  DisjointSets sets(5);
  sets.join(0, 1);
  sets.join(3, 4);
  sets.join(1, 4);
  CHECK(sets.root(0) == sets.root(3));
  CHECK(sets.root(2) != sets.root(3));
  CHECK(sets.size(4) == 4);
  CHECK(sets.size(2) == 1);
}
