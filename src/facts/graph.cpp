#include "facts/graph.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace martech_audit::facts {

Adjacency::Adjacency(std::size_t nodes, std::vector<NodePair> edges) : starts_(nodes + 1) {
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  targets_.reserve(edges.size());
  for (const auto& [from, to] : edges) {
    ++starts_[from + 1];
    targets_.push_back(to);
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

DisjointSets::DisjointSets(std::size_t nodes) : parents_(nodes), sizes_(nodes, 1) {
  std::iota(parents_.begin(), parents_.end(), 0U);
}

std::uint32_t DisjointSets::root(std::uint32_t node) {
  while (parents_[node] != node) {
    parents_[node] = parents_[parents_[node]];
    node = parents_[node];
  }
  return node;
}

void DisjointSets::join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return;
  if (sizes_[a] < sizes_[b]) std::swap(a, b);
  parents_[b] = a;
  sizes_[a] += sizes_[b];
}

namespace {

class StrongComponents {
 public:
  StrongComponents(std::size_t nodes, const Adjacency& edges)
      : edges_(edges), component_(nodes, none), low_(nodes), order_(nodes, none) {}

  std::vector<std::uint32_t> run() {
    for (std::uint32_t node = 0; node < component_.size(); ++node) {
      if (order_[node] == none) walk(node);
    }
    return std::move(component_);
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  struct Frame {
    std::uint32_t node;
    std::size_t next_edge;
  };

  void enter(std::uint32_t node) {
    order_[node] = low_[node] = visited_++;
    open_.push_back(node);
    frames_.push_back({node, 0});
  }

  void walk(std::uint32_t start) {
    enter(start);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const auto targets = edges_.of(frame.node);
      if (frame.next_edge < targets.size()) {
        follow(frame.node, targets[frame.next_edge++]);
      } else {
        leave(frame.node);
      }
    }
  }

  void follow(std::uint32_t from, std::uint32_t to) {
    if (order_[to] == none) {
      enter(to);
    } else if (component_[to] == none) {
      low_[from] = std::min(low_[from], order_[to]);
    }
  }

  void leave(std::uint32_t node) {
    frames_.pop_back();
    if (!frames_.empty()) low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
    if (low_[node] == order_[node]) close(node);
  }

  void close(std::uint32_t first) {
    std::uint32_t node = none;
    do {
      node = open_.back();
      open_.pop_back();
      component_[node] = components_;
    } while (node != first);
    ++components_;
  }

  const Adjacency& edges_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> order_;  // of the first visit
  std::vector<std::uint32_t> open_;   // visited, and not yet in a component
  std::vector<Frame> frames_;
  std::uint32_t visited_ = 0;
  std::uint32_t components_ = 0;
};

}  // namespace

std::vector<std::uint32_t> strong_components(std::size_t nodes, const Adjacency& edges) {
  return StrongComponents(nodes, edges).run();
}

}  // namespace martech_audit::facts
