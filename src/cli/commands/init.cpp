// init: a commented starter inventory, the schema file that its first line names, and a configuration that
// asks for enough evidence.
#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "import/init_template.h"
#include "model/schema.h"

namespace martech_audit::cli {
namespace {

namespace fs = std::filesystem;

struct InitOptions {
  std::string folder = ".";
};

constexpr std::array init_rows{
    Row{Option::path("folder", "FOLDER", "Output directory; existing files are never overwritten")
            .as_argument()
            .with_default(),
        &InitOptions::folder},
};

int init(InitOptions& options, const Run&) {
  const std::string& folder = options.folder;
  const fs::path inventory = fs::path(folder) / "inventory.yaml";
  const fs::path schema = fs::path(folder) / "inventory.schema.json";
  const fs::path configuration = fs::path(folder) / ".martech-audit.yaml";
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored))
    return fail(fmt::format("{} is not a directory; create it first", folder));
  for (const fs::path& path : {inventory, schema, configuration}) {
    if (fs::exists(fs::symlink_status(path, ignored))) {
      return fail(fmt::format("{} already exists; nothing was written", path.string()));
    }
  }
  const Result<Written> written = write_texts({{{schema.string()}, inventory_schema()},
                                               {{configuration.string()}, init_configuration()},
                                               {{inventory.string()}, init_template()}});
  if (!written) return fail(written.error());
  say(fmt::format("wrote {}, {} and {}\nnext: fill in your tools, then `martech-audit scan {}`\n",
                  inventory.string(), schema.string(), configuration.string(), inventory.string()));
  return exit_ok;
}

}  // namespace

Command init_command(const Globals& globals) {
  return command<InitOptions>(globals, "init",
                              "Write a commented starter inventory, its schema and a configuration",
                              init_rows, init);
}

}  // namespace martech_audit::cli
