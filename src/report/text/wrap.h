// Breaking a line of coloured text into lines of a given width.
#pragma once

#include <cstddef>
#include <vector>

#include "report/page/words.h"

namespace martech_audit::report {

// Breaks at spaces; words wider than a line are cut. `first` and `rest` are the widths of the first line and
// of the others, at least 2. At least one line.
std::vector<Text> wrap(const Text& text, std::size_t first, std::size_t rest);

}  // namespace martech_audit::report
