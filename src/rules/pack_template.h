// The pack that `rules new` writes: one rule to change, with cases on each side of its threshold.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit {

// Both pass `rules test --mutate` as they are. `pack` is an id: [a-z0-9][a-z0-9-]*.
std::string pack_template(std::string_view pack);
std::string pack_cases_template(std::string_view pack);

}  // namespace martech_audit
