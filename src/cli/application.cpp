#include "cli/application.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>
#include <map>
#include <memory>
#include <string>

#include "cli/boundary.h"
#include "cli/checks.h"
#include "cli/command.h"
#include "cli/environment.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/usage.h"
#include "martech_audit/audit.h"

namespace martech_audit::cli {
namespace {

constexpr std::string_view description =
    "Audits a marketing technology stack against the strategy it should serve.\n"
    "Exit codes: 0 gate passed, 1 gate failed, 2 error or no verdict.";

void declare_globals(CLI::App& app, Globals& globals) {
  app.add_option("--color", globals.colour, "Colour: auto, always or never")
      ->check(one_of({"auto", "always", "never"}))
      ->type_name("WHEN");
  app.add_option("--width", globals.width, "Width of text output in columns; default: the terminal's")
      ->check(number_from(40, 400))
      ->type_name("N");
  app.add_option("--log-level", globals.log_level, "Log level on standard error: debug, info, warn or off")
      ->check(one_of({"debug", "info", "warn", "off"}))
      ->type_name("LEVEL");
}

void declare_allowed(CLI::App& app, Globals& globals) {
  app.add_option(
         "--allow-path", globals.allowed,
         "Allow configurations and links to use this file or folder outside the repository; repeatable")
      ->type_name("PATH");
}

void start_log(const Globals& globals) {
  auto logger = globals.colour_choice() == Colour::never ? spdlog::stderr_logger_st("martech-audit")
                                                         : spdlog::stderr_color_st("martech-audit");
  logger->set_pattern("%n: %l: %v");
  logger->set_level(spdlog::level::from_str(globals.log_level));
  spdlog::set_default_logger(std::move(logger));
}

int usage_error(CLI::App& app, const CLI::ParseError& error) {
  fail(usage_message(app, error));
  return fail("see `martech-audit --help`, or `martech-audit COMMAND --help`");
}

int print_out(std::string_view text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

int parse_and_run(CLI::App& app, Globals& globals, int argc, const char* const* argv) {
  std::map<const CLI::App*, Action> actions;
  for (const Command& command : all_commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->fallthrough();
    actions[sub] = command.declare(*sub, globals);
  }
  take_one_value_each(app);
  try {
    app.parse(argc, argv);
    take_environment(innermost(app));
  } catch (const CLI::CallForHelp&) {
    return print_out(app.help());
  } catch (const CLI::CallForVersion& version) {
    return print_out(std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  start_log(globals);
  allow_paths(globals.allowed);
  return actions.at(app.get_subcommands().front())();
}

}  // namespace

Colour Globals::colour_choice() const {
  return colour == "always" ? Colour::always : colour == "never" ? Colour::never : Colour::automatic;
}

int run(int argc, const char* const* argv) {
  occupy_standard_descriptors();
  install_signal_handlers();
  try {
    CLI::App app{std::string(description), "martech-audit"};
    Globals globals;
    app.set_version_flag("--version", fmt::format("martech-audit {}", version()));
    app.require_subcommand(1);
    declare_globals(app, globals);
    declare_allowed(app, globals);
    return parse_and_run(app, globals, argc, argv);
  } catch (const std::bad_alloc&) {
    return fail("out of memory");
  } catch (const std::exception& error) {
    return fail(fmt::format("internal error: {}; please report it", error.what()));
  }
}

}  // namespace martech_audit::cli
