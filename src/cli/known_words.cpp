#include "cli/known_words.h"

#include <algorithm>
#include <optional>
#include <span>

#include "audit/packs.h"
#include "base/vocabulary.h"

namespace martech_audit::cli {
namespace {

std::span<const RulePack> built_in_packs() {
  static const std::optional<RuleSet> rules = [] {
    Diagnostics none;
    return load_rules({}, none);
  }();
  return rules ? rules->packs() : std::span<const RulePack>();
}

template <class Word>
std::vector<std::string_view> of_rules(Word word) {
  std::vector<std::string_view> words;
  for (const RulePack& pack : built_in_packs()) {
    for (const Rule& rule : pack.rules) words.push_back(word(rule));
  }
  return words;
}

}  // namespace

std::vector<std::string_view> severities() {
  return {severity_words_worst_first.begin(), severity_words_worst_first.end()};
}

std::vector<std::string_view> rule_ids() {
  return of_rules([](const Rule& rule) -> std::string_view { return rule.id; });
}

std::vector<std::string_view> dimensions() {
  std::vector<std::string_view> words =
      of_rules([](const Rule& rule) -> std::string_view { return rule.dimension; });
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string_view> pack_ids() {
  std::vector<std::string_view> words;
  for (const RulePack& pack : built_in_packs()) words.push_back(pack.id);
  return words;
}

}  // namespace martech_audit::cli
