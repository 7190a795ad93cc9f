// What standard output and standard error can show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "martech_audit/reporter.h"

namespace martech_audit::cli {

enum class Colour { automatic, always, never };

// How a report at `path` should look. On standard output ("-"): --color, then NO_COLOR, then FORCE_COLOR,
// then whether it is a terminal; the terminal's width, else COLUMNS, else 80. In a file: no colour, 80
// columns. No Unicode drawing where the locale is not UTF-8. `width` is what was asked for, or 0.
ReportStyle output_style(std::string_view path, Colour colour, std::size_t width);

bool standard_error_has_colour(Colour colour);

// Whether what was written last on a line of standard error can be written over.
bool standard_error_redraws();

// By LC_ALL, else LC_CTYPE, else LANG.
bool locale_is_utf8();

}  // namespace martech_audit::cli
