// A sample of what the specification says, for those who have no copy of its own tests
// (conformance_test.cpp).
#include <fstream>
#include <string>

#include "cel/cel.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

std::string value_or_error(const std::string& text) {
  const Environment environment;
  const Compiled compiled = compile(environment, text);
  if (!compiled.program) return "error";
  Arena arena;
  Activation activation{{}, nullptr, arena};
  const Value value = compiled.program->evaluate(activation);
  return value.is_error() ? "error" : to_text(value);
}

TEST_CASE("a sample of expressions has the values that the specification gives them") {
  std::ifstream lines(MARTECH_AUDIT_SOURCE_DIR "/tests/unit/cel/conformance.txt");
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t arrow = line.find(" => ");
    CAPTURE(line);
    REQUIRE(arrow != std::string::npos);
    CHECK(value_or_error(line.substr(0, arrow)) == line.substr(arrow + 4));
    ++count;
  }
  CHECK(count > 100);
}

}  // namespace
}  // namespace martech_audit::cel
