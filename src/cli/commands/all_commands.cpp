#include <array>

#include "cli/commands/commands.h"

namespace martech_audit::cli {
namespace {

constexpr std::string_view description =
    "Audits a marketing technology stack against the strategy it should serve.\n"
    "Exit codes: 0 gate passed, 1 gate failed, 2 error or no verdict.";

std::vector<std::string_view> colours() { return {"auto", "always", "never"}; }
std::vector<std::string_view> log_levels() { return {"debug", "info", "warn", "off"}; }

constexpr std::array global_rows{
    Row{Option::word("color", "WHEN", "Colour: auto, always or never", colours), &Globals::colour},
    Row{Option::count("width", "N", "Width of text output in columns; default: the terminal's", 40, 400),
        &Globals::width},
    Row{Option::word("log-level", "LEVEL", "Log level on standard error: debug, info, warn or off",
                     log_levels),
        &Globals::log_level},
    Row{Option::path(
            "allow-path", "PATH",
            "Allow configurations and links to use this file or folder outside the repository; repeatable"),
        &Globals::allowed},
};

// In the order in which somebody new needs them.
constexpr std::array commands = {
    init_command,    import_command,  validate_command, scan_command,       diff_command,    trace_command,
    graph_command,   explain_command, eval_command,     rules_command,      waivers_command, config_command,
    convert_command, verify_command,  schema_command,   completion_command, man_command,
};

}  // namespace

Colour Globals::colour_choice() const {
  return colour == "always" ? Colour::always : colour == "never" ? Colour::never : Colour::automatic;
}

Command whole_program(Globals& globals) {
  Command program{"martech-audit", description};
  program.values.add<Globals>(global_rows, globals);
  for (const auto& command : commands) program.parts.push_back(command(globals));
  return program;
}

}  // namespace martech_audit::cli
