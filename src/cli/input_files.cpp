#include "cli/input_files.h"

#include <unistd.h>

#include <filesystem>
#include <vector>

#include "cli/boundary.h"
#include "document/file.h"

namespace martech_audit::cli {
namespace {

std::vector<ReadFile>& remembered() {
  static std::vector<ReadFile> files;
  return files;
}

std::vector<ReadFolder>& remembered_folders() {
  static std::vector<ReadFolder> folders;
  return folders;
}

}  // namespace

Result<SourcePtr> read_input(const std::string& path) {
  if (const auto objection = objection_to_named(path)) return refused(path, *objection);
  Result<SourcePtr> source = read_file(path);
  if (!source) return source;
  if (path == "-") {
    remembered().push_back({"standard input", identity_of(STDIN_FILENO)});
  } else {
    remembered().push_back({path, identity_of(path)});
  }
  return source;
}

Result<std::vector<std::string>> list_folder(const std::string& folder) {
  if (const auto objection = objection_to_named(folder)) return refused(folder, *objection);
  Result<std::vector<std::string>> listed = list_inventory_files(folder);
  if (!listed) return listed;
  const Boundary around{std::filesystem::path(folder)};
  for (const std::string& path : *listed) {
    if (const auto objection = around.objection(path)) return refused(path, *objection);
  }
  std::error_code failed;
  const auto path = std::filesystem::canonical(folder, failed);
  if (!failed) remembered_folders().push_back({folder, path.string()});
  return listed;
}

std::span<const ReadFolder> input_folders() { return remembered_folders(); }

void spare(std::span<const std::string> paths) {
  for (const std::string& path : paths) remembered().push_back({path, identity_of(path), "ignores"});
}

std::span<const ReadFile> input_files() { return remembered(); }

}  // namespace martech_audit::cli
