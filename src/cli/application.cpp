#include "cli/application.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/edit_distance.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "martech_audit/audit.h"

namespace martech_audit::cli {
namespace {

constexpr std::string_view description =
    "Audits a marketing technology stack against the strategy it should serve.\n"
    "Exit codes: 0 gate passed, 1 gate failed, 2 no trustworthy verdict.";

void declare_globals(CLI::App& app, Globals& globals) {
  app.add_option("--color", globals.colour, "Colour: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  app.add_option("--width", globals.width, "Columns of text output; the terminal's by default")
      ->check(CLI::Range(40, 400))
      ->type_name("N");
  app.add_option("--log-level", globals.log_level, "What is logged to standard error: debug, info, warn or off")
      ->check(CLI::IsMember({"debug", "info", "warn", "off"}))
      ->type_name("LEVEL");
}

void start_log(const Globals& globals) {
  auto logger = globals.colour_choice() == Colour::never
                    ? spdlog::stderr_logger_st("martech-audit")
                    : spdlog::stderr_color_st("martech-audit");
  logger->set_pattern("%n: %l: %v");
  logger->set_level(spdlog::level::from_str(globals.log_level));
  spdlog::set_default_logger(std::move(logger));
}

// A command's name was misspelt, or options came without one.
std::string hint_for(int argc, const char* const* argv) {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) names.push_back(command.name);
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with('-')) continue;
    if (std::find(names.begin(), names.end(), word) != names.end()) break;
    const std::string guess = did_you_mean(word, names);
    return fmt::format("'{}' is no command{}{}", word, guess.empty() ? "" : "; ", guess);
  }
  return {};
}

int usage_error(const CLI::ParseError& error, int argc, const char* const* argv) {
  const std::string hint = hint_for(argc, argv);
  fail(hint.empty() ? std::string_view(error.what()) : std::string_view(hint));
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
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print_out(app.help());
  } catch (const CLI::CallForVersion& version) {
    return print_out(std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    return usage_error(error, argc, argv);
  }
  start_log(globals);
  return actions.at(app.get_subcommands().front())();
}

}  // namespace

Colour Globals::colour_choice() const {
  return colour == "always" ? Colour::always : colour == "never" ? Colour::never : Colour::automatic;
}

int run(int argc, const char* const* argv) {
  install_signal_handlers();
  try {
    CLI::App app{std::string(description), "martech-audit"};
    Globals globals;
    app.set_version_flag("--version", fmt::format("martech-audit {}", version()));
    app.require_subcommand(1);
    declare_globals(app, globals);
    return parse_and_run(app, globals, argc, argv);
  } catch (const std::bad_alloc&) {
    return fail("out of memory");
  } catch (const std::exception& error) {
    return fail(fmt::format("internal error: {}; please report it", error.what()));
  }
}

}  // namespace martech_audit::cli
