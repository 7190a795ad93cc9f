// The functions that rules have beside CEL's own.
#pragma once

#include <span>

#include "cel/function.h"
#include "martech_audit/money.h"

namespace martech_audit::rules {

// Sorted by name. Each example gives its result with a Host of euros.
std::span<const cel::Function> host_functions();

// What they need to know; Activation::host points to one.
struct Host {
  Currency currency;  // the organisation's
};

}  // namespace martech_audit::rules
