// The active list of ISO 4217.
#pragma once

#include <optional>
#include <string_view>

namespace martech_audit {

// Digits after the point in amounts of the currency; nothing for a code that is not in the list.
std::optional<int> currency_decimals(std::string_view code);

// The codes with that many decimals (0 to 4), in alphabetical order, one space between them.
std::string_view currencies_with(int decimals);

}  // namespace martech_audit
