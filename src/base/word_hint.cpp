#include "base/word_hint.h"

#include <fmt/format.h>

#include "base/edit_distance.h"

namespace martech_audit {

std::string word_hint(std::string_view word, std::span<const std::string_view> words) {
  std::string hint = did_you_mean(word, words);
  return hint.empty() ? fmt::format("one of: {}", fmt::join(words, ", ")) : hint;
}

}  // namespace martech_audit
