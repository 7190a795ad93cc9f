// Types: what they are deduced to be, where they are open, and what does not go together.
#include "cases.h"

namespace martech_audit::cel {
namespace {

struct TypeCase {
  std::string_view text;
  std::string_view type;  // or the issues
};

void check_types(std::initializer_list<TypeCase> cases) {
  Shop shop;
  for (const TypeCase& c : cases) {
    INFO(c.text);
    const Compiled compiled = compile(shop.environment, c.text);
    CHECK((compiled.program ? to_string(compiled.program->result_type())
                            : Shop::issues_text(compiled.issues)) == c.type);
  }
}

TEST_CASE("lists and maps have the type of what all of their entries are, or any") {
  check_types({
      {"[1, 2u]", "list(dyn)"},
      {"[1, dyn('a')]", "list(dyn)"},
      {"[[1], ['a']]", "list(dyn)"},
      {"[[], [[]]]", "list(list(list(dyn)))"},
      {"[null, 1]", "list(dyn)"},
      {"[null, as_of]", "list(google.protobuf.Timestamp)"},
      {"[as_of, null]", "list(google.protobuf.Timestamp)"},
      {"[optional.of(1), null]", "list(optional_type(int))"},
      {"[tool, null]", "list(Tool)"},
      {"[{}, {'a': 1}]", "list(map(string, int))"},
      {"{'a': 1, 'b': 'c'}", "map(string, dyn)"},
      {"{1: 1, 'b': 1}", "map(dyn, int)"},
      {"{'a': [], 'b': [1]}", "map(string, list(int))"},
      {"{true: null}", "map(bool, null_type)"},
      {"[?optional.none()]", "list(dyn)"},
      {"[1, ?optional.of('a')]", "list(dyn)"},
      {"{?'a': optional.of(1)}", "map(string, int)"},
      {"[] + [1]", "list(int)"},
      {"[1] + ['a']",
       "4-5: no overload of '+' for (list(int), list(string)); there are: int + int, uint + uint, double + "
       "double, string + string, bytes + bytes, list + list, duration + duration, timestamp + duration, "
       "duration + timestamp"},
      {"[1][0] + [1.5][0]",
       "7-8: no overload of '+' for (int, double); there are: int + int, uint + uint, double + double, "
       "string + string, bytes + bytes, list + list, duration + duration, timestamp + duration, duration + "
       "timestamp (make both numbers of one type: int(x), uint(x) or double(x))"},
  });
}

TEST_CASE("what is open takes the type that it is used as") {
  check_types({
      {"dyn(1) - 1", "int"},
      {"1.5 * dyn(1)", "double"},
      {"dyn(1) % 2u", "uint"},
      {"dyn(1) % 2.0", "7-8: no overload of '%' for (dyn, double); there are: int % int, uint % uint"},
      {"dyn('a') + 'b'", "string"},
      {"dyn([1]) + [2]", "list(dyn)"},
      {"as_of + dyn(1)", "google.protobuf.Timestamp"},
      {"as_of - dyn(1)", "dyn"},
      {"dyn(1) - as_of", "google.protobuf.Duration"},
      {"dyn(1) + duration('1s')", "dyn"},
      {"-dyn(1)", "dyn"},
      {"!dyn(true)", "bool"},
      {"dyn(1) < 2", "bool"},
      {"dyn(1) && true", "bool"},
      {"dyn([1])[0]", "dyn"},
      {"dyn({'a': 1}).a", "dyn"},
      {"dyn([1]).map(x, x)", "list(dyn)"},
      {"dyn([1]).map(x, 1)", "list(int)"},
      {"dyn([1]).filter(x, x)", "list(dyn)"},
      {"dyn([1]).transformMap(i, x, 'a')", "map(dyn, string)"},
      {"dyn([1]).sortBy(x, x)", "list(dyn)"},
      {"dyn(optional.of(1)).optMap(x, 1)", "optional_type(int)"},
      {"dyn(1) in [1]", "bool"},
      {"1 in dyn([1])", "bool"},
      {"true ? dyn(1) : 'a'", "dyn"},
      {"size(dyn([1]))", "int"},
      {"dyn([1]).sum()", "dyn"},
      {"[dyn(1)].sum()", "dyn"},
      {"[].sum()", "dyn"},
      {"[].first()", "optional_type(dyn)"},
      {"[].max()", "dyn"},
  });
}

TEST_CASE("a condition has one type, as an optional has") {
  check_types({
      {"true ? 1 : 2", "int"},
      {"true ? [] : [1]", "list(int)"},
      {"true ? null : as_of", "google.protobuf.Timestamp"},
      {"true ? null : 1",
       "5-6: '?:' gives null_type or int; both must be of one type (dyn(x) allows either)"},
      {"true ? tool : tool.owner",
       "5-6: '?:' gives Tool or Person; both must be of one type (dyn(x) allows either)"},
      {"true ? optional.of(1) : optional.none()", "optional_type(int)"},
      {"true ? {} : {'a': 1}", "map(string, int)"},
      {"tool.?price", "optional_type(double)"},
      {"tool.?seats.active", "optional_type(int)"},
      {"tool.?owner.?name", "optional_type(string)"},
      {"tool.?owner.name.orValue('')", "string"},
      {"tool.?tags[0]", "optional_type(string)"},
      {"org.tools[?0].name", "optional_type(string)"},
      {"org.tools[?0].?owner.name", "optional_type(string)"},
      {"tool.?price.orValue(1)",
       "12-19: no overload optional_type(double).orValue(int); there are: optional_type(T).orValue(T) → T"},
      {"optional.of(1).or(optional.of('a'))",
       "15-17: no overload optional_type(int).or(optional_type(string)); there are: "
       "optional_type(T).or(optional_type(T)) → optional_type(T)"},
      {"optional.none().or(optional.of('a')).value()", "string"},
      {"optional.none().orValue([])", "list(dyn)"},
      {"[optional.of(1)].unwrapOpt()", "list(int)"},
  });
}

TEST_CASE("types are values of a type") {
  check_types({
      {"type(tool)", "type(Tool)"},
      {"type([1])", "type(list(int))"},
      {"list", "type(list(dyn))"},
      {"type(1) == int", "bool"},
      {"type(1) == list", "bool"},
      {"type(type(1)) == type", "bool"},
      {"int == 1", "4-6: no overload of '==' for (type(int), int); there are: two of one type"},
      {"google.protobuf.Timestamp", "type(google.protobuf.Timestamp)"},
      {"google.protobuf", "0-6: undeclared name 'google' (one of: tool, org, as_of)"},
      {"int(1) + int('2')", "int"},
      {"int.name", "4-8: a value of type type(int) has no fields (leave '.name' out)"},
  });
}

TEST_CASE("operators name both types that do not go together") {
  check_types({
      {"1 == 1u",
       "2-4: no overload of '==' for (int, uint); there are: two of one type (make both numbers of one type: "
       "int(x), uint(x) or double(x))"},
      {"1 < 1u", "bool"},
      {"1 != null", "2-4: no overload of '!=' for (int, null_type); there are: two of one type"},
      {"as_of == null", "bool"},
      {"tool == null", "bool"},
      {"tool == tool.owner", "5-7: no overload of '==' for (Tool, Person); there are: two of one type"},
      {"[1] == ['a']", "4-6: no overload of '==' for (list(int), list(string)); there are: two of one type"},
      {"[1] < [2]",
       "4-5: no overload of '<' for (list(int), list(int)); there are: two numbers, or two of bool, string, "
       "bytes, timestamp, duration"},
      {"tool < tool",
       "5-6: no overload of '<' for (Tool, Tool); there are: two numbers, or two of bool, string, bytes, "
       "timestamp, duration"},
      {"as_of < 'x'",
       "6-7: no overload of '<' for (google.protobuf.Timestamp, string); there are: two numbers, or two of "
       "bool, string, bytes, timestamp, duration"},
      {"'a' in 'abc'",
       "4-6: no overload of 'in' for (string, string); there are: T in list(T), K in map(K, V)"},
      {"'a' in {1: 2}",
       "4-6: no overload of 'in' for (string, map(int, int)); there are: T in list(T), K in map(K, V)"},
      {"tool in org.tools", "bool"},
      {"tool.owner in org.tools",
       "11-13: no overload of 'in' for (Person, list(Tool)); there are: T in list(T), K in map(K, V)"},
      {"'a' - 'b'",
       "4-5: no overload of '-' for (string, string); there are: int - int, uint - uint, double - double, "
       "duration - duration, timestamp - timestamp, timestamp - duration"},
      {"as_of + as_of",
       "6-7: no overload of '+' for (google.protobuf.Timestamp, google.protobuf.Timestamp); there are: int + "
       "int, uint + uint, double + double, string + string, bytes + bytes, list + list, duration + duration, "
       "timestamp + duration, duration + timestamp"},
      {"duration('1s') - as_of",
       "15-16: no overload of '-' for (google.protobuf.Duration, google.protobuf.Timestamp); there are: int "
       "- int, uint - uint, double - double, duration - duration, timestamp - timestamp, timestamp - "
       "duration"},
      {"'a' * 2",
       "4-5: no overload of '*' for (string, int); there are: int * int, uint * uint, double * double"},
      {"1.5 / 2",
       "4-5: no overload of '/' for (double, int); there are: int / int, uint / uint, double / double (make "
       "both numbers of one type: int(x), uint(x) or double(x))"},
      {"1.5 % 2.5",
       "4-5: no overload of '%' for (double, double); there are: int % int, uint % uint (make both numbers "
       "of one type: int(x), uint(x) or double(x))"},
      {"-1u", "0-1: no overload of '-' for (uint); there are: -int, -double"},
      {"!'a'", "1-4: '!' needs a bool, this is string (write a condition, such as x > 0 or x == \"text\")"},
      {"true && tool.name",
       "8-17: '&&' needs a bool, this is string (write a condition, such as x > 0 or x == \"text\")"},
      {"true || 1 || 'a'",
       "8-9: '||' needs a bool, this is int (write a condition, such as x > 0 or x == \"text\")\n13-16: '||' "
       "needs a bool, this is string (write a condition, such as x > 0 or x == \"text\")"},
      {"'abc'[0]", "5-6: no overload of '[_]' for (string, int); there are: list(T)[int], map(K, V)[K]"},
      {"[1][1u]", "3-4: no overload of '[_]' for (list(int), uint); there are: list(T)[int], map(K, V)[K]"},
      {"{'a': 1}[1]",
       "8-9: no overload of '[_]' for (map(string, int), int); there are: list(T)[int], map(K, V)[K]"},
      {"{[1]: 1}", "1-4: a key is an int, uint, bool or string, this is list(int) (make it text: string(x))"},
      {"{null: 1}",
       "1-5: a key is an int, uint, bool or string, this is null_type (make it text: string(x))"},
  });
}

TEST_CASE("calls name the types they were given and those they take") {
  check_types({
      {"size()",
       "0-4: no overload of 'size' for (); there are: size(list(T)) → int, size(map(K, V)) → int, "
       "size(string) → int, size(bytes) → int, list(T).size() → int, map(K, V).size() → int, string.size() → "
       "int, bytes.size() → int"},
      {"'a'.contains()", "4-12: no overload string.contains(); there are: string.contains(string) → bool"},
      {"'a'.contains('b', 'c')",
       "4-12: no overload string.contains(string, string); there are: string.contains(string) → bool"},
      {"contains('a', 'b')",
       "0-8: no overload of 'contains' for (string, string); there are: string.contains(string) → bool"},
      {"tool.name.matches(1)",
       "10-17: no overload string.matches(int); there are: string.matches(string) → bool, matches(string, "
       "string) → bool"},
      {"bool(1)", "0-4: no overload of 'bool' for (int); there are: bool(bool) → bool, bool(string) → bool"},
      {"timestamp(1.5)",
       "0-9: no overload of 'timestamp' for (double); there are: timestamp(timestamp) → timestamp, "
       "timestamp(string) → timestamp, timestamp(int) → timestamp"},
      {"as_of.getHours(2)",
       "6-14: no overload google.protobuf.Timestamp.getHours(int); there are: timestamp.getHours() → int, "
       "timestamp.getHours(string) → int, duration.getHours() → int"},
      {"math.abs('a')",
       "0-8: no overload of 'math.abs' for (string); there are: math.abs(int) → int, math.abs(uint) → uint, "
       "math.abs(double) → double"},
      {"[1, 2].join(',')",
       "7-11: no overload list(int).join(string); there are: list(string).join() → string, "
       "list(string).join(string) → string"},
      {"tool.tags.join(', ')", "string"},
      {"tool.seats.size()",
       "11-15: no overload Seats.size(); there are: size(list(T)) → int, size(map(K, V)) → int, size(string) "
       "→ int, size(bytes) → int, list(T).size() → int, map(K, V).size() → int, string.size() → int, "
       "bytes.size() → int"},
      {"sets.contains([1], ['a'])",
       "0-13: no overload of 'sets.contains' for (list(int), list(string)); there are: "
       "sets.contains(list(T), list(T)) → bool"},
  });
}

}  // namespace
}  // namespace martech_audit::cel
