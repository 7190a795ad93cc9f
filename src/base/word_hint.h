// What to write in place of a word that is none of those known.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace martech_audit {

// did_you_mean(), but where nothing is close all are listed, however many: never empty.
std::string word_hint(std::string_view word, std::span<const std::string_view> words);

}  // namespace martech_audit
