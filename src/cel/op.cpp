#include "cel/op.h"

#include <array>
#include <cmath>
#include <string>

#include "base/dates.h"

namespace martech_audit::cel {

namespace {

// Each of these powers is exact in a double, so that dividing by one rounds once.
constexpr std::array<double, 23> powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

double to_double(const Value& decimal) {
  const auto mantissa = static_cast<double>(decimal.as_integer());
  if (decimal.scale() < powers_of_ten.size()) return mantissa / powers_of_ten[decimal.scale()];
  return mantissa / std::pow(10.0, decimal.scale());
}

}  // namespace

Value settle_stored(const Value& stored) {
  if (stored.is(ValueKind::decimal)) return Value::real(to_double(stored));
  if (!stored.is(ValueKind::date)) return stored;
  return stored.is_before() ? Value::unknown() : Value::timestamp(stored.as_integer() * seconds_a_day, 0);
}

Value fail(Frame& frame, const Op& op, std::string_view message) {
  return Value::error(frame.arena.copy(EvaluationError{frame.arena.copy(message), op.place}));
}

Value spent(Frame& frame, const Op& op) {
  return fail(frame, op,
              "stopped here: this takes more than the " + std::to_string(frame.allowed) +
                  " steps that one evaluation may take");
}

Value no_overload(Frame& frame, const Op& op, std::string_view name, std::span<const Value> arguments) {
  std::string message = "no such overload: '" + std::string(name) + "' for (";
  for (const Value& argument : arguments) {
    if (message.back() != '(') message += ", ";
    message += type_name(argument.kind());
  }
  return fail(frame, op, message + ")");
}

}  // namespace martech_audit::cel
