// Optional values.
#include <algorithm>
#include <vector>

#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

Value none_(const CallContext&, Arguments) { return Value::optional(nullptr); }
Value of_(const CallContext& context, Arguments arguments) { return some(context, arguments[0]); }

bool is_zero(const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return true;
    case ValueKind::boolean:
      return !value.as_boolean();
    case ValueKind::integer:
    case ValueKind::unsigned_integer:
      return value.as_unsigned() == 0;
    case ValueKind::real:
      return value.as_real() == 0;
    case ValueKind::string:
    case ValueKind::bytes:
      return value.as_text().empty();
    case ValueKind::list:
      return value.as_list().empty();
    case ValueKind::map:
      return value.as_map()->entries.empty();
    case ValueKind::duration:
      return value.seconds() == 0 && value.nanos() == 0;
    case ValueKind::optional:
      return value.as_optional() == nullptr;
    default:
      return false;
  }
}

Value of_non_zero(const CallContext& context, Arguments arguments) {
  return is_zero(arguments[0]) ? Value::optional(nullptr) : some(context, arguments[0]);
}

Value has_value_(const CallContext&, Arguments arguments) {
  return Value::boolean(arguments[0].as_optional() != nullptr);
}

Value value_(const CallContext& context, Arguments arguments) {
  const Value* content = arguments[0].as_optional();
  return content != nullptr ? *content : context.error("optional.none() has no value");
}

Value or_(const CallContext&, Arguments arguments) {
  return arguments[0].as_optional() != nullptr ? arguments[0] : arguments[1];
}

Value or_value_(const CallContext&, Arguments arguments) {
  const Value* content = arguments[0].as_optional();
  return content != nullptr ? *content : arguments[1];
}

Value unwrap_(const CallContext& context, Arguments arguments) {
  std::vector<Value> items;
  for (const Value& item : arguments[0].as_list()) {
    if (!item.is(ValueKind::optional)) return context.error("'optional.unwrap' needs a list of optionals");
    if (item.as_optional() != nullptr) items.push_back(*item.as_optional());
  }
  return list_result(context, items);
}

constexpr Overload none_overloads[] = {{"optional.none() -> optional_type(T)", &none_}};
constexpr Overload of_overloads[] = {{"optional.of(T) -> optional_type(T)", &of_}};
constexpr Overload of_non_zero_overloads[] = {
    {"optional.ofNonZeroValue(T) -> optional_type(T)", &of_non_zero}};
constexpr Overload has_value_overloads[] = {{"optional_type(T).hasValue() -> bool", &has_value_}};
constexpr Overload value_overloads[] = {{"optional_type(T).value() -> T", &value_}};
constexpr Overload or_overloads[] = {{"optional_type(T).or(optional_type(T)) -> optional_type(T)", &or_}};
constexpr Overload or_value_overloads[] = {{"optional_type(T).orValue(T) -> T", &or_value_}};
constexpr Overload unwrap_overloads[] = {{"optional.unwrap(list(optional_type(T))) -> list(T)", &unwrap_}};
constexpr Overload unwrap_opt_overloads[] = {{"list(optional_type(T)).unwrapOpt() -> list(T)", &unwrap_}};

}  // namespace

const Function has_value{"hasValue", has_value_overloads, "Whether the optional has a value.",
                         "optional.of(1).hasValue()", "true"};
const Function none{"optional.none", none_overloads, "An optional without a value.", "optional.none()",
                    "optional.none()"};
const Function of{"optional.of", of_overloads, "An optional with the given value.", "optional.of(1)",
                  "optional.of(1)"};
const Function of_non_zero_value{"optional.ofNonZeroValue", of_non_zero_overloads,
                                 "An optional with the value, or none if it is null, false, zero or empty.",
                                 "optional.ofNonZeroValue('')", "optional.none()"};
const Function or_other{"or", or_overloads, "This optional if it has a value, otherwise the other.",
                        "optional.none().or(optional.of(2))", "optional.of(2)"};
const Function or_value{"orValue", or_value_overloads, "The value, or the given default.",
                        "optional.none().orValue(2)", "2"};
const Function unwrap{"optional.unwrap", unwrap_overloads, "The values of the optionals that have one.",
                      "optional.unwrap([optional.of(1), optional.none()])", "[1]"};
const Function unwrap_opt{"unwrapOpt", unwrap_opt_overloads, "The values of the optionals that have one.",
                          "[optional.of(1), optional.none()].unwrapOpt()", "[1]"};
const Function value{"value", value_overloads, "The value; an error if there is none.",
                     "optional.of(1).value()", "1"};

}  // namespace martech_audit::cel::functions
