// The only user of CLI11, which takes its seconds to compile: it splits the line, and writes the help.
#include "options/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <set>

#include "base/edit_distance.h"

namespace martech_audit::options {
namespace {

// ---- what is declared
// ---------------------------------------------------------------------------------------------

std::string spelling(const Option& option) {
  if (!option.is_named()) return std::string(option.name);
  return option.letter == 0 ? fmt::format("--{}", option.name)
                            : fmt::format("-{},--{}", option.letter, option.name);
}

void declare(Value& value, CLI::App& app) {
  const Option& option = value.option();
  CLI::Option& declared = *app.add_option(
      spelling(option),
      [&value](const CLI::results_t& texts) {
        value.give(texts, Origin::line);
        return true;
      },
      summary_of(option));
  declared.type_name(std::string(option.value));
  declared.check(CLI::Validator([&option](const std::string& text) { return fault_of(option, text); }, ""));
  if (!value.standard().empty()) declared.default_str(value.standard());
  if (option.is_flag()) {
    declared.multi_option_policy(CLI::MultiOptionPolicy::TakeLast)->expected(0);
  } else if (value.is_list()) {
    declared.expected(CLI::detail::expected_count<std::vector<std::string>>::value);
  }
  declared.required(option.place == Place::required_argument);
  // What follows an option that may be repeated is an argument of its own.
  if (option.is_named()) declared.allow_extra_args(false);
}

// An option of a command that the line does not name cannot be given: what is not declared costs no time.
void declare(Command& command, CLI::App& app, const std::set<std::string_view>& words) {
  for (Value& value : command.values) declare(value, app);
  if (!command.parts.empty()) app.require_subcommand(1);
  for (Command& part : command.parts) {
    CLI::App* const declared = app.add_subcommand(std::string(part.name), std::string(part.summary));
    declared->fallthrough();
    if (words.contains(part.name)) declare(part, *declared, words);
  }
}

CLI::App& innermost(CLI::App& app) {
  CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

// ---- what is wrong with it
// ----------------------------------------------------------------------------------------

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

// "--as-of" and its like, of the command and of those around it, each once.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* at = &app; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& long_name : option->get_lnames()) {
        std::string name = "--" + long_name;
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
      }
    }
  }
  return names;
}

std::string with_guess(std::string message, const std::string& word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string guess = did_you_mean(word, candidates);
  if (!guess.empty()) message += "; " + guess;
  return message;
}

bool is_option(const std::string& word) { return word.size() > 1 && word.starts_with('-'); }

std::string of_command(const CLI::App& app) {
  return app.get_parent() == nullptr ? std::string() : " of " + app.get_name();
}

std::string missing_command(const CLI::App& app, const std::string& word) {
  if (word.empty() || is_option(word))
    return fmt::format("name a command{}; one of: {}", of_command(app), fmt::join(command_names(app), ", "));
  return with_guess(fmt::format("'{}' is not a command{}", word, of_command(app)), word, command_names(app));
}

std::string unexpected(const CLI::App& app, const std::vector<std::string>& words) {
  const auto option = std::find_if(words.begin(), words.end(), is_option);
  if (option == words.end()) return fmt::format("unexpected argument '{}'", words.front());
  const std::string name = option->substr(0, option->find('='));
  const std::string owner = app.get_parent() == nullptr ? "martech-audit" : app.get_name();
  return with_guess(fmt::format("{}: unknown option '{}'", owner, name), name, option_names(app));
}

std::string fault_of_line(CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> words = app.remaining(true);
  if (command.get_require_subcommand_min() > 0)
    return missing_command(command, words.empty() ? "" : words.front());
  if (!words.empty()) return unexpected(command, words);
  const std::string text = error.what();
  const bool lacks_value = error.get_name() == "ArgumentMismatch" && text.ends_with(" missing");
  return lacks_value ? text.substr(0, text.find(':')) + " needs a value" : text;
}

// "--policy=" would take the next argument for its value. Nothing where no word is like that.
std::string missing_value(std::span<const char* const> arguments) {
  for (const std::string_view word : arguments) {
    if (word == "--") break;
    if (word.starts_with("--") && word.find('=') == word.size() - 1)
      return fmt::format("{} needs a value", word.substr(0, word.size() - 1));
  }
  return {};
}

// Of the innermost command first.
std::string take_environment_of(Command& command, CLI::App& app, Command*& chosen) {
  const std::vector<CLI::App*> named = app.get_subcommands();
  if (named.empty()) {
    chosen = &command;
  } else {
    const auto part = std::ranges::find(command.parts, named.front()->get_name(), &Command::name);
    if (std::string fault = take_environment_of(*part, *named.front(), chosen); !fault.empty()) return fault;
  }
  return take_environment(command.values);
}

}  // namespace

Line understand(Command& root, const std::string& version, std::span<const char* const> arguments) {
  if (std::string fault = missing_value(arguments); !fault.empty()) return {.fault = std::move(fault)};
  CLI::App app{std::string(root.summary), std::string(root.name)};
  app.set_help_flag(spelling(help_option), std::string(help_option.summary));
  app.set_version_flag(spelling(version_option), version, std::string(version_option.summary));
  declare(root, app, std::set<std::string_view>(arguments.begin(), arguments.end()));
  try {
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::CallForHelp&) {
    return {.text = app.help()};
  } catch (const CLI::CallForVersion&) {
    return {.text = version + "\n"};
  } catch (const CLI::ParseError& error) {
    return {.fault = fault_of_line(app, error)};
  }
  Line line;
  line.fault = take_environment_of(root, app, line.command);
  return line;
}

}  // namespace martech_audit::options
