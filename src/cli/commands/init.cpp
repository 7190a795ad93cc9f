// init: a commented starter inventory, and the schema file that its first line names.
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "import/init_template.h"
#include "model/schema.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

int init(const std::string& folder) {
  const fs::path inventory = fs::path(folder) / "inventory.yaml";
  const fs::path schema = fs::path(folder) / "inventory.schema.json";
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    return fail(fmt::format("{} is not a directory; create it first", folder));
  for (const fs::path& path : {inventory, schema}) {
    if (fs::exists(fs::symlink_status(path, ignored))) {
      return fail(fmt::format("{} already exists; nothing was written", path.string()));
    }
  }
  const Result<Written> written =
      write_texts({{{schema.string()}, inventory_schema()}, {{inventory.string()}, init_template()}});
  if (!written) return fail(written.error());
  say(fmt::format("wrote {} and {}\nnext: fill in your tools, then `martech-audit scan {}`\n",
                  inventory.string(), schema.string(), inventory.string()));
  return exit_ok;
}

}  // namespace

Action declare_init(CLI::App& app, const Globals&) {
  auto folder = std::make_shared<std::string>(".");
  app.add_option("folder", *folder, "Output directory; existing files are never overwritten")
      ->type_name("FOLDER")
      ->capture_default_str();
  return [folder] { return init(*folder); };
}

}  // namespace martech_audit::cli
