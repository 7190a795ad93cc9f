#include "score/courses.h"

#include <algorithm>
#include <utility>

namespace martech_audit::score {
namespace {

// Every tool, each after the tools to which it passes money on. Money goes in no circle; where a damaged
// report says so, the circle is cut.
std::vector<std::uint32_t> in_order(std::span<const ToolMoney> tools) {
  std::vector<std::uint32_t> order;
  std::vector<bool> met(tools.size(), false);
  std::vector<std::pair<std::uint32_t, std::size_t>> path;  // a tool, and its next target
  for (std::uint32_t start = 0; start < tools.size(); ++start) {
    if (met[start]) continue;
    met[start] = true;
    path.emplace_back(start, 0);
    while (!path.empty()) {
      auto& [tool, next] = path.back();
      if (next == tools[tool].targets.size()) {
        order.push_back(tool);
        path.pop_back();
        continue;
      }
      const std::uint32_t target = tools[tool].targets[next++];
      if (met[target]) continue;
      met[target] = true;
      path.emplace_back(target, 0);
    }
  }
  return order;
}

// A course followed as far as it is open to the next one.
Course then(const Course& first, const Course& next) {
  // What is left for sure goes on; what may be left goes on in the less favourable placing.
  const std::int64_t left = whole_share - first.off_strategy - first.unproven;
  Course both;
  both.off_strategy = first.off_strategy + share_of(left, next.off_strategy);
  both.unproven = first.unproven + share_of(left, next.unproven);
  both.open = whole_share - both.off_strategy - both.unproven - share_of(first.rest(), next.rest());
  return both;
}

}  // namespace

std::int64_t share_of(std::int64_t part, std::int64_t share) {
  return static_cast<std::int64_t>(static_cast<Wide>(part) * static_cast<Wide>(share) / whole_share);
}

Courses::Courses(std::span<const ToolMoney> tools, const SpendClaims& claims)
    : tools_(tools),
      claims_(claims),
      targets_first_(in_order(tools)),
      whole_(tools.size()),
      passed_on_(tools.size()) {
  for (const std::uint32_t tool : targets_first_) {
    whole_[tool] = own(tool);
    if (tools[tool].targets.empty()) continue;
    passed_on_[tool] = mean_of_targets(tool);
    whole_[tool] = then(whole_[tool], passed_on_[tool]);
  }
}

template <class Visit>
void Courses::for_each_share(std::uint32_t tool, Visit visit) const {
  std::int64_t left = whole_share, left_against = whole_share;
  for (const QueuedClaim& queued : claims_.of(tool)) {
    if (queued.claim.part == SpendPart::waste) continue;
    const std::int64_t taken = share_of(left, queued.claimed(false));
    const std::int64_t taken_against = share_of(left_against, queued.claimed(true));
    visit(queued, taken, taken_against);
    left -= taken;
    left_against -= taken_against;
  }
}

Course Courses::own(std::uint32_t tool) const {
  Course course;
  for_each_share(tool, [&](const QueuedClaim& queued, std::int64_t taken, std::int64_t taken_against) {
    (queued.claim.part == SpendPart::unproven ? course.unproven : course.off_strategy) += taken;
    course.open += taken_against - taken;
  });
  return course;
}

Course Courses::mean_of_targets(std::uint32_t tool) const {
  Course sum;
  const auto& targets = tools_[tool].targets;
  for (const std::uint32_t target : targets) {
    sum.off_strategy += whole_[target].off_strategy;
    sum.unproven += whole_[target].unproven;
    sum.open += whole_[target].open;
  }
  const auto count = static_cast<std::int64_t>(targets.size());
  return {sum.off_strategy / count, sum.unproven / count, sum.open / count};
}

std::vector<Reached> Courses::reach(std::span<const std::int64_t> passed) const {
  constexpr unsigned fraction_bits = 16;  // so that small amounts divide over many
  std::vector<Wide> arrived(tools_.size(), 0);
  std::vector<Reached> reached;
  for (auto tool = targets_first_.rbegin(); tool != targets_first_.rend(); ++tool) {
    meet(*tool, arrived[*tool], reached);
    const auto& targets = tools_[*tool].targets;
    if (targets.empty()) continue;
    const Course before = own(*tool);
    const auto left = static_cast<Wide>(whole_share - before.off_strategy - before.unproven);
    const Wide leaves =
        (static_cast<Wide>(passed[*tool]) << fraction_bits) + arrived[*tool] / whole_share * left;
    for (const std::uint32_t target : targets) arrived[target] += leaves / targets.size();
  }
  return reached;
}

// What its own claims take of what arrives.
void Courses::meet(std::uint32_t tool, Wide arrived, std::vector<Reached>& reached) const {
  if (arrived == 0) return;
  for_each_share(tool, [&](const QueuedClaim& queued, std::int64_t taken, std::int64_t taken_against) {
    const auto put = [&](SpendPart part, std::int64_t share) {
      if (share > 0) reached.push_back({part, tool, &queued, arrived * static_cast<Wide>(share)});
    };
    put(queued.claim.part, taken);
    put(SpendPart::not_known, taken_against - taken);
  });
}

}  // namespace martech_audit::score
