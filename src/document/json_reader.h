// JSON through nlohmann's SAX interface, into the same tree as YAML.
#pragma once

#include <memory>

#include "document/tree.h"
#include "martech_audit/diagnostic.h"

namespace martech_audit {

// Nothing where the text is not JSON or exceeds a limit; one error is reported then.
std::shared_ptr<const Tree> read_json(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace martech_audit
