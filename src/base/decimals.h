// Decimals as values of the model hold them.
#pragma once

#include <cstdint>

#include "martech_audit/money.h"
#include "martech_audit/value.h"

namespace martech_audit {

// Of a value of kind decimal.
inline Decimal decimal_of(const Value& value) {
  return {value.as_integer(), static_cast<std::int32_t>(value.scale())};
}

}  // namespace martech_audit
