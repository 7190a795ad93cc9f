#include "cli/option_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/checks.h"

namespace martech_audit::cli {
namespace {

constexpr std::array<std::string_view, 11> file_values{
    "CASES", "FILE", "INVENTORY", "NEW", "OLD", "PACK", "PATH", "REPORT", "SOURCE", "FOLDER", "PACK.yaml"};

OptionEntry entry_of(CLI::Option& option) {
  OptionEntry entry;
  const bool is_flag = option.get_items_expected_max() == 0;
  entry.name = option.get_lnames().empty() ? option.get_name(true) : option.get_lnames().front();
  if (!option.get_snames().empty()) entry.letter = option.get_snames().front();
  if (!is_flag) entry.value = option.get_type_name();
  entry.summary = option.get_description();
  entry.standard = option.get_default_str();
  entry.words = words_of(option);
  entry.takes_file = std::ranges::find(file_values, entry.value) != file_values.end();
  entry.repeatable = option.get_expected_max() > 1;
  entry.required = option.get_required();
  return entry;
}

void add(CLI::App& app, const std::string& path, std::vector<CommandEntry>& table) {
  CommandEntry command{path, app.get_description(), {}, {}, {}};
  for (CLI::Option* option : app.get_options())
    (option->get_positional() ? command.positionals : command.options).push_back(entry_of(*option));
  const auto parts = app.get_subcommands([](CLI::App*) { return true; });
  for (const CLI::App* part : parts) command.subcommands.push_back(part->get_name());
  table.push_back(std::move(command));
  for (CLI::App* part : parts)
    add(*part, path.empty() ? part->get_name() : path + " " + part->get_name(), table);
}

}  // namespace

std::vector<CommandEntry> option_table(CLI::App& app) {
  std::vector<CommandEntry> table;
  add(app, {}, table);
  return table;
}

}  // namespace martech_audit::cli
