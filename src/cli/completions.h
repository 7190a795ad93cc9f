// Scripts that complete commands, options and their values in a shell.
#pragma once

#include <span>
#include <string>

#include "cli/option_table.h"

namespace martech_audit::cli {

std::string bash_completion(std::span<const CommandEntry> table);
std::string zsh_completion(std::span<const CommandEntry> table);
std::string fish_completion(std::span<const CommandEntry> table);

}  // namespace martech_audit::cli
