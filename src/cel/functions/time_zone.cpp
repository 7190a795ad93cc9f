#include "cel/functions/time_zone.h"

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <optional>

// How Debian builds libdate-tz. The library is opened when it is needed and not linked, so that the program
// starts where it is missing; only declarations of the header are used.
#define USE_OS_TZDB 1
#include <date/tz.h>

#include "base/text.h"

namespace martech_audit::cel::functions {

namespace {

constexpr const char* library_name = "libdate-tz.so.3";
constexpr const char* zone_folder = "/usr/share/zoneinfo";
// date::get_tzdb()
constexpr const char* database_symbol = "_ZN4date8get_tzdbEv";
// date::time_zone::get_info_impl(sys_seconds) const, by the Itanium ABI called like a function of the
// object's address
constexpr const char* get_info_symbol =
    "_ZNK4date9time_zone13get_info_implENSt6chrono10time_pointINS1_3_V212system_clockENS1_"
    "8durationIlSt5ratioILl1ELl1EEEEEE";

using GetDatabase = const date::tzdb& (*)();
using GetInfo = date::sys_info (*)(const date::time_zone*, date::sys_seconds);

// The library reports its troubles by exceptions, which a program with a standard library of its own cannot
// catch. So it is only asked for what is there: a database whose folder exists, a zone that the database has.
struct Library {
  const date::tzdb* database = nullptr;
  GetInfo get_info = nullptr;
};

Library open_library() {
  std::error_code none;
  void* handle = std::filesystem::is_directory(zone_folder, none)
                     ? dlopen(library_name, RTLD_NOW | RTLD_LOCAL)
                     : nullptr;
  if (handle == nullptr) return {};
  const auto get_database = reinterpret_cast<GetDatabase>(dlsym(handle, database_symbol));
  const auto get_info = reinterpret_cast<GetInfo>(dlsym(handle, get_info_symbol));
  if (get_database == nullptr || get_info == nullptr) return {};
  return {&get_database(), get_info};
}

const date::time_zone* find_zone(const date::tzdb& database, std::string_view name) {
  const auto found = std::lower_bound(
      database.zones.begin(), database.zones.end(), name,
      [](const date::time_zone& zone, std::string_view wanted) { return zone.name() < wanted; });
  return found != database.zones.end() && found->name() == name ? &*found : nullptr;
}

// [+-]hh:mm
std::optional<std::int64_t> fixed_offset(std::string_view zone) {
  const bool west = zone.starts_with('-');
  if (west || zone.starts_with('+')) zone.remove_prefix(1);
  if (zone.size() != 5 || zone[2] != ':') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    if (!is_digit(zone[i])) return std::nullopt;
  }
  const std::int64_t hours = (zone[0] - '0') * 10 + (zone[1] - '0');
  const std::int64_t minutes = (zone[3] - '0') * 10 + (zone[4] - '0');
  if (hours > 23 || minutes > 59) return std::nullopt;
  return (west ? -1 : 1) * (hours * 3600 + minutes * 60);
}

Offset named_offset(std::string_view zone, std::int64_t seconds) {
  static const Library library = open_library();
  const std::string name = escape_controls(zone);
  if (library.database == nullptr) {
    return {0, "the time zone '" + name + "' needs " + library_name +
                   " and tzdata, which are not both installed"};
  }
  const date::time_zone* found = find_zone(*library.database, zone);
  if (found == nullptr) return {0, "there is no time zone '" + name + "'"};
  return {library.get_info(found, date::sys_seconds(std::chrono::seconds(seconds))).offset.count(), {}};
}

}  // namespace

Offset offset_of(std::string_view zone, std::int64_t seconds_since_epoch) {
  if (zone == "UTC" || zone == "Z" || zone.empty()) return {};
  if (const std::optional<std::int64_t> fixed = fixed_offset(zone)) return {*fixed, {}};
  return named_offset(zone, seconds_since_epoch);
}

}  // namespace martech_audit::cel::functions
