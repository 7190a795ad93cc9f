// Where tools are in their lives, and how old they are.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "facts/standing.h"
#include "martech_audit/value.h"

namespace martech_audit {
class Inventory;
}

namespace martech_audit::facts {

struct Context;

struct Lifecycle {
  std::vector<Status> status;           // a tool each, as it is said
  std::vector<Standing> standing;       // a tool each; `active` of those that are said to be as well
  std::vector<bool> in_use;             // a tool each
  std::vector<const Record*> by_id;     // tools, so that lists do not depend on the order they are written in
  std::vector<std::uint32_t> position;  // in by_id, of each tool
};

Lifecycle derive_lifecycle(const Inventory& inventory, std::int64_t today);

// Said to be, or shown to be against another status.
bool is_active(const Context& context, const Record& tool);
// What the organisation has, or is getting: neither being evaluated nor retired. A status is believed as long
// as nothing speaks against it: an evaluation that is paid for, and a retired tool that was used since or
// whose contract renews, are in use as well.
bool is_in_use(const Context& context, const Record& tool);
// Security, compliance, integration and infrastructure serve other tools.
bool is_enabling(const Record& tool);

// By a count of late whose whole window lies behind the retirement.
bool is_used_since_retired(const Record& tool, std::int64_t today);

Value tool_active(const Context& context, const Record& tool);
Value tool_in_service(const Context& context, const Record& tool);
Value tool_audited(const Context& context, const Record& tool);
Value tool_enabling(const Context& context, const Record& tool);
Value tool_age_days(const Context& context, const Record& tool);
Value tool_purchase_age_days(const Context& context, const Record& tool);
Value tool_least_age_days(const Context& context, const Record& tool);
Value tool_used_since_retired(const Context& context, const Record& tool);
Value tool_ramping(const Context& context, const Record& tool);
Value org_active_tools(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
