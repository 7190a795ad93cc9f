#include "rules/value_text.h"

#include <array>

#include "base/arena.h"
#include "cel/cel.h"
#include "rules/host_functions.h"
#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string shown(const Value& value) {
  std::string out;
  rules::append_text(out, value);
  return out;
}

Currency currency(std::string_view code) { return *Currency::parse(code); }

std::string evaluated(std::string_view expression) {
  cel::Environment environment;
  for (const cel::Function& function : rules::host_functions()) environment.add_function(function);
  const cel::Compiled compiled = cel::compile(environment, expression);
  if (!compiled.program) return compiled.issues.front().message;
  Arena arena;
  const rules::Host host{currency("EUR")};
  cel::Activation activation{.variables = {}, .derived = {}, .arena = arena, .host = &host};
  const Value value = compiled.program->evaluate(activation);
  return value.is_error() ? "error: " + std::string(value.as_error()->message) : cel::to_text(value);
}

}  // namespace

TEST_CASE("Values look in messages as people write them") {
  CHECK(shown(Value::string("{x} 100%")) == "{x} 100%");
  CHECK(shown(Value::integer(-12)) == "-12");
  CHECK(shown(Value::unsigned_integer(7)) == "7");
  CHECK(shown(Value::real(2)) == "2");
  CHECK(shown(Value::real(0.1)) == "0.1");
  CHECK(shown(Value::real(2.0 / 3)) == "0.67");
  CHECK(shown(Value::real(-0.001)) == "0");
  CHECK(shown(Value::real(1e300)) == "1e+300");
  CHECK(shown(Value::decimal(12345, 3)) == "12.35");
  CHECK(shown(Value::boolean(true)) == "true");
  CHECK(shown(Value::null()) == "none");
  CHECK(shown(Value::unknown()) == "?");
  CHECK(shown(Value::date(20780)) == "2026-11-23");
  CHECK(shown(Value::timestamp(20780 * 86400, 0)) == "2026-11-23");
  CHECK(shown(Value::timestamp(20780 * 86400 + 3600, 0)) == "2026-11-23T01:00:00Z");
  CHECK(shown(Value::duration(90, 0)) == "duration(\"90s\")");
  CHECK(shown(Value::optional(nullptr)) == "none");
  const std::array items{Value::string("a"), Value::integer(2), Value::real(0.5)};
  CHECK(shown(Value::list(items)) == "a, 2, 0.5");
}

TEST_CASE("Money is whole from a hundred on") {
  CHECK(rules::money_text(12'000.4, currency("EUR")) == "EUR 12,000");
  CHECK(rules::money_text(1'234'567.8, currency("USD")) == "USD 1,234,568");
  CHECK(rules::money_text(99.5, currency("EUR")) == "EUR 99.50");
  CHECK(rules::money_text(100, currency("EUR")) == "EUR 100");
  CHECK(rules::money_text(5.4, currency("JPY")) == "JPY 5");
  CHECK(rules::money_text(5.4, currency("KWD")) == "KWD 5.400");
  CHECK(rules::money_text(-1234, currency("EUR")) == "EUR -1,234");
  CHECK(rules::money_text(-0.001, currency("EUR")) == "EUR 0.00");
  CHECK(rules::money_text(1e300, currency("EUR")) == "EUR 1e+300");
}

TEST_CASE("A share is never rounded to nothing or all") {
  CHECK(rules::percent_text(0) == "0%");
  CHECK(rules::percent_text(0.004) == "<1%");
  CHECK(rules::percent_text(0.525) == "53%");
  CHECK(rules::percent_text(0.999) == ">99%");
  CHECK(rules::percent_text(1) == "100%");
  CHECK(rules::percent_text(1.2) == "120%");
  CHECK(rules::percent_text(-0.001) == "0%");
}

TEST_CASE("Every host function does what its example says") {
  std::string_view before;
  for (const cel::Function& function : rules::host_functions()) {
    CAPTURE(function.name);
    CHECK(before < function.name);
    CHECK(evaluated(function.example) == function.result);
    CHECK_FALSE(function.summary.empty());
    before = function.name;
  }
}

TEST_CASE("Host functions at their edges") {
  CHECK(evaluated("days(0)") == "duration(\"0s\")");
  CHECK(evaluated("days(9223372036854775807)") == "error: days: more than ten thousand years");
  CHECK(evaluated("money(12)") == "\"EUR 12.00\"");
  CHECK(evaluated("plural(1, 'seat', 'seats')") == "\"1 seat\"");
  CHECK(evaluated("plural(0, 'seat', 'seats')") == "\"0 seats\"");
  CHECK(evaluated("percent(0.0 / 0.0)") == "error: percent: not a finite number");
  CHECK(evaluated("names([])") == "\"\"");
  CHECK(evaluated("names(['a'])") == "\"a\"");
  CHECK(evaluated("names(['a', 'b'])") == "\"a and b\"");
  CHECK(evaluated("names(['a', 'b', 'c'])") == "\"a, b and c\"");
  CHECK(evaluated("names(['a', 'b', 'c', 'd', 'e'])") == "\"a, b and 3 more\"");
}
