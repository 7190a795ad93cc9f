#include "martech_audit/vocabulary.h"

#include <span>

#include "base/vocabulary.h"

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

std::string_view name(Severity severity) { return word(severity_words, severity); }
std::string_view name(Effort effort) { return word(effort_words, effort); }
std::string_view name(MoneyClass money_class) { return word(money_class_words, money_class); }

std::string_view name(SpendBasis basis) { return word(spend_basis_words, basis); }
std::string_view name(SpendPart part) { return word(spend_part_words, part); }

std::string_view name(Act act) { return word(act_words, act); }
std::string_view name(Lane lane) { return word(lane_words, lane); }

std::string_view name(Novelty novelty) { return word(novelty_words, novelty); }

std::optional<Severity> severity(std::string_view name) { return find<Severity>(severity_words, name); }
std::optional<Effort> effort(std::string_view name) { return find<Effort>(effort_words, name); }
std::optional<MoneyClass> money_class(std::string_view name) {
  return find<MoneyClass>(money_class_words, name);
}

std::optional<SpendPart> spend_part(std::string_view name) { return find<SpendPart>(spend_part_words, name); }
std::optional<SpendBasis> spend_basis(std::string_view name) {
  return find<SpendBasis>(spend_basis_words, name);
}
std::optional<Act> act(std::string_view name) { return find<Act>(act_words, name); }
std::optional<Lane> lane(std::string_view name) { return find<Lane>(lane_words, name); }
std::optional<Novelty> novelty(std::string_view name) { return find<Novelty>(novelty_words, name); }

int default_weight(Severity severity) { return static_cast<int>(severity) * 10; }

}  // namespace martech_audit
