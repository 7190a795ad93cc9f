// What an inventory says since, and nothing shows: links without a reason, costs without a payment, days that
// were written down later. A verdict may get better by it, and then says by what.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diff/pairing.h"
#include "martech_audit/date.h"
#include "martech_audit/inventory.h"

namespace martech_audit {

struct UnprovenClaim {
  EntityKind kind = EntityKind::tool;
  std::string id;                            // empty of entries without ids
  std::span<const std::string_view> fields;  // of the entity; what was found at these may have ended by it
  std::string line;
  bool only_if_it_helps = false;  // daily work, unless something found of the entity got better since
};

// In the order of the later inventory. `earlier`: the day at which the other one was judged.
std::vector<UnprovenClaim> unproven_claims(const Pairing& pairing, Date earlier);

}  // namespace martech_audit
