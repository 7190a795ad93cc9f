// Guesses at what a misspelt word was meant to be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit {

// Words longer than this many code points are not guessed at: nobody misspells a page.
inline constexpr std::size_t longest_guessed = 64;

// Finds the word closest to another among thousands: by their length first, then by the letters they have, so
// that few need to be compared. The words must outlive it.
class WordIndex {
 public:
  explicit WordIndex(std::vector<std::string_view> words);

  // The one closest to `word` by insertions, deletions, replacements and swaps of neighbours; empty where
  // none is close (a third of the word's length, at least one edit, never all of it). Case and the difference
  // of '-', '_' and ' ' count nothing. Ties go to the first.
  std::string_view nearest(std::string_view word) const;

  // "did you mean 'x'?", or, where nothing is close and there are at most 12 words, "one of: a, b, c"; else
  // empty.
  std::string did_you_mean(std::string_view word) const;

 private:
  struct Entry {
    std::uint64_t letters;  // a bit for each that it has
    std::uint32_t length;   // in code points
    std::uint32_t word;
  };

  std::vector<std::string_view> words_;
  std::vector<Entry> by_length_;  // those alike in length in the order of the words
};

// The same for a single word.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace martech_audit
