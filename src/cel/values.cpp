#include "cel/values.h"

#include <algorithm>
#include <cmath>

#include "cel/limits.h"

namespace martech_audit::cel {

namespace {

template <class T>
Order order_of(const T& a, const T& b) {
  if (a < b) return Order::less;
  if (b < a) return Order::greater;
  return a == b ? Order::equal : Order::unordered;
}

Order order_numbers(const Value& a, const Value& b) {
  if (a.is(ValueKind::real) || b.is(ValueKind::real)) return order_of(as_double(a), as_double(b));
  if (a.kind() == b.kind()) {
    return a.is(ValueKind::integer) ? order_of(a.as_integer(), b.as_integer())
                                    : order_of(a.as_unsigned(), b.as_unsigned());
  }
  if (a.is(ValueKind::integer)) {
    return a.as_integer() < 0 ? Order::less
                              : order_of(static_cast<std::uint64_t>(a.as_integer()), b.as_unsigned());
  }
  return b.as_integer() < 0 ? Order::greater
                            : order_of(a.as_unsigned(), static_cast<std::uint64_t>(b.as_integer()));
}

Order order_instants(const Value& a, const Value& b) {
  const Order seconds = order_of(a.seconds(), b.seconds());
  return seconds == Order::equal ? order_of(a.nanos(), b.nanos()) : seconds;
}

bool equal_lists(std::span<const Value> a, std::span<const Value> b, std::int64_t& budget, int depth) {
  if (a.size() != b.size()) return false;
  budget -= static_cast<std::int64_t>(a.size());
  for (std::size_t i = 0; i < a.size() && budget >= 0; ++i) {
    if (!equals(a[i], b[i], budget, depth)) return false;
  }
  return budget >= 0;
}

bool equal_maps(const Map& a, const Map& b, std::int64_t& budget, int depth) {
  if (a.entries.size() != b.entries.size()) return false;
  for (const MapEntry& entry : a.entries) {
    budget -= static_cast<std::int64_t>(b.entries.size());
    const Value* other = budget < 0 ? nullptr : find(b, entry.key);
    if (other == nullptr || !equals(entry.value, *other, budget, depth)) return false;
  }
  return true;
}

bool equal_optionals(const Value* a, const Value* b, std::int64_t& budget, int depth) {
  if (a == nullptr || b == nullptr) return a == b;
  return --budget >= 0 && equals(*a, *b, budget, depth);
}

}  // namespace

double as_double(const Value& number) {
  if (number.is(ValueKind::integer)) return static_cast<double>(number.as_integer());
  if (number.is(ValueKind::unsigned_integer)) return static_cast<double>(number.as_unsigned());
  return number.as_real();
}

bool equals(const Value& a, const Value& b) {
  std::int64_t budget = default_cost_budget;
  return equals(a, b, budget);
}

bool equals(const Value& a, const Value& b, std::int64_t& budget, int depth) {
  if (is_number(a) && is_number(b)) return order_numbers(a, b) == Order::equal;
  if (a.kind() != b.kind() || depth > deepest_value) return false;
  switch (a.kind()) {
    case ValueKind::null:
      return true;
    case ValueKind::boolean:
      return a.as_boolean() == b.as_boolean();
    case ValueKind::string:
    case ValueKind::bytes:
    case ValueKind::type:
      return a.as_text() == b.as_text();
    case ValueKind::list:
      return equal_lists(a.as_list(), b.as_list(), budget, depth + 1);
    case ValueKind::map:
      return equal_maps(*a.as_map(), *b.as_map(), budget, depth + 1);
    case ValueKind::timestamp:
    case ValueKind::duration:
      return a.seconds() == b.seconds() && a.nanos() == b.nanos();
    case ValueKind::optional:
      return equal_optionals(a.as_optional(), b.as_optional(), budget, depth + 1);
    case ValueKind::record:
      return a.as_record() == b.as_record();
    default:
      return false;
  }
}

Order order(const Value& a, const Value& b) {
  if (is_number(a) && is_number(b)) return order_numbers(a, b);
  if (a.kind() != b.kind()) return Order::incomparable;
  switch (a.kind()) {
    case ValueKind::boolean:
      return order_of(a.as_boolean(), b.as_boolean());
    case ValueKind::string:
    case ValueKind::bytes:
      return order_of(a.as_text(), b.as_text());
    case ValueKind::timestamp:
    case ValueKind::duration:
      return order_instants(a, b);
    default:
      return Order::incomparable;
  }
}

const Value* find(const Map& map, const Value& key) {
  for (const MapEntry& entry : map.entries) {
    std::int64_t budget = 0;  // keys have no parts; what has some is no key
    if (equals(entry.key, key, budget)) return &entry.value;
  }
  return nullptr;
}

namespace {

// Texts are what lists are searched for most.
bool contains_text(std::span<const Value> list, std::string_view text) {
  return std::any_of(list.begin(), list.end(), [&](const Value& other) {
    return other.is(ValueKind::string) && other.as_text() == text;
  });
}

}  // namespace

bool contains(std::span<const Value> list, const Value& item, std::int64_t& budget) {
  if (item.is(ValueKind::string)) return contains_text(list, item.as_text());
  return std::any_of(list.begin(), list.end(),
                     [&](const Value& other) { return equals(other, item, budget); });
}

std::optional<std::int64_t> whole_number(const Value& value) {
  switch (value.kind()) {
    case ValueKind::integer:
      return value.as_integer();
    case ValueKind::unsigned_integer:
      if (value.as_unsigned() > std::uint64_t{INT64_MAX}) return std::nullopt;
      return static_cast<std::int64_t>(value.as_unsigned());
    case ValueKind::real: {
      const double number = value.as_real();
      if (!(std::abs(number) < 0x1p63) || std::trunc(number) != number) return std::nullopt;
      return static_cast<std::int64_t>(number);
    }
    default:
      return std::nullopt;
  }
}

std::string_view type_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::null:
      return "null_type";
    case ValueKind::boolean:
      return "bool";
    case ValueKind::integer:
      return "int";
    case ValueKind::unsigned_integer:
      return "uint";
    case ValueKind::decimal:
    case ValueKind::real:
      return "double";
    case ValueKind::string:
      return "string";
    case ValueKind::bytes:
      return "bytes";
    case ValueKind::list:
      return "list";
    case ValueKind::map:
      return "map";
    case ValueKind::date:
    case ValueKind::timestamp:
      return "google.protobuf.Timestamp";
    case ValueKind::duration:
      return "google.protobuf.Duration";
    case ValueKind::type:
      return "type";
    case ValueKind::optional:
      return "optional_type";
    case ValueKind::record:
      return "record";
    case ValueKind::unknown:
      return "unknown";
    case ValueKind::error:
      return "error";
  }
  return {};
}

std::size_t weight(const Value& value) {
  switch (value.kind()) {
    case ValueKind::string:
    case ValueKind::bytes:
      return 1 + value.as_text().size() / 16;
    case ValueKind::list:
      return 1 + value.as_list().size();
    case ValueKind::map:
      return 1 + value.as_map()->entries.size();
    default:
      return 1;
  }
}

}  // namespace martech_audit::cel
