// What operators give for values of every type, known before or only when they are met.
#include "cases.h"

namespace martech_audit::cel {
namespace {

// A value of each type, as it is written.
constexpr std::string_view literals[] = {"null",
                                         "true",
                                         "1",
                                         "1u",
                                         "1.5",
                                         "'a'",
                                         "b'a'",
                                         "timestamp('2026-11-23T00:00:00Z')",
                                         "duration('1h')",
                                         "[1]",
                                         "{'a': 1}",
                                         "optional.of(1)",
                                         "int"};
constexpr std::string_view kind_names[] = {"null_type",
                                           "bool",
                                           "int",
                                           "uint",
                                           "double",
                                           "string",
                                           "bytes",
                                           "google.protobuf.Timestamp",
                                           "google.protobuf.Duration",
                                           "list",
                                           "map",
                                           "optional_type",
                                           "type"};
constexpr std::size_t kinds = std::size(literals);

std::string dynamic(std::string_view literal) { return "dyn(" + std::string(literal) + ")"; }

// The operator put to each pair of kinds; what it gives where it gives something, "left op right: result".
std::string table_of(const std::string& op) {
  Shop shop;
  std::string table;
  for (std::size_t left = 0; left < kinds; ++left) {
    for (std::size_t right = 0; right < kinds; ++right) {
      const std::string result = shop(dynamic(literals[left]) + " " + op + " " + dynamic(literals[right]));
      const std::string refused = "error(\"no such overload: '" + op + "' for (" +
                                  std::string(kind_names[left]) + ", " + std::string(kind_names[right]) +
                                  ")\")";
      if (result == refused) continue;
      table.append(kind_names[left])
          .append(" ")
          .append(kind_names[right])
          .append(": ")
          .append(result)
          .append("\n");
    }
  }
  return table;
}

TEST_CASE("'+' adds what can be added, and names the kinds of all else") {
  CHECK(table_of("+") ==
        "int int: 2\n"
        "uint uint: 2u\n"
        "double double: 3.0\n"
        "string string: \"aa\"\n"
        "bytes bytes: b\"aa\"\n"
        "google.protobuf.Timestamp google.protobuf.Duration: timestamp(\"2026-11-23T01:00:00Z\")\n"
        "google.protobuf.Duration google.protobuf.Timestamp: timestamp(\"2026-11-23T01:00:00Z\")\n"
        "google.protobuf.Duration google.protobuf.Duration: duration(\"7200s\")\n"
        "list list: [1, 1]\n");
}

TEST_CASE("'-' takes away what can be taken away") {
  CHECK(table_of("-") ==
        "int int: 0\n"
        "uint uint: 0u\n"
        "double double: 0.0\n"
        "google.protobuf.Timestamp google.protobuf.Timestamp: duration(\"0s\")\n"
        "google.protobuf.Timestamp google.protobuf.Duration: timestamp(\"2026-11-22T23:00:00Z\")\n"
        "google.protobuf.Duration google.protobuf.Duration: duration(\"0s\")\n");
}

TEST_CASE("'*', '/' and '%' are of numbers of one type") {
  CHECK(table_of("*") == "int int: 1\nuint uint: 1u\ndouble double: 2.25\n");
  CHECK(table_of("/") == "int int: 1\nuint uint: 1u\ndouble double: 1.0\n");
  CHECK(table_of("%") == "int int: 0\nuint uint: 0u\n");
}

TEST_CASE("numbers of any kinds are compared; all else within its type") {
  const std::string numbers =
      "int int: false\n"
      "int uint: false\n"
      "int double: true\n"
      "uint int: false\n"
      "uint uint: false\n"
      "uint double: true\n"
      "double int: false\n"
      "double uint: false\n"
      "double double: false\n";
  CHECK(table_of("<") == "bool bool: false\n" + numbers +
                             "string string: false\n"
                             "bytes bytes: false\n"
                             "google.protobuf.Timestamp google.protobuf.Timestamp: false\n"
                             "google.protobuf.Duration google.protobuf.Duration: false\n");
  CHECK(table_of(">=") ==
        "bool bool: true\n"
        "int int: true\n"
        "int uint: true\n"
        "int double: false\n"
        "uint int: true\n"
        "uint uint: true\n"
        "uint double: false\n"
        "double int: true\n"
        "double uint: true\n"
        "double double: true\n"
        "string string: true\n"
        "bytes bytes: true\n"
        "google.protobuf.Timestamp google.protobuf.Timestamp: true\n"
        "google.protobuf.Duration google.protobuf.Duration: true\n");
}

TEST_CASE("equality is between any two values, and true within a type or between numbers") {
  Shop shop;
  for (std::size_t left = 0; left < kinds; ++left) {
    for (std::size_t right = 0; right < kinds; ++right) {
      const std::string pair = dynamic(literals[left]) + " == " + dynamic(literals[right]);
      INFO(pair);
      const bool of_one = kind_names[left] == "int" || kind_names[left] == "uint";
      const bool one_too = kind_names[right] == "int" || kind_names[right] == "uint";
      const bool same = left == right || (of_one && one_too);
      CHECK(shop(pair) == (same ? "true" : "false"));
    }
  }
}

TEST_CASE("'in' looks into lists, and among the keys of maps") {
  std::string expected;
  for (const std::string_view name : kind_names) {
    const std::string line(name);
    expected += line + " list: " + (line == "int" || line == "uint" ? "true" : "false") + "\n";
    expected += line + " map: " + (line == "string" ? "true" : "false") + "\n";
  }
  CHECK(table_of("in") == expected);
}

TEST_CASE("'&&' and '||' take conditions alone, and what decides them without the other side") {
  Shop shop;
  for (std::size_t i = 0; i < kinds; ++i) {
    if (kind_names[i] == "bool") continue;
    const std::string value = dynamic(literals[i]), name(kind_names[i]);
    INFO(name);
    CHECK(shop("true && " + value) == "error(\"no such overload: '&&' for (" + name + ")\")");
    CHECK(shop(value + " && true") == "error(\"no such overload: '&&' for (" + name + ")\")");
    CHECK(shop(value + " && false") == "false");
    CHECK(shop("false || " + value) == "error(\"no such overload: '||' for (" + name + ")\")");
    CHECK(shop(value + " || true") == "true");
    CHECK(shop("!" + value) == "error(\"no such overload: '!' for (" + name + ")\")");
    CHECK(shop(value + " ? 1 : 2") == "error(\"no such overload: '?:' for (" + name + ")\")");
  }
}

TEST_CASE("'-' before a value is of signed numbers") {
  Shop shop;
  for (std::size_t i = 0; i < kinds; ++i) {
    const std::string name(kind_names[i]);
    const std::string refused = "error(\"no such overload: '-' for (" + name + ")\")";
    INFO(name);
    CHECK(shop("-" + dynamic(literals[i])) == (name == "int" ? "-1" : name == "double" ? "-1.5" : refused));
  }
  CHECK(shop("-(-9223372036854775807 - 1)") == "error(\"the result does not fit into 64 bits\")");
  CHECK(shop("-dyn(0.0)") == "-0.0");
}

TEST_CASE("an index is a position of a list, or a key of a map") {
  check({
      {"[7, 8][0]", "7"},
      {"[7, 8][2]", "error(\"no such index: 2\")"},
      {"[7, 8][-1]", "error(\"no such index: -1\")"},
      {"[7, 8][dyn(1.0)]", "8"},
      {"[7, 8][dyn(0.5)]", "error(\"no such index: 0.5\")"},
      {"[7, 8][dyn(18446744073709551615u)]", "error(\"no such index: 18446744073709551615u\")"},
      {"[7, 8][dyn('0')]", "error(\"no such index: \\\"0\\\"\")"},
      {"{1: 'a'}[1]", "\"a\""},
      {"{1: 'a'}[dyn(1u)]", "\"a\""},
      {"{1: 'a'}[dyn(1.0)]", "\"a\""},
      {"{1: 'a'}[dyn('1')]", "error(\"no such key: \\\"1\\\"\")"},
      {"{true: 'a'}[false]", "error(\"no such key: false\")"},
      {"{'a': {'b': 2}}['a']['b']", "2"},
      {"{'a': 1}.b", "error(\"no such key: 'b'\")"},
      {"dyn(1)[0]", "error(\"no such overload: '[]' for (int, int)\")"},
      {"dyn('abc')[0]", "error(\"no such overload: '[]' for (string, int)\")"},
      {"dyn(1)[?0]", "error(\"no such overload: '[?]' for (int, int)\")"},
      {"dyn(1).a", "error(\"no field 'a' in a value of type int\")"},
      {"dyn([1]).a", "error(\"no field 'a' in a value of type list\")"},
      {"{dyn(1.5): 1}", "error(\"a key is an int, uint, bool or string\")"},
      {"{dyn([1]): 1}", "error(\"a key is an int, uint, bool or string\")"},
      {"{1: 'a', dyn(1u): 'b'}", "error(\"a key is repeated\")"},
      {"{true: 'a', dyn(1): 'b'}", "{true: \"a\", 1: \"b\"}"},
      {"{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 1: 10}", "error(\"a key is repeated\")"},
      {"{1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, dyn(3u): 10}", "error(\"a key is repeated\")"},
      {"{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9}.i", "9"},
  });
}

TEST_CASE("whole numbers are told apart to the last digit, and from doubles as far as doubles go") {
  check({
      {"9223372036854775807 < 9223372036854775808u", "true"},
      {"dyn(9223372036854775807) == 9223372036854775807u", "true"},
      {"-1 < 18446744073709551615u", "true"},
      {"18446744073709551615u > -9223372036854775808", "true"},
      {"9223372036854775807 < 9223372036854775808.0", "false"},
      {"dyn(9223372036854775807) == 9223372036854775808.0", "true"},
      {"9223372036854775807 >= 9223372036854775808.0", "true"},
      {"-9223372036854775808 <= -9223372036854775808.0", "true"},
      {"dyn(9007199254740993) == 9007199254740992.0", "true"},
      {"9007199254740993 > 9007199254740992.0", "false"},
      {"18446744073709551615u < 18446744073709551616.0", "false"},
      {"dyn(18446744073709551615u) == 18446744073709551616.0", "true"},
      {"1 < double('NaN')", "false"},
      {"1 >= double('NaN')", "false"},
      {"dyn(1u) != double('NaN')", "true"},
      {"-9223372036854775808 > double('-Infinity')", "true"},
      {"18446744073709551615u < double('Infinity')", "true"},
      {"1 in [dyn(1u)] && 1u in [dyn(1.0)]", "true"},
      {"dyn(0) == -0.0", "true"},
  });
}

}  // namespace
}  // namespace martech_audit::cel
