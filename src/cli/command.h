// Command: a word of the command line, what it declares, and what it does.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

namespace martech_audit::cli {

// Runs after the whole line was understood; gives the exit code (exit_code.h).
using Action = std::function<int()>;

struct Command {
  std::string_view name;
  std::string_view summary;
  // Declares options and arguments on `app`, which is this command's own, and returns what it does. Values that
  // options are read into must be owned by the Action.
  Action (*declare)(CLI::App& app);
};

// In the order in which help shows them.
std::span<const Command> all_commands();

}  // namespace martech_audit::cli
