#include "document/scalar.h"

#include <limits>
#include <utility>

#include "support/catch.h"

using namespace martech_audit;

TEST_CASE("null and booleans are those of YAML 1.2") {
  for (const char* text : {"", "~", "null", "Null", "NULL"}) CHECK(is_null(text, true));
  for (const char* text : {"nil", "nULL", "none", " "}) CHECK_FALSE(is_null(text, true));
  CHECK_FALSE(is_null("null", false));
  for (const char* text : {"true", "True", "TRUE"}) CHECK(boolean(text, true) == true);
  for (const char* text : {"false", "False", "FALSE"}) CHECK(boolean(text, true) == false);
  for (const char* text : {"yes", "on", "tRUE", "1", ""}) CHECK_FALSE(boolean(text, true));
  CHECK_FALSE(boolean("true", false));
}

TEST_CASE("what YAML 1.1 took for a boolean can be told") {
  for (const char* text : {"yes", "Yes", "YES", "on", "y"}) CHECK(old_boolean(text, true) == true);
  for (const char* text : {"no", "No", "NO", "off", "N"}) CHECK(old_boolean(text, true) == false);
  for (const char* text : {"true", "yeah", "nO", ""}) CHECK_FALSE(old_boolean(text, true));
  CHECK_FALSE(old_boolean("yes", false));
}

TEST_CASE("integers") {
  const auto read = [](const char* text) { return integer(text, true); };
  CHECK(read("0") == 0);
  CHECK(read("-12") == -12);
  CHECK(read("+12") == 12);
  CHECK(read("007") == 7);
  CHECK(read("1_200_000") == 1200000);
  CHECK(read("0x1F") == 31);
  CHECK(read("0o17") == 15);
  CHECK(read("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
  CHECK(read("-9223372036854775808") == std::numeric_limits<std::int64_t>::min());
  for (const char* text : {"", "-", "+", "+-1", "1.0", "1e3", "_1", "1_", "1__0", "0x", "0xg", "0x-1", "0o8",
                           "0o-1", "1 2", "9223372036854775808", "12a", "0x1_0"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
  CHECK_FALSE(integer("12", false));
}

TEST_CASE("decimals are exact") {
  CHECK(decimal("1_200.50", true)->to_string() == "1200.50");
  CHECK(decimal("-3", true)->mantissa == -3);
  CHECK_FALSE(decimal("12", false));
  const std::pair<const char*, const char*> exact[] = {
      {"1e3", "1000"},
      {"1E5", "100000"},
      {"1e+2", "100"},
      {"-1.25e1", "-12.5"},
      {"+1_000.5e2", "100050"},
      {"123456789012345678e0", "123456789012345678"},
      {"9007199254740993E0", "9007199254740993"},  // no double is that
      {"0.1e-8", "0.000000001"},
      {"1200e-2", "12"},
      {"0e999999999999", "0"},
      {"0.0e-400", "0"},
      {"000012e1", "120"},
      {".5", "0.5"},
      {"5.", "5"},
      {"0x1F", "31"},
      {"0o17", "15"},
  };
  for (const auto& [text, value] : exact) {
    CAPTURE(text);
    REQUIRE(decimal(text, true));
    CHECK(decimal(text, true)->to_string() == value);
  }
  for (const char* text : {"1e18", "1e-10", "1234567890123456789", "1e999999999999", "1e400", "e5", ".", "1e",
                           "1e+", "1e5.5", ".inf", ".nan", "1,5", "0x8000000000000000"}) {
    CAPTURE(text);
    CHECK_FALSE(decimal(text, true));
  }
}

TEST_CASE("whole numbers in every form") {
  const auto read = [](const char* text) { return whole_number(text, true); };
  CHECK(read("12") == 12);
  CHECK(read("12.0") == 12);
  CHECK(read("1.5e1") == 15);
  CHECK(read("1E5") == 100'000);
  CHECK(read("-120e-1") == -12);
  CHECK(read("0x10") == 16);
  CHECK(read("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
  for (const char* text : {"12.5", "1e-1", "1e30", "twelve", ""}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
  CHECK_FALSE(whole_number("12.0", false));
}

TEST_CASE("what is a number, whatever its size") {
  for (const char* text : {"1", "-1.5", "1e999", "99999999999999999999", ".5", "0x1F"}) {
    CAPTURE(text);
    CHECK(is_number(text, true));
  }
  for (const char* text : {"", ".", "1e", ".inf", "one", "0x"}) {
    CAPTURE(text);
    CHECK_FALSE(is_number(text, true));
  }
  CHECK_FALSE(is_number("1", false));
}

TEST_CASE("reals") {
  const auto read = [](const char* text) { return real(text, true); };
  CHECK(read("1.5") == 1.5);
  CHECK(read("-.5") == -0.5);
  CHECK(read("+1.") == 1.0);
  CHECK(read("1e3") == 1000.0);
  CHECK(read("1_000.25E-2") == 10.0025);
  CHECK(read("0x10") == 16.0);
  for (const char* text :
       {"", ".", "e3", "1e", "1e+", "--1", "+-1", ".inf", ".nan", "inf", "nan", "1e999", "1.2.3", "1,5"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
  CHECK_FALSE(real("1.5", false));
}
