#include "cli/input_files.h"

#include <filesystem>

#include "cli/boundary.h"
#include "document/file.h"

namespace martech_audit::cli {

namespace fs = std::filesystem;

Result<SourcePtr> read_input(const std::string& path) {
  if (const auto objection = objection_to_named(path)) return refused(path, *objection);
  return read_file(path);
}

Result<std::vector<std::string>> list_folder(const std::string& folder) {
  if (const auto objection = objection_to_named(folder)) return refused(folder, *objection);
  Result<std::vector<std::string>> listed = list_inventory_files(folder);
  if (!listed) return listed;
  const Boundary around{fs::path(folder)};
  for (const std::string& path : *listed) {
    if (const auto objection = around.objection(path)) return refused(path, *objection);
  }
  return listed;
}

}  // namespace martech_audit::cli
