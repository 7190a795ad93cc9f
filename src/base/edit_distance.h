// Guesses at what a misspelt word was meant to be.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace martech_audit {

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, at most `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate closest to `word`, empty where none is close (a third of the word's length, at least one
// edit, never all of it); case and the difference of '-', '_' and ' ' count nothing. Ties go to the first
// candidate.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// "did you mean 'x'?", or, where nothing is close and there are at most 12 candidates, "one of: a, b, c";
// else empty.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace martech_audit
