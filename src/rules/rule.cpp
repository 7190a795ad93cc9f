#include "martech_audit/rule.h"

#include "rules/words.h"

namespace martech_audit {
namespace {

template <class Word>
std::optional<Word> find(std::span<const std::string_view> words, std::string_view wanted) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == wanted) return static_cast<Word>(i);
  }
  return std::nullopt;
}

template <class Word>
std::string_view word(std::span<const std::string_view> words, Word value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name(Severity severity) { return word(rules::severities, severity); }
std::string_view name(Effort effort) { return word(rules::efforts, effort); }
std::string_view name(MoneyClass money_class) { return word(rules::money_classes, money_class); }

std::optional<Severity> severity(std::string_view name) { return find<Severity>(rules::severities, name); }
std::optional<Effort> effort(std::string_view name) { return find<Effort>(rules::efforts, name); }
std::optional<MoneyClass> money_class(std::string_view name) {
  return find<MoneyClass>(rules::money_classes, name);
}

int default_weight(Severity severity) { return static_cast<int>(severity) * 10; }

}  // namespace martech_audit
