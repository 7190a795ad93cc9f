// The line a message is about, with a mark at the place.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "martech_audit/source.h"

namespace martech_audit {

// A line as it is shown, in three parts of which the middle one is what a message is about; "…" stands where
// the line is cut.
struct MarkedLine {
  std::string before;
  std::string mark;
  std::string after;
};

// How a character is shown where it is safe to show.
using ShowCharacter = std::function<std::string(std::string_view)>;

// Of `line`, of which bytes [begin, end) are marked, at most `columns` with the start of the mark among them.
// At least one is marked, where there is one. Lines may be megabytes long.
MarkedLine marked_line(std::string_view line, std::size_t begin, std::size_t end, std::size_t columns,
                       const ShowCharacter& shown);

// Columns before the bar of an excerpt of line `number`: room for its number.
std::size_t gutter_width(std::uint32_t number);

// "   12 |     ownr: mai\n      |     ^~~~\n". What a terminal would obey is shown escaped; lines longer than
// about a hundred columns are cut around the mark. Of a place that spans lines the first one is shown. What
// stands in a cell has no line number; nothing is shown of a place that is no cell.
std::string excerpt(const Location& where);

}  // namespace martech_audit
