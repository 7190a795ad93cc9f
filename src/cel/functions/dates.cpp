// Timestamps and durations.
#include <chrono>
#include <limits>
#include <optional>

#include "base/dates.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/functions/time_zone.h"
#include "cel/instants.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

// Reads fixed forms from the front of a text.
struct Reader {
  std::string_view text;

  bool skip(char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
  }

  std::optional<std::int64_t> digits(std::size_t count) {
    std::int64_t number = 0;
    if (text.size() < count) return std::nullopt;
    for (const char c : text.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return number;
  }

  std::size_t count_digits() const {
    const std::size_t end = text.find_first_not_of("0123456789");
    return end == std::string_view::npos ? text.size() : end;
  }
};

// What follows a point: at most nine digits count.
std::optional<std::uint32_t> read_fraction(Reader& reader) {
  if (!reader.skip('.')) return 0;
  const std::size_t count = reader.count_digits();
  if (count == 0) return std::nullopt;
  std::uint32_t nanos = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    nanos = nanos * 10 + (i < count ? static_cast<std::uint32_t>(reader.text[i] - '0') : 0U);
  }
  reader.text.remove_prefix(count);
  return nanos;
}

std::optional<std::int64_t> read_day(Reader& reader) {
  const auto year = reader.digits(4);
  if (!year || !reader.skip('-')) return std::nullopt;
  const auto month = reader.digits(2);
  if (!month || !reader.skip('-')) return std::nullopt;
  const auto day = reader.digits(2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

// hh:mm, both in range
std::optional<std::int64_t> read_clock(Reader& reader) {
  const auto hours = reader.digits(2);
  if (!hours || *hours > 23 || !reader.skip(':')) return std::nullopt;
  const auto minutes = reader.digits(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return *hours * 3600 + *minutes * 60;
}

std::optional<std::int64_t> read_zone(Reader& reader) {
  if (reader.skip('Z')) return 0;
  const bool west = reader.text.starts_with('-');
  if (!west && !reader.text.starts_with('+')) return std::nullopt;
  reader.text.remove_prefix(1);
  const auto offset = read_clock(reader);
  if (!offset) return std::nullopt;
  return west ? -*offset : *offset;
}

// RFC 3339
std::optional<Value> read_timestamp(std::string_view text) {
  Reader reader{text};
  const auto day = read_day(reader);
  if (!day || !reader.skip('T')) return std::nullopt;
  const auto clock = read_clock(reader);
  if (!clock || !reader.skip(':')) return std::nullopt;
  const auto seconds = reader.digits(2);
  if (!seconds || *seconds > 59) return std::nullopt;
  const auto nanos = read_fraction(reader);
  if (!nanos) return std::nullopt;
  const auto offset = read_zone(reader);
  if (!offset || !reader.text.empty()) return std::nullopt;
  return make_timestamp(*day * seconds_a_day + *clock + *seconds - *offset, *nanos);
}

std::optional<std::int64_t> read_unit(Reader& reader) {
  struct Unit {
    std::string_view name;
    std::int64_t nanos;
  };
  static constexpr Unit units[] = {{"ns", 1},
                                   {"us", 1'000},
                                   {"µs", 1'000},
                                   {"ms", 1'000'000},
                                   {"s", nanos_per_second},
                                   {"m", 60 * nanos_per_second},
                                   {"h", 3600 * nanos_per_second}};
  for (const Unit& unit : units) {
    if (!reader.text.starts_with(unit.name)) continue;
    reader.text.remove_prefix(unit.name.size());
    return unit.nanos;
  }
  return std::nullopt;
}

// Adds number × unit to the total; the digits after the point that are worth less than a nanosecond are
// dropped.
bool add_part(std::int64_t& total, std::string_view whole, std::string_view fraction, std::int64_t unit) {
  std::int64_t number = 0;
  for (const char c : whole) {
    if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, c - '0', &number))
      return false;
  }
  if (__builtin_mul_overflow(number, unit, &number) || __builtin_add_overflow(total, number, &total))
    return false;
  for (const char c : fraction) {
    unit /= 10;
    if (__builtin_add_overflow(total, (c - '0') * unit, &total)) return false;
  }
  return true;
}

bool read_duration_part(Reader& reader, std::int64_t& total) {
  const std::string_view whole = reader.text.substr(0, reader.count_digits());
  reader.text.remove_prefix(whole.size());
  std::string_view fraction;
  if (reader.skip('.')) {
    fraction = reader.text.substr(0, reader.count_digits());
    reader.text.remove_prefix(fraction.size());
  }
  if (whole.empty() && fraction.empty()) return false;
  const auto unit = read_unit(reader);
  return unit && add_part(total, whole, fraction, *unit);
}

// "1h30m", "-1.5s", "0"
std::optional<Value> read_duration(std::string_view text) {
  Reader reader{text};
  const bool negative = reader.text.starts_with('-');
  if (negative || reader.text.starts_with('+')) reader.text.remove_prefix(1);
  if (reader.text.empty()) return std::nullopt;
  if (reader.text == "0") return duration_of_nanos(0);
  std::int64_t total = 0;
  while (!reader.text.empty()) {
    if (!read_duration_part(reader, total)) return std::nullopt;
  }
  return duration_of_nanos(negative ? -total : total);
}

Value timestamp_from_string(const CallContext& context, Arguments arguments) {
  const std::optional<Value> read = read_timestamp(arguments[0].as_text());
  return read ? *read
              : context.error(quoted(arguments[0].as_text()) +
                              " is not a timestamp between the years 1 and 9999");
}

Value timestamp_from_int(const CallContext& context, Arguments arguments) {
  const std::optional<Value> made = make_timestamp(arguments[0].as_integer(), 0);
  return made ? *made : context.error("the timestamp is outside the years 1 to 9999");
}

Value duration_from_string(const CallContext& context, Arguments arguments) {
  const std::optional<Value> read = read_duration(arguments[0].as_text());
  return read ? *read : context.error(quoted(arguments[0].as_text()) + " is not a duration, or is too long");
}

// Parts of a timestamp in a time zone.
struct Local {
  std::chrono::year_month_day date;
  std::int64_t days = 0;
  std::int64_t second_of_day = 0;
  std::uint32_t nanos = 0;
};

Local local_time(const Value& timestamp, std::int64_t offset) {
  const std::int64_t seconds = timestamp.seconds() + offset;
  Local local;
  local.second_of_day = ((seconds % seconds_a_day) + seconds_a_day) % seconds_a_day;
  local.days = (seconds - local.second_of_day) / seconds_a_day;
  local.date = std::chrono::sys_days(std::chrono::days(local.days));
  local.nanos = timestamp.nanos();
  return local;
}

std::int64_t year_of(const Local& l) { return static_cast<int>(l.date.year()); }
std::int64_t month_of(const Local& l) { return static_cast<unsigned>(l.date.month()) - 1; }
std::int64_t date_of(const Local& l) { return static_cast<unsigned>(l.date.day()); }
std::int64_t day_of_month_of(const Local& l) { return date_of(l) - 1; }
std::int64_t day_of_week_of(const Local& l) { return ((l.days + 4) % 7 + 7) % 7; }  // day 0 was a Thursday
std::int64_t hours_of(const Local& l) { return l.second_of_day / 3600; }
std::int64_t minutes_of(const Local& l) { return l.second_of_day / 60 % 60; }
std::int64_t seconds_of(const Local& l) { return l.second_of_day % 60; }
std::int64_t milliseconds_of(const Local& l) { return l.nanos / 1'000'000; }

std::int64_t day_of_year_of(const Local& l) {
  const std::chrono::sys_days first{l.date.year() / std::chrono::January / 1};
  return l.days - first.time_since_epoch().count();
}

template <std::int64_t (*part)(const Local&)>
Value part_of(const CallContext& context, Arguments arguments) {
  Offset offset;
  if (arguments.size() > 1) offset = offset_of(arguments[1].as_text(), arguments[0].seconds());
  if (!offset.fault.empty()) return context.error(offset.fault);
  return Value::integer(part(local_time(arguments[0], offset.seconds)));
}

template <std::int64_t seconds>
Value whole_units(const CallContext& context, Arguments arguments) {
  const std::optional<std::int64_t> nanos = total_nanos(arguments[0]);
  if (!nanos) return context.error("the duration is out of range");
  return Value::integer(*nanos / nanos_per_second / seconds);
}

// The part below a second alone, unlike the hours, minutes and seconds of a duration, which are all of it.
Value milliseconds_of_duration(const CallContext& context, Arguments arguments) {
  const std::optional<std::int64_t> nanos = total_nanos(arguments[0]);
  if (!nanos) return context.error("the duration is out of range");
  return Value::integer(*nanos % nanos_per_second / 1'000'000);
}

constexpr Overload timestamp_overloads[] = {{"timestamp(timestamp) -> timestamp", &same},
                                            {"timestamp(string) -> timestamp", &timestamp_from_string},
                                            {"timestamp(int) -> timestamp", &timestamp_from_int}};
// The same day of another month, or its last where it has fewer.
Value add_months_(const CallContext& context, Arguments arguments) {
  constexpr std::int64_t most = 12 * std::int64_t{10'000};
  const std::int64_t count = arguments[1].as_integer();
  if (count < -most || count > most) return context.error("more months than ten thousand years");
  const std::chrono::sys_seconds instant{std::chrono::seconds{arguments[0].seconds()}};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  std::chrono::year_month_day moved{day};
  moved += std::chrono::months{static_cast<int>(count)};
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  const auto later = std::chrono::sys_days{moved} + (instant - day);
  const auto made = make_timestamp(later.time_since_epoch().count(), arguments[0].nanos());
  return made ? *made : context.error("the timestamp is out of range");
}

constexpr Overload add_months_overloads[] = {{"timestamp.addMonths(int) -> timestamp", &add_months_}};
constexpr Overload duration_overloads[] = {{"duration(duration) -> duration", &same},
                                           {"duration(string) -> duration", &duration_from_string}};
constexpr Overload date_overloads[] = {{"timestamp.getDate() -> int", &part_of<date_of>},
                                       {"timestamp.getDate(string) -> int", &part_of<date_of>}};
constexpr Overload day_of_month_overloads[] = {
    {"timestamp.getDayOfMonth() -> int", &part_of<day_of_month_of>},
    {"timestamp.getDayOfMonth(string) -> int", &part_of<day_of_month_of>}};
constexpr Overload day_of_week_overloads[] = {
    {"timestamp.getDayOfWeek() -> int", &part_of<day_of_week_of>},
    {"timestamp.getDayOfWeek(string) -> int", &part_of<day_of_week_of>}};
constexpr Overload day_of_year_overloads[] = {
    {"timestamp.getDayOfYear() -> int", &part_of<day_of_year_of>},
    {"timestamp.getDayOfYear(string) -> int", &part_of<day_of_year_of>}};
constexpr Overload year_overloads[] = {{"timestamp.getFullYear() -> int", &part_of<year_of>},
                                       {"timestamp.getFullYear(string) -> int", &part_of<year_of>}};
constexpr Overload month_overloads[] = {{"timestamp.getMonth() -> int", &part_of<month_of>},
                                        {"timestamp.getMonth(string) -> int", &part_of<month_of>}};
constexpr Overload hours_overloads[] = {{"timestamp.getHours() -> int", &part_of<hours_of>},
                                        {"timestamp.getHours(string) -> int", &part_of<hours_of>},
                                        {"duration.getHours() -> int", &whole_units<3600>}};
constexpr Overload minutes_overloads[] = {{"timestamp.getMinutes() -> int", &part_of<minutes_of>},
                                          {"timestamp.getMinutes(string) -> int", &part_of<minutes_of>},
                                          {"duration.getMinutes() -> int", &whole_units<60>}};
constexpr Overload seconds_overloads[] = {{"timestamp.getSeconds() -> int", &part_of<seconds_of>},
                                          {"timestamp.getSeconds(string) -> int", &part_of<seconds_of>},
                                          {"duration.getSeconds() -> int", &whole_units<1>}};
constexpr Overload milliseconds_overloads[] = {
    {"timestamp.getMilliseconds() -> int", &part_of<milliseconds_of>},
    {"timestamp.getMilliseconds(string) -> int", &part_of<milliseconds_of>},
    {"duration.getMilliseconds() -> int", &milliseconds_of_duration}};

}  // namespace

const Function get_date{"getDate", date_overloads, "The day of the month, from 1, in UTC or a time zone.",
                        "timestamp('2026-11-23T12:00:00Z').getDate()", "23"};
const Function add_months{"addMonths", add_months_overloads,
                          "The given number of months later; at most the last day of that month.",
                          "timestamp('2026-01-31T12:00:00Z').addMonths(1)",
                          "timestamp(\"2026-02-28T12:00:00Z\")"};
const Function get_day_of_month{"getDayOfMonth", day_of_month_overloads,
                                "The day of the month, from 0, in UTC or a time zone.",
                                "timestamp('2026-11-23T12:00:00Z').getDayOfMonth()", "22"};
const Function get_day_of_week{"getDayOfWeek", day_of_week_overloads, "The day of the week, Sunday being 0.",
                               "timestamp('2026-11-23T12:00:00Z').getDayOfWeek()", "1"};
const Function get_day_of_year{"getDayOfYear", day_of_year_overloads, "The day of the year, from 0.",
                               "timestamp('2026-01-31T12:00:00Z').getDayOfYear()", "30"};
const Function get_full_year{"getFullYear", year_overloads, "The year.",
                             "timestamp('2026-12-31T23:00:00Z').getFullYear('+02:00')", "2027"};
const Function get_hours{"getHours", hours_overloads, "The hour, or the whole hours of a duration.",
                         "duration('90m').getHours()", "1"};
const Function get_milliseconds{"getMilliseconds", milliseconds_overloads,
                                "The milliseconds below the second.", "duration('1.25s').getMilliseconds()",
                                "250"};
const Function get_minutes{"getMinutes", minutes_overloads, "The minute, or the whole minutes of a duration.",
                           "duration('90m').getMinutes()", "90"};
const Function get_month{"getMonth", month_overloads, "The month, from 0.",
                         "timestamp('2026-11-23T12:00:00Z').getMonth()", "10"};
const Function get_seconds{"getSeconds", seconds_overloads, "The second, or the whole seconds of a duration.",
                           "duration('2m').getSeconds()", "120"};
const Function to_duration{"duration", duration_overloads,
                           "Reads a duration: hours h, minutes m, seconds s, ms, us, ns.",
                           "duration('1h30m')", "duration(\"5400s\")"};
const Function to_timestamp{"timestamp", timestamp_overloads,
                            "Reads a timestamp (RFC 3339), or takes the seconds since 1970.",
                            "timestamp('2026-11-23T14:00:00+02:00')", "timestamp(\"2026-11-23T12:00:00Z\")"};

}  // namespace martech_audit::cel::functions
