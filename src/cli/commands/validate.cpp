// validate: structure, references, dates and money; every diagnostic in one go.
#include <fmt/format.h>

#include "audit/load.h"
#include "audit/suggestions.h"
#include "base/text.h"
#include "cli/as_of.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "facts/labels.h"
#include "facts/past.h"
#include "facts/prices.h"

namespace martech_audit::cli {
namespace {

std::string counts(const Inventory& inventory) {
  return fmt::format("{}, {}", counted(inventory.entities(EntityKind::tool).size(), "tool"),
                     counted(inventory.entities(EntityKind::objective).size(), "objective"));
}

int validate(JudgingOptions& options, const Run& run) {
  if (const auto failed = options.configure(run)) return *failed;
  const Result<Date> as_of = as_of_date(options.as_of);
  if (!as_of) return fail(as_of.error());
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.inventory, options.stdin_name);
  if (!sources) return fail(sources.error());
  Diagnostics diagnostics;
  const std::optional<Inventory> inventory =
      load_inventory(*sources, diagnostics, options.configuration.config().waivers);
  if (inventory) {
    check_past_days(*inventory, *as_of, diagnostics);
    check_prices(*inventory, diagnostics);
    check_labels(*inventory, diagnostics);
  }
  if (diagnostics.has_errors()) return fail(diagnostics);
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

Command validate_command(const Globals& globals) {
  return command<JudgingOptions>(
      globals, "validate", "Check the inventory's structure, references, dates and money",
      {JudgingOptions::inventory_files(), JudgingOptions::day(), JudgingOptions::configuration_files()},
      validate);
}

}  // namespace martech_audit::cli
