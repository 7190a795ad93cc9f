// The files that a run reads, remembered so that no output takes the place of one.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/file_identity.h"
#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

struct ReadFile {
  std::string name;  // as it was given
  FileIdentity identity;
};

// read_file() (document/file.h), through which all that this program reads comes, unless there is an
// objection (boundary.h).
Result<SourcePtr> read_input(const std::string& path);

// list_inventory_files(), unless there is an objection to one of them.
Result<std::vector<std::string>> list_folder(const std::string& folder);

// Those that could be read, of this process: a run is one command line.
std::span<const ReadFile> input_files();

}  // namespace martech_audit::cli
