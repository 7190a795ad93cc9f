// Documents that were read when the tool was built (cmake/EmbedFiles.cmake) and lie in the program as
// constants.
#pragma once

#include <span>
#include <string_view>

#include "document/tree.h"

namespace martech_audit {

// What Document::from_image() takes. `name` is the file's path below the project, as messages show it.
struct EmbeddedDocument {
  std::string_view name;
  std::string_view text;
  std::span<const NodeRecord> nodes;
  std::span<const SideText> sides;
  std::string_view side;
};

}  // namespace martech_audit
