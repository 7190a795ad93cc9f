// Whether the status of a tool holds against its days, its use and its contract.
//
// A status exempts from most checks, so that it has to be shown. What is plainly in use is active whatever it
// is called: a pilot past its limit or its decision, or used by nobody after the ramp; an evaluation that
// takes too long or has too many users; an implementation that has been live for longer than the ramp; what
// retires but renews, or ends nowhere near. Where nothing tells, it is not known. What is retired but used or
// renewing is in use and not active: status-contradicted says what it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit {
class Inventory;
}

namespace martech_audit::facts {

// In the order of the field table's words.
enum class Status : std::uint8_t { evaluating, pilot, implementing, active, retiring, retired };

// What comes of a status that is held against days, use and contract.
enum class Standing : std::uint8_t { active, as_said, unknown };

// In which use is not yet to be expected of a tool. House default; Productiv ignores licences younger than 60
// days.
inline constexpr std::int64_t ramp_days = 90;

// After which a count of use is old. House default. Okta keeps sign-in events for 90 days, so that an export
// cannot look back much further.
inline constexpr std::int64_t fresh_usage_days = 120;

// House defaults. Until when a pilot is tried; an evaluation, as the rule status-contradicted has it.
inline constexpr std::int64_t pilot_limit_days = 180;
inline constexpr std::int64_t trial_limit_days = 180;
inline constexpr std::int64_t trial_users = 25;
// Within which what retires should be gone.
inline constexpr std::int64_t retiring_days = 365;

// The days that a tool is at least old, by the earliest of its dates; nothing without any.
std::optional<std::int64_t> least_age_days(const Record& tool, std::int64_t today);
// A price on a quote is no payment: somebody signed or bought.
bool is_bought(const Record& tool);
// A tool each.
std::vector<Standing> standings(const Inventory& inventory, std::span<const Status> said, std::int64_t today);

// What would tell of a tool whose standing is not known. That it is marked as not applicable is no answer.
std::vector<Missing> lacking_for_standing(const Record& tool, Status said);

}  // namespace martech_audit::facts
