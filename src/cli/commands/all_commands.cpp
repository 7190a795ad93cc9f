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
    Row<Globals>{{.name = "color",
                  .value = "WHEN",
                  .summary = "Colour: auto, always or never",
                  .kind = Kind::word,
                  .words = colours},
                 &Globals::colour},
    Row<Globals>{{.name = "width",
                  .value = "N",
                  .summary = "Width of text output in columns; default: the terminal's",
                  .kind = Kind::count,
                  .least = 40,
                  .most = 400},
                 &Globals::width},
    Row<Globals>{{.name = "log-level",
                  .value = "LEVEL",
                  .summary = "Log level on standard error: debug, info, warn or off",
                  .kind = Kind::word,
                  .words = log_levels},
                 &Globals::log_level},
    Row<Globals>{
        {.name = "allow-path",
         .value = "PATH",
         .summary = "Allow configurations and links to use this file or folder outside the repository; "
                    "repeatable",
         .kind = Kind::path},
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
