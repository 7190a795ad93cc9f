// What CEL says of values whatever their kinds: equality, order, membership, names of types.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "martech_audit/value.h"

namespace martech_audit::cel {

// Lists and maps nested deeper than this (only `reduce` can make them) are never equal and print as "…".
inline constexpr int deepest_value = 500;

// Unknown and error: an operator gives them back instead of working on them.
constexpr bool is_trouble(const Value& value) { return value.kind() >= ValueKind::unknown; }
constexpr bool is_number(const Value& value) {
  return value.kind() >= ValueKind::integer && value.kind() <= ValueKind::real;
}

// The nearest double of a number of any kind.
double as_double(const Value& number);

// Numbers of different kinds compare by their values; other values of different kinds are unequal. NaN equals
// nothing. Records are equal when they are the same record. Lists and maps may share parts, so that comparing
// them takes far longer than they are large: it takes from the budget and gives up below zero.
bool equals(const Value& a, const Value& b, std::int64_t& budget, int depth = 0);
bool equals(const Value& a, const Value& b);  // with a budget of its own

enum class Order { less, equal, greater, unordered, incomparable };

// Unordered: NaN is there. Incomparable: the kinds have no order, or none in common. An int or uint is made a
// double before it is compared with one, and may lose digits there.
Order order(const Value& a, const Value& b);

// Null where the map has no such key.
const Value* find(const Map& map, const Value& key);
bool contains(std::span<const Value> list, const Value& item, std::int64_t& budget);

// The int that the value is, whatever numeric kind it has.
std::optional<std::int64_t> whole_number(const Value& value);

// "int", "google.protobuf.Timestamp", "null_type": what type() gives, but for records.
std::string_view type_name(ValueKind kind);

// Work that grows with the value: what functions charge for looking at all of it.
std::size_t weight(const Value& value);

// Shortest text that reads back as the same number, with an exponent only below 1e-4 and from 1e21 on:
// "2.5", "1e+30", "-0", "NaN", "-Infinity".
std::string real_text(double number);
// As CEL writes string(timestamp) and string(duration).
std::string timestamp_text(const Value& timestamp);
std::string duration_text(const Value& duration);
// A double-quoted literal with escapes.
std::string quoted(std::string_view text);

}  // namespace martech_audit::cel
