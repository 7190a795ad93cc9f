// Built-in mappings for exports of known shape.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "import/mapping.h"
#include "import/record_table.h"

namespace martech_audit::import {

struct Profile {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> headings;  // by which it is recognised, all of them
  std::string_view mapping;                    // a mapping file
};

std::span<const Profile> profiles();  // sorted by name
const Profile* find_profile(std::string_view name);

// The profile whose headings the table has; the one with most where several are there.
const Profile* recognised_profile(const RecordTable& table);

// The profile's mapping. Columns that this table does not have are left out.
Mapping mapping_of(const Profile& profile, const RecordTable& table);

}  // namespace martech_audit::import
