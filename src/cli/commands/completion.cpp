// completion and man: what shells and readers need to know of the command line, from its own option table.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "base/edit_distance.h"
#include "cli/checks.h"
#include "cli/commands/commands.h"
#include "cli/completions.h"
#include "cli/exit_code.h"
#include "cli/manual.h"
#include "cli/messages.h"
#include "cli/outputs.h"

namespace martech_audit::cli {
namespace {

int print_whole(const std::string& text) {
  const Result<Written> written = write_text("-", text);
  return written ? exit_ok : fail(written.error());
}

int completion(CLI::App& root, const std::string& shell) {
  const std::vector<CommandEntry> table = option_table(root);
  if (shell == "bash") return print_whole(bash_completion(table));
  return print_whole(shell == "zsh" ? zsh_completion(table) : fish_completion(table));
}

}  // namespace

Action declare_completion(CLI::App& app, const Globals&) {
  auto shell = std::make_shared<std::string>();
  app.add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(one_of({"bash", "fish", "zsh"}))
      ->type_name("SHELL");
  return [shell, &app] { return completion(*app.get_parent(), *shell); };
}

Action declare_man(CLI::App& app, const Globals&) {
  return [&app] { return print_whole(manual_page(option_table(*app.get_parent()))); };
}

}  // namespace martech_audit::cli
