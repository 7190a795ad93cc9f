// What an import did, for people to check.
#pragma once

#include <string>

#include "import/declarations.h"
#include "import/drafts.h"
#include "import/profiles.h"
#include "import/suggest.h"
#include "martech_audit/inventory.h"

namespace martech_audit::import {

struct ImportFacts {
  std::string source;                // its name
  const Profile* profile = nullptr;  // that was used
  EntityKind kind = EntityKind::tool;
  bool people = false;
  std::size_t joined = 0;  // rows of billing data that joined others
  std::vector<std::string> assumptions;
  std::vector<Declaration> declared;
  Suggested suggested;
};

// Lines of text: rows, columns, what was not understood, what was assumed, and for each field of money the
// sum of the amounts read from the source beside the sum in `written`, the inventory read back.
std::string summarise(const ImportFacts& facts, const RecordTable& table,
                      const std::vector<ColumnPlan>& plans, const Drafts& drafts, const Inventory& written);

}  // namespace martech_audit::import
