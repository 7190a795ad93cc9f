// Whether an objective is pursued now.
#pragma once

#include <cstdint>

#include "martech_audit/value.h"

namespace martech_audit::facts {

enum class Pursuit : std::uint8_t { no, yes, unknown };
Pursuit pursuit(const Record& objective);

}  // namespace martech_audit::facts
