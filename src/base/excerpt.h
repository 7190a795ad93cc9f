// The line a message is about, with a mark under the place.
#pragma once

#include <cstddef>
#include <string>

#include "martech_audit/source.h"

namespace martech_audit {

// Columns before the bar of an excerpt of line `number`: room for its number.
std::size_t gutter_width(std::uint32_t number);

// "   12 |     ownr: mai\n      |     ^~~~\n". What a terminal would obey is shown escaped; lines longer than
// about a hundred columns are cut around the mark. Of a place that spans lines the first one is shown.
std::string excerpt(const Location& where);

}  // namespace martech_audit
