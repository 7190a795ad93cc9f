// Baseline: findings that were known on some day. A gate then looks at what is new.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/source.h"
#include "martech_audit/vocabulary.h"

namespace martech_audit {

struct BaselineEntry {
  std::string fingerprint;  // 32 hex digits
  Severity severity = Severity::medium;
  std::int64_t minor = 0;  // largest claim, in the organisation's currency
  Location where;          // of the line
};

struct Baseline {
  std::string path;
  Currency currency;
  std::vector<BaselineEntry> entries;
};

// What came of a comparison; waived findings are not counted.
struct BaselineUse {
  std::string path;
  std::uint32_t known = 0;
  std::uint32_t fresh = 0;
  std::uint32_t worsened = 0;
  std::uint32_t stale = 0;  // entries that match no finding
};

}  // namespace martech_audit
