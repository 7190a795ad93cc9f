// What every format for people says in the same words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/excerpt.h"
#include "martech_audit/report.h"

namespace martech_audit::report {

inline constexpr std::size_t message_columns = 300;
inline constexpr std::size_t longest_name = 80;
inline constexpr std::size_t name_columns = 30;  // of one in a list of names

// Escaped, and cut to `columns`: what an inventory calls a name may be a page.
std::string brief(std::string_view text, std::size_t columns);
// "web-analytics" is "web analytics".
std::string spelled_out(std::string_view id);
// With a capital letter, where it begins with a small one.
std::string capitalised(std::string_view phrase);
// What people call the entity: its name, else its id, else its kind.
std::string_view called(const EntityRef& entity);
// The same, escaped and cut to `longest_name`.
std::string named(const EntityRef& entity);

// The message, without the name where it only labels: "Braze: 5 of 12 seats in use".
std::string_view without_label(const Finding& finding);

// "1 tool", "4 processes"
std::string counted_entities(EntityKind kind, std::uint64_t number);

// What is shown of a fingerprint, which `explain` takes.
inline constexpr std::size_t shown_digits = 8;

// "waste", "auto-renewing"
std::string_view money_class_phrase(MoneyClass money_class);
// "4.2 points"
std::string points_phrase(Points points);
// What the next term commits to, or at most: "EUR 17,100", "up to EUR 17,100"; empty where nobody knows.
std::string commitment_phrase(const ToolRow& tool);
// "waste EUR 17,100, act by 2026-12-02; exposed EUR 45,000"; empty without money.
std::string claims_phrase(const Finding& finding, Date as_of);
// The first `most` names, then how many more: "Braze, Segment and 3 more".
std::string names_phrase(const std::vector<std::string_view>& names, std::size_t most,
                         std::size_t columns = name_columns);
// "inventory.yaml:12:5"; empty without a place.
std::string place_phrase(const Place& place);

// What marked_line() of base/excerpt.h makes of the place's source line.
MarkedLine marked_line(const Place& place, std::size_t columns, const ShowCharacter& shown);

}  // namespace martech_audit::report
