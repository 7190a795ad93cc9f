#include "score/cause_depths.h"

#include <algorithm>
#include <limits>

#include "score/score.h"

namespace martech_audit::score {
namespace {

constexpr std::uint32_t not_known_yet = std::numeric_limits<std::uint32_t>::max();

}  // namespace

CauseDepths::CauseDepths(std::span<const Rule> rules) : rules_(rules), depths_(rules.size(), not_known_yet) {
  for (std::uint32_t i = 0; i < rules.size(); ++i) index_.emplace(rules[i].id, i);
  for (std::uint32_t i = 0; i < rules.size(); ++i) find(i);
}

std::uint32_t CauseDepths::find(std::uint32_t rule) {
  if (depths_[rule] != not_known_yet) return depths_[rule];
  depths_[rule] = 0;  // ends the walk where rules explain each other
  std::uint32_t depth = 0;
  for (const std::string& cause : rules_[rule].explained_by) {
    const auto found = index_.find(cause);
    if (found != index_.end()) depth = std::max(depth, find(found->second) + 1);
  }
  return depths_[rule] = depth;
}

std::vector<std::uint32_t> rule_ranks(std::span<const Rule> rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.emplace_back(rule.id);
  return id_ranks(ids);
}

}  // namespace martech_audit::score
