// What tools of a category do with customers and their data.
#pragma once

#include <cstdint>
#include <optional>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Role {
  enum Bit : std::uint8_t {
    keep_customers = 1,  // customer records: CRM
    send = 2,            // messages to customers
    sell = 4,            // orders arise there
    advertise = 8,       // paid media
    count_visits = 16,   // of the web site or app
    attribute = 32,      // bring spend and revenue together, or can
  };
};
using Roles = std::uint8_t;

// The roles that the tool's category brings, none where it is not one of those known here; nothing where no
// category is given.
std::optional<Roles> roles_of(const Record& tool);

}  // namespace martech_audit::facts
