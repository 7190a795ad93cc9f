// What commands share: the options that each takes, and how one is put together.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "options/command.h"

namespace martech_audit::cli {

using options::Command;
using options::Group;
using options::Option;
using options::Row;
using options::Stricter;
using options::Values;

// Options that every command takes, before or after its name.
struct Globals {
  std::string colour = "auto";
  std::string log_level = "warn";
  std::size_t width = 0;             // 0: the terminal's
  std::vector<std::string> allowed;  // paths (boundary.h)

  Colour colour_choice() const;
};

// A call of a command, and what stands beside its own options.
struct Run : options::Call {
  const Globals& globals;
};

// `group` says where in `Options` each value goes, and `act` what is done with them; it gives the exit code
// (exit_code.h).
template <class Options>
Command command(const Globals& globals, std::string_view name, std::string_view summary, Group<Options> group,
                int (*act)(Options&, const Run&)) {
  const auto options = std::make_shared<Options>();
  Command command{name, summary};
  group.bind(*options, command.values);
  command.run = [options, act, &globals](const options::Call& call) {
    return act(*options, Run{call, globals});
  };
  return command;
}

// martech-audit itself: its options go to `globals`; its parts are the commands, in the order in which help
// shows them.
Command whole_program(Globals& globals);

}  // namespace martech_audit::cli
