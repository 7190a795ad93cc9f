// What is wrong with a command line, and what was probably meant.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace martech_audit::cli {

// An option that may be repeated takes one value each time: what follows it is an argument of its own.
void take_one_value_each(CLI::App& app);

// The command that was named, or the part of it.
CLI::App& innermost(CLI::App& app);

// One clause for `error`, which parsing with `app` ended in.
std::string usage_message(CLI::App& app, const CLI::ParseError& error);

}  // namespace martech_audit::cli
