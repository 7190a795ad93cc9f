// validate: structure, references, dates and money; every diagnostic in one go.
#include <fmt/format.h>

#include <memory>

#include "audit/load.h"
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
  const std::size_t tools = inventory.entities(EntityKind::tool).size();
  const std::size_t objectives = inventory.entities(EntityKind::objective).size();
  return fmt::format("{} tool{}, {} objective{}", tools, tools == 1 ? "" : "s", objectives,
                     objectives == 1 ? "" : "s");
}

int validate(const Options& options) {
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.inventory, options.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  const std::optional<Inventory> inventory = load_inventory(*sources, diagnostics);
  if (!inventory) return fail(diagnostics);
  diagnostics.sort();
  print(diagnostics);
  say(fmt::format("martech-audit: valid: {}; {} warning{}\n", counts(*inventory), diagnostics.all().size(),
                  diagnostics.all().size() == 1 ? "" : "s"));
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
