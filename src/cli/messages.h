// What commands say on standard error.
#pragma once

#include <string_view>

#include "martech_audit/diagnostic.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

// Whole lines to standard error: as they are, but that no CI service finds a command in them, or in ASCII
// where the locale is not UTF-8.
void say(std::string_view text);

// "martech-audit: <message>", and the exit code for it.
int fail(std::string_view message);
inline int fail(const Error& error) { return fail(error.message); }

// Rendered, most important first; nothing where there are none.
void print(const Diagnostics& diagnostics);

// Diagnostics, then "N errors, M warnings": there is no verdict.
int fail(Diagnostics& diagnostics);

}  // namespace martech_audit::cli
