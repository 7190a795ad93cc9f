// Completion of command lines in shells. What can follow is found here, by the table of options; the scripts
// of the shells only ask: `martech-audit __complete -- WORDS…`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "options/command.h"

namespace martech_audit::options {

// The command that the scripts call. No help lists it.
inline constexpr std::string_view completing_command = "__complete";

// What the last of the words can become, the program's own name not being one of them: one candidate a line,
// with a tab and its summary where it has one; ":files" where a file or folder can stand. Words are looked
// up, and nothing is done with them else.
std::string candidates(const Command& root, std::span<const std::string> words);

// For "bash", "fish" or "zsh".
std::string_view completion_script(std::string_view shell);

}  // namespace martech_audit::options
