// Which files an inventory is made of.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

// Files, directories (their *.yaml, *.yml and *.json) and "-" for standard input, which messages call
// `stdin_name`. Without any: inventory.yaml, else martech.yaml, in this directory. No file twice.
Result<std::vector<SourcePtr>> read_inventory_sources(const std::vector<std::string>& arguments,
                                                      const std::string& stdin_name);

// Whether there is one to fall back on.
bool has_default_inventory();

}  // namespace martech_audit::cli
