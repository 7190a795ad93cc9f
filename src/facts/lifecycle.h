// Where tools are in their lives, and how old they are.
#pragma once

#include <cstdint>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit {
class Inventory;
}

namespace martech_audit::facts {

struct Context;

// In the order of the field table's words.
enum class Status : std::uint8_t { evaluating, pilot, implementing, active, retiring, retired };

struct Lifecycle {
  std::vector<Status> status;           // a tool each
  std::vector<bool> in_use;             // a tool each
  std::vector<const Record*> by_id;     // tools, so that lists do not depend on the order they are written in
  std::vector<std::uint32_t> position;  // in by_id, of each tool
};

Lifecycle derive_lifecycle(const Inventory& inventory, std::int64_t today);

bool is_active(const Context& context, const Record& tool);
// What the organisation has, or is getting: neither being evaluated nor retired. A status is believed as long
// as nothing speaks against it: an evaluation that is paid for, and a retired tool that was used since or
// whose contract renews, are in use as well.
bool is_in_use(const Context& context, const Record& tool);
// Security, compliance, integration and infrastructure serve other tools.
bool is_enabling(const Record& tool);

// In which use is not yet to be expected of a tool. House default; Productiv ignores licences younger than 60
// days.
inline constexpr std::int64_t ramp_days = 90;

// After which a count of use is old. House default. Okta keeps sign-in events for 90 days, so that an export
// cannot look back much further.
inline constexpr std::int64_t fresh_usage_days = 120;

Value tool_active(const Context& context, const Record& tool);
Value tool_audited(const Context& context, const Record& tool);
Value tool_enabling(const Context& context, const Record& tool);
Value tool_age_days(const Context& context, const Record& tool);
Value tool_purchase_age_days(const Context& context, const Record& tool);
Value tool_least_age_days(const Context& context, const Record& tool);
Value tool_used_since_retired(const Context& context, const Record& tool);
Value tool_ramping(const Context& context, const Record& tool);
Value org_active_tools(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
