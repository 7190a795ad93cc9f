// Timestamps and durations within the range of the language: years 1 to 9999, and 2^63 nanoseconds either
// way.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/value.h"

namespace martech_audit::cel {

inline constexpr std::int64_t nanos_per_second = 1'000'000'000;

// Nothing where they are out of range. `nanos` is below a second.
std::optional<Value> make_timestamp(std::int64_t seconds, std::uint32_t nanos);
Value duration_of_nanos(std::int64_t nanos);

// All of a duration in nanoseconds; nothing where that does not fit.
std::optional<std::int64_t> total_nanos(const Value& duration);

std::optional<Value> add_durations(const Value& a, const Value& b);
std::optional<Value> subtract_durations(const Value& a, const Value& b);
std::optional<Value> add_to_timestamp(const Value& timestamp, const Value& duration);
std::optional<Value> subtract_from_timestamp(const Value& timestamp, const Value& duration);
std::optional<Value> between_timestamps(const Value& later, const Value& earlier);

}  // namespace martech_audit::cel
