#include "cli/usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/edit_distance.h"

namespace martech_audit::cli {
namespace {

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

}  // namespace

CLI::App& innermost(CLI::App& app) {
  CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

void take_one_value_each(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) option->allow_extra_args(false);
  }
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    take_one_value_each(*command);
}

std::string usage_message(CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> words = app.remaining(true);
  if (command.get_require_subcommand_min() > 0)
    return missing_command(command, words.empty() ? "" : words.front());
  if (!words.empty()) return unexpected(command, words);
  const std::string text = error.what();
  const bool lacks_value = error.get_name() == "ArgumentMismatch" && text.ends_with(" missing");
  return lacks_value ? text.substr(0, text.find(':')) + " needs a value" : text;
}

}  // namespace martech_audit::cli
