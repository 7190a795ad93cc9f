#include "report/html/by_entity.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "report/grouping.h"

namespace martech_audit::report {

Points EntityFindings::points() const {
  Points sum = 0;
  for (const Finding* finding : findings) sum += finding->points;
  return sum;
}

std::vector<EntityFindings> by_entity(const std::vector<FindingGroup>& groups) {
  std::map<std::pair<EntityKind, std::string_view>, EntityFindings> entities;
  const auto add = [&](const Finding* finding) {
    entities[{finding->entity.kind, finding->entity.id}].findings.push_back(finding);
  };
  for (const FindingGroup& group : groups) {
    for (const Shown& item : group.shown) {
      add(item.finding);
      std::ranges::for_each(item.lesser, add);
    }
  }
  std::vector<EntityFindings> sorted;
  for (auto& [key, entity] : entities) {
    std::ranges::stable_sort(entity.findings, std::greater(), &Finding::severity);
    sorted.push_back(std::move(entity));
  }
  std::ranges::stable_sort(sorted, std::greater(), [](const EntityFindings& each) {
    return std::tuple(each.severity(), each.points());
  });
  return sorted;
}

std::vector<std::uint32_t> rules_of(const std::vector<EntityFindings>& entities) {
  std::vector<std::uint32_t> rules;
  std::set<std::uint32_t> known;
  for (const EntityFindings& entity : entities) {
    for (const Finding* finding : entity.findings) {
      if (known.insert(finding->rule).second) rules.push_back(finding->rule);
    }
  }
  return rules;
}

}  // namespace martech_audit::report
