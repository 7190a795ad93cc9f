// What the catalogue says of imported tools, for people to take over.
#pragma once

#include <vector>

#include "import/draft.h"

namespace martech_audit::import {

struct Suggested {
  std::size_t known = 0;      // tools that are a product of the catalogue and leave something out
  std::size_t ambiguous = 0;  // tools that may be one of several
};

// Gives such tools a `suggestion`: nothing is filled in.
Suggested suggest(std::vector<Draft>& drafts);

}  // namespace martech_audit::import
