#include "cli/as_of.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "base/dates.h"

namespace martech_audit::cli {
namespace {

Result<Date> from_epoch(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || seconds < 0 || seconds > 253402300799) {  // the end of the year 9999
    return Error{fmt::format("SOURCE_DATE_EPOCH is '{}'; it must be a number of seconds since 1970", text)};
  }
  return from_days(seconds / seconds_a_day);
}

}  // namespace

Result<Date> as_of_date(const std::string& option) {
  if (!option.empty()) {
    if (const auto date = parse_date(option)) return *date;
    return Error{fmt::format("--as-of is '{}'; write a date that exists as YYYY-MM-DD", option)};
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch != nullptr && *epoch != '\0') return from_epoch(epoch);
  return Date(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

}  // namespace martech_audit::cli
