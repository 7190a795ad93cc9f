#include "cel/functions/time_zone.h"

#include <absl/time/internal/cctz/include/cctz/time_zone.h>
#include <absl/time/internal/cctz/include/cctz/zone_info_source.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

#include "base/text.h"
#include "embedded/time_zones.h"

namespace martech_audit::cel::functions {

namespace {

namespace cctz = absl::time_internal::cctz;

const EmbeddedFile* find_zone(std::string_view name) {
  const auto zones = embedded::time_zones();
  const auto found = std::ranges::lower_bound(zones, name, {}, &EmbeddedFile::name);
  return found != zones.end() && found->name == name ? &*found : nullptr;
}

// A zone of the program, read as if it were a file.
class ZoneReader : public cctz::ZoneInfoSource {
 public:
  explicit ZoneReader(std::string_view bytes) : left_(bytes) {}

  std::size_t Read(void* to, std::size_t size) override {
    const std::size_t taken = left_.copy(static_cast<char*>(to), size);
    left_.remove_prefix(taken);
    return taken;
  }

  int Skip(std::size_t offset) override {
    left_.remove_prefix(std::min(offset, left_.size()));
    return 0;
  }

 private:
  std::string_view left_;
};

using ReaderPtr = std::unique_ptr<cctz::ZoneInfoSource>;

// What would look into files is left alone.
ReaderPtr open_zone(const std::string& name, const std::function<ReaderPtr(const std::string&)>&) {
  const EmbeddedFile* zone = find_zone(name);
  return zone != nullptr ? std::make_unique<ZoneReader>(zone->bytes) : nullptr;
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
  cctz::time_zone found;
  // cctz keeps every name it was asked for and has names of its own; it is asked for those of the database.
  if (find_zone(zone) == nullptr || !cctz::load_time_zone(std::string(zone), &found)) {
    return {0, "there is no time zone '" + escape_controls(zone) + "'"};
  }
  return {found.lookup(cctz::time_point<cctz::seconds>(cctz::seconds(seconds))).offset, {}};
}

}  // namespace

Offset offset_of(std::string_view zone, std::int64_t seconds_since_epoch) {
  if (zone == "UTC" || zone == "Z" || zone.empty()) return {};
  if (const std::optional<std::int64_t> fixed = fixed_offset(zone)) return {*fixed, {}};
  return named_offset(zone, seconds_since_epoch);
}

}  // namespace martech_audit::cel::functions

// cctz has a weak definition of its own, which reads files.
absl::time_internal::cctz_extension::ZoneInfoSourceFactory
    absl::time_internal::cctz_extension::zone_info_source_factory = martech_audit::cel::functions::open_zone;
