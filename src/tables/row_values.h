// Values of an inventory as the rows of a report hold them; what is not known is empty or none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/dates.h"
#include "base/decimals.h"
#include "martech_audit/date.h"
#include "martech_audit/inventory.h"
#include "martech_audit/money.h"
#include "martech_audit/value.h"

namespace martech_audit {

inline std::string_view text_or_empty(const Value& value) {
  return value.is(ValueKind::string) ? value.as_text() : std::string_view();
}

// The id of what a reference names.
inline std::string_view id_or_empty(const Value& value) {
  return value.is(ValueKind::record) ? text_or_empty(read(*value.as_record(), "id")) : std::string_view();
}

inline std::optional<Money> money_or_none(const Value& value, Currency currency) {
  if (!value.is(ValueKind::decimal)) return std::nullopt;
  return Money::from(decimal_of(value), currency);
}

inline std::optional<bool> boolean_or_none(const Value& value) {
  return value.is(ValueKind::boolean) ? std::optional(value.as_boolean()) : std::nullopt;
}

inline std::optional<double> number_or_none(const Value& value) {
  return value.is(ValueKind::real) ? std::optional(value.as_real()) : std::nullopt;
}

inline std::optional<std::int64_t> integer_or_none(const Value& value) {
  return value.is(ValueKind::integer) ? std::optional(value.as_integer()) : std::nullopt;
}

inline std::optional<Date> date_or_none(const Value& value) {
  if (value.is(ValueKind::date) && !value.is_before()) return from_days(value.as_integer());
  return std::nullopt;
}

inline std::span<const Value> items_of(const Value& list) {
  return list.is(ValueKind::list) ? list.as_list() : std::span<const Value>();
}

}  // namespace martech_audit
