// The manual page, in the man macros of roff.
#pragma once

#include <span>
#include <string>

#include "cli/option_table.h"

namespace martech_audit::cli {

std::string manual_page(std::span<const CommandEntry> table);

}  // namespace martech_audit::cli
