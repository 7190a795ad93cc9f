// YAML through yaml-cpp's events. Reads all of YAML that a Document can hold; block_reader.h reads the usual
// subset faster, and into the same tree.
#pragma once

#include <memory>

#include "document/tree.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

// Nothing where the text has a syntax error or exceeds a limit; at least one error is reported then.
std::shared_ptr<const Tree> read_yaml(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace martech_audit
