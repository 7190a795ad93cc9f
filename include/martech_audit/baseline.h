// Baseline: findings that were known on some day. A gate then looks at what is new.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/money.h"
#include "martech_audit/rule.h"
#include "martech_audit/source.h"

namespace martech_audit {

// How a finding stands to a baseline.
enum class Novelty : std::uint8_t {
  uncompared,  // there is none
  known,       // it is there
  fresh,       // it is not there
  worsened,    // it is there with a lower severity or less money
};
std::string_view name(Novelty novelty);  // none | known | new | worsened

std::optional<Novelty> novelty(std::string_view name);

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
