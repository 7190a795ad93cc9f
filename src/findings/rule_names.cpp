#include "findings/rule_names.h"

#include <algorithm>
#include <vector>

#include "base/edit_distance.h"

namespace martech_audit {

RuleNames::RuleNames(std::span<const Rule> rules, std::span<const std::string> switched_off)
    : rules_(rules), switched_off_(switched_off.begin(), switched_off.end()) {
  for (std::uint32_t i = 0; i < rules.size(); ++i) index_.emplace(rules[i].id, i);
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    for (const std::string& former : rules[i].former_ids) index_.emplace(former, i);
  }
}

std::optional<std::uint32_t> RuleNames::find(std::string_view id) const {
  const auto found = index_.find(id);
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

bool RuleNames::is_off(std::string_view id) const { return switched_off_.contains(id); }

std::string RuleNames::suggest(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules_) ids.emplace_back(rule.id);
  ids.insert(ids.end(), switched_off_.begin(), switched_off_.end());
  std::ranges::sort(ids);
  const std::string hint = did_you_mean(id, ids);
  return hint.empty() ? "see `martech-audit rules list`" : hint;
}

}  // namespace martech_audit
