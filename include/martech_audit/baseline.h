// Baseline: findings that were known on some day. A gate then looks at what is new.
//
// A finding is known where its fingerprint is there, unless it has become more severe or claims more money. A
// baseline says nothing of the gap: known findings count in it as before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/source.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

// A line of the file.
struct BaselineEntry {
  std::string fingerprint;  // 32 hex digits
  Severity severity = Severity::medium;
  std::int64_t minor = 0;  // largest claim, in the organisation's currency
  Location where;          // of the line
};

struct Baseline {
  std::string path;                    // as the user gave it
  Currency currency;                   // of all amounts
  std::vector<BaselineEntry> entries;  // in the order of the file
};

// What came of a comparison; waived findings are not counted.
struct BaselineUse {
  std::string path;
  std::uint32_t known = 0;     // findings that are there
  std::uint32_t fresh = 0;     // that are not
  std::uint32_t worsened = 0;  // that are, with a lower severity or less money
  std::uint32_t stale = 0;     // entries that match no finding
};

}  // namespace martech_audit
