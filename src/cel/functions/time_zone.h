// Offsets of time zones from UTC.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace martech_audit::cel::functions {

struct Offset {
  std::int64_t seconds = 0;  // east of UTC
  std::string fault;         // why there is none; empty otherwise
};

// "UTC", "+02:00", "-09:30", "02:00", or a name of the IANA database such as "Europe/Berlin", at that
// instant. The database is part of the program: no file is read, so an expression means the same everywhere.
Offset offset_of(std::string_view zone, std::int64_t seconds_since_epoch);

}  // namespace martech_audit::cel::functions
