// What standard output and standard error can show.
#pragma once

#include <cstddef>
#include <string>

#include "martech_audit/reporter.h"

namespace martech_audit::cli {

enum class Colour { automatic, always, never };

// How a report on standard output should look: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a
// terminal; the terminal's width, else COLUMNS, else 80; no Unicode drawing where the locale is not UTF-8.
ReportStyle standard_output_style(Colour colour, std::size_t width);

// The same for a file: no colour.
ReportStyle file_style(std::size_t width);

bool standard_error_has_colour(Colour colour);

// Whether what was written last on a line of standard error can be written over.
bool standard_error_redraws();

// By LC_ALL, else LC_CTYPE, else LANG.
bool locale_is_utf8();

}  // namespace martech_audit::cli
