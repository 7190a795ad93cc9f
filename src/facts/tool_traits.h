// What a tool does, as far as the catalogue knows its category and the names of its capabilities.
#pragma once

#include <optional>

#include "catalogue/categories.h"
#include "martech_audit/value.h"

namespace martech_audit::facts {

using catalogue::Trait;
using catalogue::Traits;

// By the tool's category: none where it is not one of those known; nothing where no category is given.
std::optional<Traits> traits_by_category(const Record& tool);

// By category and capabilities, as far as they are given.
Traits traits_of(const Record& tool);

// A tool of which nobody says what it is may be anything.
bool says_what_it_is(const Record& tool);

}  // namespace martech_audit::facts
