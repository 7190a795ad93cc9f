// Looks a word up in a list of words.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace martech_audit::import {

inline bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace martech_audit::import
