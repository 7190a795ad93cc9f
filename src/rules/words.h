// The words that packs choose from, beside those of base/vocabulary.h.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/vocabulary.h"
#include "martech_audit/inventory.h"

namespace martech_audit::rules {

// What every pack may use as a dimension.
inline constexpr std::array<std::string_view, 10> built_in_dimensions{
    "agility",    "contracts",   "data",   "experience", "governance",
    "innovation", "measurement", "people", "spend",      "strategy"};

// Parts of a year's spend that rules claim by `spend`; waste is claimed as recoverable money.
inline constexpr std::array<std::string_view, 3> claimed_parts{"off_strategy", "unproven", "not_known"};

inline constexpr std::array<std::string_view, 3> benchmark_grades{"A", "B", "C"};

inline constexpr std::array<std::string_view, 4> param_types{"bool", "double", "int", "string"};

inline constexpr int largest_weight = 1000;

// Every kind of entity that people write into an inventory, as `for` names it.
std::span<const std::string_view> scopes();

// "small", "mid", "large": as the inventory has them.
std::span<const std::string_view> organisation_sizes();

// What rules of that scope call their entity: the kind's own name, but `org` for the organisation.
std::string_view variable_of(EntityKind scope);

}  // namespace martech_audit::rules
