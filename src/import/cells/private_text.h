// Cells with what never enters an inventory.
#pragma once

#include <string_view>

namespace martech_audit::import {

// "ana@firm.example", also with a name before it.
bool has_email(std::string_view text);

// "8XK2P-Q9R3T-77ZZ1": groups of as many capitals and digits.
bool is_licence_key(std::string_view text);

}  // namespace martech_audit::import
