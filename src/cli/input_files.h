// The files that a run reads.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

// read_file() (document/file.h), through which all that this program reads comes, unless there is an
// objection (boundary.h).
Result<SourcePtr> read_input(const std::string& path);

// list_inventory_files(), unless there is an objection to one of them.
Result<std::vector<std::string>> list_folder(const std::string& folder);

}  // namespace martech_audit::cli
