// What facts need of graphs whose nodes are numbered from 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace martech_audit::facts {

using NodePair = std::pair<std::uint32_t, std::uint32_t>;

// The targets of each node, each once, in ascending order.
class Adjacency {
 public:
  Adjacency() = default;
  Adjacency(std::size_t nodes, std::vector<NodePair> edges);
  std::span<const std::uint32_t> of(std::size_t node) const {
    return {targets_.data() + starts_[node], starts_[node + 1] - starts_[node]};
  }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> targets_;
};

// Sets of nodes that are joined one edge at a time.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t nodes);
  std::uint32_t root(std::uint32_t node);
  void join(std::uint32_t a, std::uint32_t b);
  std::uint32_t size(std::uint32_t node) { return sizes_[root(node)]; }

 private:
  std::vector<std::uint32_t> parents_;
  std::vector<std::uint32_t> sizes_;
};

// Numbers the strongly connected components (the groups of nodes that reach each other) such that every edge
// between two of them leads to the lower number. (Tarjan 1972, without recursion.)
std::vector<std::uint32_t> strong_components(std::size_t nodes, const Adjacency& edges);

}  // namespace martech_audit::facts
