#include "cel/instants.h"

namespace martech_audit::cel {

namespace {

constexpr std::int64_t first_second = -62135596800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253402300799;   // 9999-12-31T23:59:59Z

std::optional<std::int64_t> sum(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  std::int64_t result = 0;
  if (!a || !b || __builtin_add_overflow(*a, *b, &result)) return std::nullopt;
  return result;
}

std::optional<std::int64_t> difference(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  std::int64_t result = 0;
  if (!a || !b || __builtin_sub_overflow(*a, *b, &result)) return std::nullopt;
  return result;
}

std::optional<Value> shifted(const Value& timestamp, std::int64_t seconds, std::int64_t nanos) {
  std::int64_t total = 0;
  nanos += timestamp.nanos();
  const std::int64_t carry = nanos < 0 ? -1 : nanos / nanos_per_second;
  if (__builtin_add_overflow(timestamp.seconds(), seconds, &total) ||
      __builtin_add_overflow(total, carry, &total)) {
    return std::nullopt;
  }
  return make_timestamp(total, static_cast<std::uint32_t>(nanos - carry * nanos_per_second));
}

}  // namespace

std::optional<Value> make_timestamp(std::int64_t seconds, std::uint32_t nanos) {
  if (seconds < first_second || seconds > last_second) return std::nullopt;
  return Value::timestamp(seconds, nanos);
}

Value duration_of_nanos(std::int64_t nanos) {
  std::int64_t seconds = nanos / nanos_per_second;
  std::int64_t rest = nanos % nanos_per_second;
  if (rest < 0) {
    --seconds;
    rest += nanos_per_second;
  }
  return Value::duration(seconds, static_cast<std::uint32_t>(rest));
}

std::optional<std::int64_t> total_nanos(const Value& duration) {
  // Towards zero first: of the most negative duration, the whole seconds alone would not fit.
  std::int64_t seconds = duration.seconds();
  std::int64_t rest = duration.nanos();
  if (seconds < 0 && rest > 0) {
    ++seconds;
    rest -= nanos_per_second;
  }
  std::int64_t nanos = 0;
  if (__builtin_mul_overflow(seconds, nanos_per_second, &nanos)) return std::nullopt;
  return sum(nanos, rest);
}

std::optional<Value> add_durations(const Value& a, const Value& b) {
  const std::optional<std::int64_t> nanos = sum(total_nanos(a), total_nanos(b));
  return nanos ? std::optional(duration_of_nanos(*nanos)) : std::nullopt;
}

std::optional<Value> subtract_durations(const Value& a, const Value& b) {
  const std::optional<std::int64_t> nanos = difference(total_nanos(a), total_nanos(b));
  return nanos ? std::optional(duration_of_nanos(*nanos)) : std::nullopt;
}

std::optional<Value> add_to_timestamp(const Value& timestamp, const Value& duration) {
  return shifted(timestamp, duration.seconds(), duration.nanos());
}

std::optional<Value> subtract_from_timestamp(const Value& timestamp, const Value& duration) {
  return shifted(timestamp, -duration.seconds(), -std::int64_t{duration.nanos()});
}

std::optional<Value> between_timestamps(const Value& later, const Value& earlier) {
  const std::int64_t seconds = later.seconds() - earlier.seconds();
  std::int64_t nanos = 0;
  if (__builtin_mul_overflow(seconds, nanos_per_second, &nanos)) return std::nullopt;
  const auto whole = sum(nanos, std::int64_t{later.nanos()} - std::int64_t{earlier.nanos()});
  return whole ? std::optional(duration_of_nanos(*whole)) : std::nullopt;
}

}  // namespace martech_audit::cel
