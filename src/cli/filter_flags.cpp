#include "cli/filter_flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/edit_distance.h"
#include "cli/known_words.h"

namespace martech_audit::cli {
namespace {

using options::Option;
using options::Row;

constexpr std::array filter_rows{
    Row{Option::word("severity", "SEVERITY", "Show only findings of this severity or higher", severities),
        &FilterFlags::severity},
    Row{Option::known("rule", "RULE", "Show only findings of this rule; repeatable", rule_ids),
        &FilterFlags::rules},
    Row{Option::known("dimension", "DIMENSION", "Show only findings of this dimension; repeatable",
                      dimensions),
        &FilterFlags::dimensions},
};

bool is_called(const Rule& rule, std::string_view id) {
  return rule.id == id ||
         std::find(rule.former_ids.begin(), rule.former_ids.end(), id) != rule.former_ids.end();
}

Error unknown(std::string_view flag, std::string_view what, const std::string& word,
              const std::vector<std::string_view>& names) {
  std::string hint = did_you_mean(word, names);
  if (hint.empty()) hint = "see `martech-audit rules list`";
  return {fmt::format("{}: no active {} is called '{}'; {}", flag, what, word, hint)};
}

Result<std::string> rule_id(const std::string& word, std::span<const Rule> rules) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    if (is_called(rule, word)) return rule.id;
    names.push_back(rule.id);
  }
  return unknown("--rule", "rule", word, names);
}

Result<std::string> dimension_name(const std::string& word, std::span<const Rule> rules) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    if (rule.dimension == word) return word;
    if (std::find(names.begin(), names.end(), rule.dimension) == names.end()) names.push_back(rule.dimension);
  }
  std::sort(names.begin(), names.end());
  return unknown("--dimension", "dimension", word, names);
}

}  // namespace

options::Group<FilterFlags> FilterFlags::group() { return filter_rows; }

Result<FindingFilter> FilterFlags::filter(std::span<const Rule> in_force) const {
  FindingFilter filter;
  filter.at_least = martech_audit::severity(severity);
  for (const std::string& word : rules) {
    Result<std::string> id = rule_id(word, in_force);
    if (!id) return id.error();
    filter.rules.push_back(*std::move(id));
  }
  for (const std::string& word : dimensions) {
    Result<std::string> name = dimension_name(word, in_force);
    if (!name) return name.error();
    filter.dimensions.push_back(*std::move(name));
  }
  return filter;
}

}  // namespace martech_audit::cli
