// How the use of tools develops.
//
// The counts are those of usage.history and the latest, of usage itself, which replaces one of the
// same day; of others of one day the lowest counts.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

// The most active users of the counts of the last season round, those of usage itself included; nothing
// where that is not known.
std::optional<std::int64_t> season_peak(const Record& tool, std::int64_t today);

// Whether use is said to be seasonal and its counts show a season: users that went and came back, or came and
// went. Unknown with too few counts to tell.
Value tool_seasonal(const Context& context, const Record& tool);
Value tool_usage_falls(const Context& context, const Record& tool);
Value tool_usage_lost(const Context& context, const Record& tool);

}  // namespace martech_audit::facts
