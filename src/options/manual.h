// The manual page, in the man macros of roff.
#pragma once

#include <string>
#include <string_view>

#include "options/command.h"

namespace martech_audit::options {

std::string manual_page(const Command& root, std::string_view version, std::string_view released);

}  // namespace martech_audit::options
