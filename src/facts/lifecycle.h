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
  std::vector<const Record*> by_id;     // tools, so that lists do not depend on the order they are written in
  std::vector<std::uint32_t> position;  // in by_id, of each tool
};

Lifecycle derive_lifecycle(const Inventory& inventory);

bool is_active(const Context& context, const Record& tool);
// Neither being evaluated nor retired: what the organisation has, or is getting.
bool is_in_use(const Context& context, const Record& tool);
// Security, compliance, integration and infrastructure serve other tools.
bool is_enabling(const Record& tool);

// In which use is not yet to be expected of a tool. House default; Productiv ignores licences younger than 60
// days.
inline constexpr std::int64_t ramp_days = 90;

// The first day of a contract shows only that the tool is at least that old: it may be that of the current
// term. Beyond the longest grace that rules give (a year) this is good enough as an age, below it is not.
inline constexpr std::int64_t sure_age_days = 365;

Value tool_active(const Context& context, const Record& tool);
Value tool_audited(const Context& context, const Record& tool);
Value tool_enabling(const Context& context, const Record& tool);
Value tool_age_days(const Context& context, const Record& tool);
Value tool_purchase_age_days(const Context& context, const Record& tool);
Value tool_ramping(const Context& context, const Record& tool);
Value org_active_tools(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
