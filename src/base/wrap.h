// Breaking text into lines of a width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace martech_audit {

enum class LongWords : std::uint8_t { cut, keep };

// The lines of `text`, at least one, broken at spaces, which are left out there; words wider than a line are
// cut or stay whole. `first` and `rest` are the columns of the first line and of the others, at least 2. Two
// colons that begin a line take the columns of their escape (command_guard.h).
std::vector<std::string_view> wrap_lines(std::string_view text, std::size_t first, std::size_t rest,
                                         LongWords long_words);

// Line breaks and runs of blanks become one space: for texts that may be written over several lines.
std::string flowed(std::string_view text);

}  // namespace martech_audit
