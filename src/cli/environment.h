// Options by environment variables: MARTECH_AUDIT_FAIL_ON stands for --fail-on.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace martech_audit::cli {

// "MARTECH_AUDIT_FAIL_ON" for "fail-on".
std::string variable_of(std::string_view option);

// Gives the options of the command, and of those around it, that the line does not give what their variables
// say. Throws CLI::ParseError, with the variable named, where an option does not take it. An option that may
// be repeated gets one value.
void take_environment(CLI::App& command);

// Whether an option has its value from its variable.
bool is_from_environment(const CLI::Option& option);

}  // namespace martech_audit::cli
