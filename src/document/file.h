// Files and directories as sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The whole file, named as given; "-" reads standard input and is named "<stdin>". A byte-order mark is left
// out. Errors: absent, a directory, not readable, larger than limits::file_size, written to meanwhile.
Result<SourcePtr> read_file(const std::string& path);

// Whether a file of that name is read where its folder is: *.yaml, *.yml and *.json, hidden ones left out.
bool is_inventory_name(const std::string& name);

// Paths of the *.yaml, *.yml and *.json files of a directory (not below it), hidden ones left out, sorted by
// name. Among them a pipe, a socket or a device, which can block for ever, is an error.
Result<std::vector<std::string>> list_inventory_files(const std::string& directory);

}  // namespace martech_audit
