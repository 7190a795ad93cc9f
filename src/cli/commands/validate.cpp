// validate: structure, references, dates and money; every diagnostic in one go.
#include <fmt/format.h>

#include <memory>

#include "audit/load.h"
#include "audit/suggestions.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/messages.h"

namespace martech_audit::cli {
namespace {

struct Options {
  std::vector<std::string> inventory;
  std::string stdin_name;
};

std::string counts(const Inventory& inventory) {
  return fmt::format("{}, {}", counted(inventory.entities(EntityKind::tool).size(), "tool"),
                     counted(inventory.entities(EntityKind::objective).size(), "objective"));
}

int validate(const Options& options) {
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.inventory, options.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  const std::optional<Inventory> inventory = load_inventory(*sources, diagnostics);
  if (!inventory) return fail(diagnostics);
  const std::size_t warnings = diagnostics.count();
  suggest(*inventory, diagnostics);
  const std::size_t suggestions = diagnostics.count() - warnings;
  diagnostics.sort();
  print(diagnostics);
  std::string found = counted(warnings, "warning");
  if (suggestions > 0) found += ", " + counted(suggestions, "suggestion");
  say(fmt::format("martech-audit: valid: {}; {}\n", counts(*inventory), found));
  return exit_ok;
}

}  // namespace

Action declare_validate(CLI::App& app, const Globals&) {
  auto options = std::make_shared<Options>();
  app.add_option("inventory", options->inventory,
                 "Files or directories of the inventory, - for standard input")
      ->type_name("INVENTORY");
  app.add_option("--stdin-filename", options->stdin_name, "What to call standard input in messages")
      ->type_name("NAME");
  return [options] { return validate(*options); };
}

}  // namespace martech_audit::cli
