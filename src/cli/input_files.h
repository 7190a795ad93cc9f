// The files that a run reads, remembered so that no output takes the place of one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/file_identity.h"
#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

struct ReadFile {
  std::string name;  // as it was given
  FileIdentity identity;
  std::string_view use = "reads";  // what the run does with it
};

// read_file() (document/file.h), through which all that this program reads comes, unless there is an
// objection (boundary.h).
Result<SourcePtr> read_input(const std::string& path);

// list_inventory_files(), unless there is an objection to one of them.
Result<std::vector<std::string>> list_folder(const std::string& folder);

// A folder of which this run reads what has the name of an inventory or pack.
struct ReadFolder {
  std::string name;  // as it was given
  std::string path;  // links followed
};
std::span<const ReadFolder> input_folders();

// Remembers files that are not read but belong to the inventory: configurations that this run ignores.
void spare(std::span<const std::string> paths);

// Those that could be read, or are spared, of this process: a run is one command line.
std::span<const ReadFile> input_files();

}  // namespace martech_audit::cli
