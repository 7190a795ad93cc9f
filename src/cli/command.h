// Command: a word of the command line, what it declares, and what it does.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace martech_audit::cli {

// Runs after the whole line was understood; gives the exit code (exit_code.h).
using Action = std::function<int()>;

// Options that every command takes, before or after its name.
struct Globals {
  std::string colour = "auto";
  std::string log_level = "warn";
  std::size_t width = 0;             // 0: the terminal's
  std::vector<std::string> allowed;  // paths (boundary.h)

  Colour colour_choice() const;
};

struct Command {
  std::string_view name;
  std::string_view summary;
  // Declares options and arguments on `app`, which is this command's own, and returns what it does. Values
  // that options are read into must be owned by the Action; `globals` are filled in when it runs.
  Action (*declare)(CLI::App& app, const Globals& globals);
};

// In the order in which help shows them.
std::span<const Command> all_commands();

}  // namespace martech_audit::cli
