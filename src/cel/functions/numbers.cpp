// Numbers: the functions of `math`.
#include <cmath>
#include <limits>

#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

constexpr std::int64_t word_bits = 64;

// The item that goes `before` all others, the first of equal ones.
Value extreme(const CallContext& context, Arguments numbers, Order before) {
  if (numbers.empty()) return context.error("there is no number to choose");
  const Value* best = nullptr;
  for (const Value& number : numbers) {
    if (!is_number(number))
      return context.error("a " + std::string(type_name(number.kind())) + " is no number");
    if (best == nullptr || order(number, *best) == before) best = &number;
  }
  context.charge(numbers.size());
  return *best;
}

Value greatest_(const CallContext& context, Arguments arguments) {
  return extreme(context, arguments, Order::greater);
}
Value least_(const CallContext& context, Arguments arguments) {
  return extreme(context, arguments, Order::less);
}

Value greatest_of(const CallContext& context, Arguments arguments) {
  return extreme(context, arguments[0].as_list(), Order::greater);
}

Value least_of(const CallContext& context, Arguments arguments) {
  return extreme(context, arguments[0].as_list(), Order::less);
}

template <double (*calculate)(double)>
Value real_function(const CallContext&, Arguments arguments) {
  return Value::real(calculate(arguments[0].as_real()));
}

double ceil_of(double x) { return std::ceil(x); }
double floor_of(double x) { return std::floor(x); }
double round_of(double x) { return std::round(x); }
double trunc_of(double x) { return std::trunc(x); }
double abs_of(double x) { return std::fabs(x); }
double sqrt_of(double x) { return std::sqrt(x); }
double sign_of(double x) { return x > 0 ? 1.0 : x < 0 ? -1.0 : x; }

Value sqrt_of_int(const CallContext&, Arguments arguments) {
  return Value::real(std::sqrt(static_cast<double>(arguments[0].as_integer())));
}

Value sqrt_of_uint(const CallContext&, Arguments arguments) {
  return Value::real(std::sqrt(static_cast<double>(arguments[0].as_unsigned())));
}

Value abs_of_int(const CallContext& context, Arguments arguments) {
  const std::int64_t number = arguments[0].as_integer();
  if (number == std::numeric_limits<std::int64_t>::min())
    return context.error("the result does not fit into 64 bits");
  return Value::integer(number < 0 ? -number : number);
}

Value abs_of_uint(const CallContext&, Arguments arguments) { return arguments[0]; }

Value sign_of_int(const CallContext&, Arguments arguments) {
  const std::int64_t number = arguments[0].as_integer();
  return Value::integer(number > 0 ? 1 : number < 0 ? -1 : 0);
}

Value sign_of_uint(const CallContext&, Arguments arguments) {
  return Value::unsigned_integer(arguments[0].as_unsigned() > 0 ? 1 : 0);
}

Value is_nan_(const CallContext&, Arguments arguments) {
  return Value::boolean(std::isnan(arguments[0].as_real()));
}
Value is_inf_(const CallContext&, Arguments arguments) {
  return Value::boolean(std::isinf(arguments[0].as_real()));
}
Value is_finite_(const CallContext&, Arguments arguments) {
  return Value::boolean(std::isfinite(arguments[0].as_real()));
}

// The bits of both kinds of integer.
std::uint64_t bits(const Value& number) {
  return number.is(ValueKind::integer) ? static_cast<std::uint64_t>(number.as_integer())
                                       : number.as_unsigned();
}

Value of_bits(const Value& like, std::uint64_t result) {
  return like.is(ValueKind::integer) ? Value::integer(static_cast<std::int64_t>(result))
                                     : Value::unsigned_integer(result);
}

Value bit_and_(const CallContext&, Arguments arguments) {
  return of_bits(arguments[0], bits(arguments[0]) & bits(arguments[1]));
}

Value bit_or_(const CallContext&, Arguments arguments) {
  return of_bits(arguments[0], bits(arguments[0]) | bits(arguments[1]));
}

Value bit_xor_(const CallContext&, Arguments arguments) {
  return of_bits(arguments[0], bits(arguments[0]) ^ bits(arguments[1]));
}

Value bit_not_(const CallContext&, Arguments arguments) { return of_bits(arguments[0], ~bits(arguments[0])); }

Value shift(const CallContext& context, Arguments arguments, bool left) {
  const std::int64_t places = arguments[1].as_integer();
  if (places < 0) return context.error("a shift needs a distance of at least 0");
  if (places >= word_bits) return of_bits(arguments[0], 0);
  const std::uint64_t number = bits(arguments[0]);
  return of_bits(arguments[0], left ? number << places : number >> places);
}

Value shift_left(const CallContext& context, Arguments arguments) { return shift(context, arguments, true); }
Value shift_right(const CallContext& context, Arguments arguments) {
  return shift(context, arguments, false);
}

constexpr Overload greatest_overloads[] = {{"math.greatest(int...) -> int", &greatest_},
                                           {"math.greatest(uint...) -> uint", &greatest_},
                                           {"math.greatest(double...) -> double", &greatest_},
                                           {"math.greatest(list(int)) -> int", &greatest_of},
                                           {"math.greatest(list(uint)) -> uint", &greatest_of},
                                           {"math.greatest(list(double)) -> double", &greatest_of},
                                           {"math.greatest(list(dyn)) -> dyn", &greatest_of},
                                           {"math.greatest(dyn...) -> dyn", &greatest_}};
constexpr Overload least_overloads[] = {
    {"math.least(int...) -> int", &least_},        {"math.least(uint...) -> uint", &least_},
    {"math.least(double...) -> double", &least_},  {"math.least(list(int)) -> int", &least_of},
    {"math.least(list(uint)) -> uint", &least_of}, {"math.least(list(double)) -> double", &least_of},
    {"math.least(list(dyn)) -> dyn", &least_of},   {"math.least(dyn...) -> dyn", &least_}};
constexpr Overload ceil_overloads[] = {{"math.ceil(double) -> double", &real_function<ceil_of>}};
constexpr Overload floor_overloads[] = {{"math.floor(double) -> double", &real_function<floor_of>}};
constexpr Overload round_overloads[] = {{"math.round(double) -> double", &real_function<round_of>}};
constexpr Overload trunc_overloads[] = {{"math.trunc(double) -> double", &real_function<trunc_of>}};
constexpr Overload sqrt_overloads[] = {{"math.sqrt(double) -> double", &real_function<sqrt_of>},
                                       {"math.sqrt(int) -> double", &sqrt_of_int},
                                       {"math.sqrt(uint) -> double", &sqrt_of_uint}};
constexpr Overload abs_overloads[] = {{"math.abs(int) -> int", &abs_of_int},
                                      {"math.abs(uint) -> uint", &abs_of_uint},
                                      {"math.abs(double) -> double", &real_function<abs_of>}};
constexpr Overload sign_overloads[] = {{"math.sign(int) -> int", &sign_of_int},
                                       {"math.sign(uint) -> uint", &sign_of_uint},
                                       {"math.sign(double) -> double", &real_function<sign_of>}};
constexpr Overload is_nan_overloads[] = {{"math.isNaN(double) -> bool", &is_nan_}};
constexpr Overload is_inf_overloads[] = {{"math.isInf(double) -> bool", &is_inf_}};
constexpr Overload is_finite_overloads[] = {{"math.isFinite(double) -> bool", &is_finite_}};
constexpr Overload bit_and_overloads[] = {{"math.bitAnd(int, int) -> int", &bit_and_},
                                          {"math.bitAnd(uint, uint) -> uint", &bit_and_}};
constexpr Overload bit_or_overloads[] = {{"math.bitOr(int, int) -> int", &bit_or_},
                                         {"math.bitOr(uint, uint) -> uint", &bit_or_}};
constexpr Overload bit_xor_overloads[] = {{"math.bitXor(int, int) -> int", &bit_xor_},
                                          {"math.bitXor(uint, uint) -> uint", &bit_xor_}};
constexpr Overload bit_not_overloads[] = {{"math.bitNot(int) -> int", &bit_not_},
                                          {"math.bitNot(uint) -> uint", &bit_not_}};
constexpr Overload shift_left_overloads[] = {{"math.bitShiftLeft(int, int) -> int", &shift_left},
                                             {"math.bitShiftLeft(uint, int) -> uint", &shift_left}};
constexpr Overload shift_right_overloads[] = {{"math.bitShiftRight(int, int) -> int", &shift_right},
                                              {"math.bitShiftRight(uint, int) -> uint", &shift_right}};

}  // namespace

const Function abs{"math.abs", abs_overloads, "The absolute value.", "math.abs(-3)", "3"};
const Function bit_and{"math.bitAnd", bit_and_overloads, "Bitwise AND.", "math.bitAnd(6, 3)", "2"};
const Function bit_not{"math.bitNot", bit_not_overloads, "Bitwise NOT.", "math.bitNot(1)", "-2"};
const Function bit_or{"math.bitOr", bit_or_overloads, "Bitwise OR.", "math.bitOr(1, 2)", "3"};
const Function bit_shift_left{"math.bitShiftLeft", shift_left_overloads, "Shifts bits left.",
                              "math.bitShiftLeft(1, 4)", "16"};
const Function bit_shift_right{"math.bitShiftRight", shift_right_overloads,
                               "Shifts bits right, filling with zeros.", "math.bitShiftRight(16, 4)", "1"};
const Function bit_xor{"math.bitXor", bit_xor_overloads, "Bitwise XOR.", "math.bitXor(1, 3)", "2"};
const Function ceil{"math.ceil", ceil_overloads, "Rounds up to a whole number.", "math.ceil(1.2)", "2.0"};
const Function floor{"math.floor", floor_overloads, "Rounds down to a whole number.", "math.floor(1.8)",
                     "1.0"};
const Function greatest{"math.greatest", greatest_overloads, "The greatest of several numbers, or of a list.",
                        "math.greatest(1, 3, 2)", "3"};
const Function is_finite{"math.isFinite", is_finite_overloads, "Whether it is neither infinite nor NaN.",
                         "math.isFinite(1.0)", "true"};
const Function is_inf{"math.isInf", is_inf_overloads, "Whether it is infinite.", "math.isInf(1.0 / 0.0)",
                      "true"};
const Function is_nan{"math.isNaN", is_nan_overloads, "Whether it is NaN.", "math.isNaN(0.0 / 0.0)", "true"};
const Function least{"math.least", least_overloads, "The least of several numbers, or of a list.",
                     "math.least([1.5, 0.5])", "0.5"};
const Function round{"math.round", round_overloads,
                     "Rounds to the nearest whole number, halves away from zero.", "math.round(-1.5)",
                     "-2.0"};
const Function sign{"math.sign", sign_overloads, "The sign: -1, 0 or 1.", "math.sign(-5)", "-1"};
const Function sqrt{"math.sqrt", sqrt_overloads, "The square root.", "math.sqrt(9.0)", "3.0"};
const Function trunc{"math.trunc", trunc_overloads, "Truncates the fraction.", "math.trunc(-1.8)", "-1.0"};

}  // namespace martech_audit::cel::functions
