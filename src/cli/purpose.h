// Files beside the inventory, by what they are for.
#pragma once

#include <cstdint>
#include <string>

#include "martech_audit/result.h"
#include "martech_audit/source.h"

namespace martech_audit::cli {

enum class Purpose : std::uint8_t { pack, benchmarks, waivers };

// read_input() of a file that has the key by which its purpose is known. Of any other file nothing is quoted:
// it may have been named so that it would be.
Result<SourcePtr> read_for(Purpose purpose, const std::string& path);

}  // namespace martech_audit::cli
