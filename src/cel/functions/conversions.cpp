// Conversions between types.
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "base/text.h"
#include "cel/cel.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"
#include "martech_audit/record.h"

namespace martech_audit::cel::functions {

namespace {

Value out_of_range(const CallContext& context, std::string_view type) {
  return context.error("the number is outside the range of " + std::string(type));
}

// All of the text, or nothing.
template <class T>
std::optional<T> read_number(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  T number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Value unreadable(const CallContext& context, std::string_view text, std::string_view type) {
  return context.error(quoted(text) + " is no " + std::string(type));
}

Value int_from_uint(const CallContext& context, Arguments arguments) {
  const std::uint64_t number = arguments[0].as_unsigned();
  if (number > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) return out_of_range(context, "int");
  return Value::integer(static_cast<std::int64_t>(number));
}

// The ends of the range are left out: a double there may stand for a number beyond it.
Value int_from_double(const CallContext& context, Arguments arguments) {
  const double number = arguments[0].as_real();
  if (!(number > -0x1p63 && number < 0x1p63)) return out_of_range(context, "int");
  return Value::integer(static_cast<std::int64_t>(number));
}

Value int_from_string(const CallContext& context, Arguments arguments) {
  const auto number = read_number<std::int64_t>(arguments[0].as_text());
  return number ? Value::integer(*number) : unreadable(context, arguments[0].as_text(), "int");
}

Value int_from_timestamp(const CallContext&, Arguments arguments) {
  return Value::integer(arguments[0].seconds());
}

Value uint_from_int(const CallContext& context, Arguments arguments) {
  if (arguments[0].as_integer() < 0) return out_of_range(context, "uint");
  return Value::unsigned_integer(static_cast<std::uint64_t>(arguments[0].as_integer()));
}

Value uint_from_double(const CallContext& context, Arguments arguments) {
  const double number = arguments[0].as_real();
  if (!(number >= 0 && number < 0x1p64)) return out_of_range(context, "uint");
  return Value::unsigned_integer(static_cast<std::uint64_t>(number));
}

Value uint_from_string(const CallContext& context, Arguments arguments) {
  const auto number = read_number<std::uint64_t>(arguments[0].as_text());
  return number ? Value::unsigned_integer(*number) : unreadable(context, arguments[0].as_text(), "uint");
}

Value double_from_int(const CallContext&, Arguments arguments) {
  return Value::real(static_cast<double>(arguments[0].as_integer()));
}

Value double_from_uint(const CallContext&, Arguments arguments) {
  return Value::real(static_cast<double>(arguments[0].as_unsigned()));
}

Value double_from_string(const CallContext& context, Arguments arguments) {
  const auto number = read_number<double>(arguments[0].as_text());
  return number ? Value::real(*number) : unreadable(context, arguments[0].as_text(), "double");
}

Value bool_from_string(const CallContext& context, Arguments arguments) {
  const std::string_view text = arguments[0].as_text();
  for (const std::string_view yes : {"1", "t", "T", "true", "TRUE", "True"}) {
    if (text == yes) return Value::boolean(true);
  }
  for (const std::string_view no : {"0", "f", "F", "false", "FALSE", "False"}) {
    if (text == no) return Value::boolean(false);
  }
  return unreadable(context, text, "bool");
}

Value bytes_from_string(const CallContext&, Arguments arguments) {
  return Value::bytes(arguments[0].as_text());
}

Value string_from_bool(const CallContext&, Arguments arguments) {
  return Value::string(arguments[0].as_boolean() ? "true" : "false");
}

Value string_from_int(const CallContext& context, Arguments arguments) {
  return string_result(context, std::to_string(arguments[0].as_integer()));
}

Value string_from_uint(const CallContext& context, Arguments arguments) {
  return string_result(context, std::to_string(arguments[0].as_unsigned()));
}

Value string_from_double(const CallContext& context, Arguments arguments) {
  return string_result(context, real_text(arguments[0].as_real()));
}

Value string_from_bytes(const CallContext& context, Arguments arguments) {
  if (first_invalid_utf8(arguments[0].as_text())) return context.error("these bytes are not UTF-8");
  return Value::string(arguments[0].as_text());
}

Value string_from_timestamp(const CallContext& context, Arguments arguments) {
  return string_result(context, timestamp_text(arguments[0]));
}

Value string_from_duration(const CallContext& context, Arguments arguments) {
  return string_result(context, duration_text(arguments[0]));
}

Value type_of_value(const CallContext& context, Arguments arguments) {
  if (!arguments[0].is(ValueKind::record)) return Value::type(type_name(arguments[0].kind()));
  const StructType* type = context.environment.find_struct(arguments[0].as_record()->shape);
  return Value::type(type != nullptr ? std::string_view(type->name) : type_name(ValueKind::record));
}

constexpr Overload bool_overloads[] = {{"bool(bool) -> bool", &same},
                                       {"bool(string) -> bool", &bool_from_string}};
constexpr Overload bytes_overloads[] = {{"bytes(bytes) -> bytes", &same},
                                        {"bytes(string) -> bytes", &bytes_from_string}};
constexpr Overload double_overloads[] = {{"double(double) -> double", &same},
                                         {"double(int) -> double", &double_from_int},
                                         {"double(uint) -> double", &double_from_uint},
                                         {"double(string) -> double", &double_from_string}};
constexpr Overload dyn_overloads[] = {{"dyn(T) -> dyn", &same}};
constexpr Overload int_overloads[] = {{"int(int) -> int", &same},
                                      {"int(uint) -> int", &int_from_uint},
                                      {"int(double) -> int", &int_from_double},
                                      {"int(string) -> int", &int_from_string},
                                      {"int(timestamp) -> int", &int_from_timestamp}};
constexpr Overload uint_overloads[] = {{"uint(uint) -> uint", &same},
                                       {"uint(int) -> uint", &uint_from_int},
                                       {"uint(double) -> uint", &uint_from_double},
                                       {"uint(string) -> uint", &uint_from_string}};
constexpr Overload string_overloads[] = {{"string(string) -> string", &same},
                                         {"string(bool) -> string", &string_from_bool},
                                         {"string(int) -> string", &string_from_int},
                                         {"string(uint) -> string", &string_from_uint},
                                         {"string(double) -> string", &string_from_double},
                                         {"string(bytes) -> string", &string_from_bytes},
                                         {"string(timestamp) -> string", &string_from_timestamp},
                                         {"string(duration) -> string", &string_from_duration}};
constexpr Overload type_overloads[] = {{"type(T) -> type(T)", &type_of_value}};

}  // namespace

const Function to_bool{"bool", bool_overloads, "Converts text to a bool.", "bool('true')", "true"};
const Function to_bytes{"bytes", bytes_overloads, "The UTF-8 of a string.", "bytes('abc')", "b\"abc\""};
const Function to_double{"double", double_overloads, "Converts a number or text to a double.", "double(3)",
                         "3.0"};
const Function to_dyn{"dyn", dyn_overloads, "The value itself, with its type checked at evaluation.",
                      "dyn(1) == 1.0", "true"};
const Function to_int{"int", int_overloads,
                      "Converts a number (truncated) or text to an int; for a timestamp, the "
                      "seconds since 1970.",
                      "int(2.9)", "2"};
const Function to_string{"string", string_overloads, "The value as text.", "string(2.50)", "\"2.5\""};
const Function to_uint{"uint", uint_overloads, "Converts a number (truncated) or text to a uint.",
                       "uint('7')", "7u"};
const Function type_of{"type", type_overloads, "The type of a value.", "type(1u)", "uint"};

}  // namespace martech_audit::cel::functions
