// The words that packs choose from. The order is that of the enumerations in rule.h.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "martech_audit/inventory.h"

namespace martech_audit::rules {

inline constexpr std::array<std::string_view, 5> severities{"info", "low", "medium", "high", "critical"};
inline constexpr std::array<std::string_view, 3> efforts{"low", "medium", "high"};
inline constexpr std::array<std::string_view, 4> money_classes{"recoverable", "at_risk", "exposed",
                                                               "opportunity"};

// What every pack may use as a dimension.
inline constexpr std::array<std::string_view, 10> built_in_dimensions{
    "agility",    "contracts",   "data",   "experience", "governance",
    "innovation", "measurement", "people", "spend",      "strategy"};

inline constexpr std::array<std::string_view, 4> param_types{"bool", "double", "int", "string"};

// Every kind of entity that people write into an inventory, as `for` names it.
std::span<const std::string_view> scopes();

// What rules of that scope call their entity: the kind's own name, but `org` for the organisation.
std::string_view variable_of(EntityKind scope);

}  // namespace martech_audit::rules
