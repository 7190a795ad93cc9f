#include "base/edit_distance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/text.h"

namespace martech_audit {
namespace {

constexpr std::size_t max_listed = 12;

void append_code_points(std::u32string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t code_point = next_code_point(text, at);
    // Invalid bytes all decode alike, but are not the same letter.
    const bool is_invalid = code_point == 0xFFFD && at - start == 1;
    out += is_invalid ? 0x110000U + static_cast<unsigned char>(text[start]) : code_point;
  }
}

char32_t folded(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter - U'A' + U'a';
  return letter == U'-' || letter == U' ' ? U'_' : letter;
}

// The code points of a word, folded, in `out`.
void normalise(std::string_view word, std::u32string& out) {
  out.clear();
  append_code_points(out, word);
  std::ranges::transform(out, out.begin(), folded);
}

std::uint64_t letters_of(std::u32string_view word) {
  std::uint64_t letters = 0;
  for (const char32_t letter : word) letters |= std::uint64_t{1} << ((letter * 0x9E3779B1U) >> 26);
  return letters;
}

// Edits needed at least: each takes one letter away and brings one in.
std::size_t edits_of_letters(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::size_t>(std::max(std::popcount(a & ~b), std::popcount(b & ~a)));
}

// A word that others are compared with, 64 cells of the usual table at a time: a column of it is kept as the
// differences between its neighbours, in bits (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein
// and Damerau edit distances", Nordic Journal of Computing 10, 2003).
class Pattern {
 public:
  explicit Pattern(std::u32string_view word) : length_(word.size()) {
    for (std::size_t i = 0; i < word.size(); ++i) places(word[i]) |= std::uint64_t{1} << i;
  }

  // At most `limit` + 1.
  std::size_t distance(std::u32string_view other, std::size_t limit) const {
    const std::uint64_t last = std::uint64_t{1} << (length_ - 1);
    std::uint64_t up = ~std::uint64_t{0};
    std::uint64_t down = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t before = 0;
    std::size_t distance = length_;
    for (std::size_t i = 0; i < other.size(); ++i) {
      const std::uint64_t same = places_of(other[i]);
      const std::uint64_t swapped = ((~diagonal & same) << 1) & before;
      diagonal = (((same & up) + up) ^ up) | same | down | swapped;
      const std::uint64_t right = down | ~(diagonal | up);
      const std::uint64_t left = diagonal & up;
      distance += (right & last) != 0 ? 1 : 0;
      distance -= (left & last) != 0 ? 1 : 0;
      if (distance > limit + (other.size() - i - 1)) return limit + 1;
      up = (left << 1) | ~(diagonal | (right << 1) | 1);
      down = ((right << 1) | 1) & diagonal;
      before = same;
    }
    return std::min(distance, limit + 1);
  }

 private:
  std::uint64_t& places(char32_t letter) {
    if (letter < ascii_.size()) return ascii_[letter];
    for (auto& [other, bits] : others_) {
      if (other == letter) return bits;
    }
    return others_.emplace_back(letter, 0).second;
  }

  std::uint64_t places_of(char32_t letter) const {
    if (letter < ascii_.size()) return ascii_[letter];
    for (const auto& [other, bits] : others_) {
      if (other == letter) return bits;
    }
    return 0;
  }

  std::size_t length_;
  std::array<std::uint64_t, 128> ascii_{};
  std::vector<std::pair<char32_t, std::uint64_t>> others_;
};

}  // namespace

WordIndex::WordIndex(std::vector<std::string_view> words) : words_(std::move(words)) {
  by_length_.reserve(words_.size());
  std::u32string word;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i].size() > 4 * 2 * longest_guessed) continue;  // near to none
    normalise(words_[i], word);
    by_length_.push_back({letters_of(word), static_cast<std::uint32_t>(word.size()), i});
  }
  std::ranges::sort(by_length_, {}, [](const Entry& entry) { return std::pair(entry.length, entry.word); });
}

std::string_view WordIndex::nearest(std::string_view word) const {
  if (word.size() > 4 * longest_guessed) return {};
  std::u32string wanted, other;
  normalise(word, wanted);
  if (wanted.empty() || wanted.size() > longest_guessed) return {};
  const std::size_t limit = std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1);
  const std::uint64_t letters = letters_of(wanted);
  const Pattern pattern(wanted);

  std::pair<std::size_t, std::size_t> best{limit + 1, 0};  // distance and place
  auto entry = std::ranges::lower_bound(by_length_, wanted.size() - limit, {}, &Entry::length);
  for (; entry != by_length_.end() && entry->length <= wanted.size() + limit; ++entry) {
    const std::size_t longer = std::max<std::size_t>(entry->length, wanted.size());
    const std::size_t by_length = longer - std::min<std::size_t>(entry->length, wanted.size());
    const std::size_t least = std::max(by_length, edits_of_letters(letters, entry->letters));
    if (std::pair<std::size_t, std::size_t>(least, entry->word) >= best) continue;
    normalise(words_[entry->word], other);
    best = std::min(best, {pattern.distance(other, best.first), entry->word});
  }
  return best.first > limit ? std::string_view() : words_[best.second];
}

std::string WordIndex::did_you_mean(std::string_view word) const {
  const std::string_view best = nearest(word);
  if (!best.empty()) return fmt::format("did you mean '{}'?", best);
  if (words_.empty() || words_.size() > max_listed) return {};
  return fmt::format("one of: {}", fmt::join(words_, ", "));
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  return WordIndex({candidates.begin(), candidates.end()}).nearest(word);
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  return WordIndex({candidates.begin(), candidates.end()}).did_you_mean(word);
}

}  // namespace martech_audit
